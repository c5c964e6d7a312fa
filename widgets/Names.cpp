// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Names.h"

#include <QTextBoundaryFinder>
#include <QTextDocument>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An embedding, an override or an isolate, or the end of one. The marks that a letter's own direction needs (LRM, RLM, ALM) are none.
bool isMarkOfDirection(QChar sign)
{
    return (sign >= u'\u202A' && sign <= u'\u202E') || (sign >= u'\u2066' && sign <= u'\u2069');
}

} // namespace

QString withoutMnemonic(const QString& name)
{
    QString doubled = name;
    return doubled.replace(u'&', u"&&"_s);
}

QString asToolTip(const QString& name)
{
    return Qt::mightBeRichText(name) ? Qt::convertFromPlainText(name) : name;
}

QString isolated(const QString& name)
{
    const auto fromTheRight = [](char32_t letter) {
        const QChar::Direction direction = QChar::direction(letter);
        return direction == QChar::DirR || direction == QChar::DirAL;
    };
    QString plain = name;
    plain.removeIf(isMarkOfDirection);
    return std::ranges::any_of(plain.toUcs4(), fromTheRight) ? u"\u200E\u2068"_s + plain + u'\u2069' : plain;
}

QString shortened(const QString& typed)
{
    constexpr int most = 40;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, typed);
    for (int count = 0; count < most; ++count) {
        if (letters.toNextBoundary() < 0)
            return typed;
    }
    const qsizetype end = letters.position();
    return end >= typed.size() ? typed : typed.first(end) + u'…';
}

} // namespace kobai::widgets
