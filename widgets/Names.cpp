// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Names.h"

#include <QTextDocument>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

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
    return std::ranges::any_of(name.toUcs4(), fromTheRight) ? u'\u2068' + name + u'\u2069' : name;
}

} // namespace kobai::widgets
