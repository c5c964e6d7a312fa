// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchWords.h"

#include <QChar>

namespace kobai::store {

namespace {

/// U+0300..U+036F, the accents of Latin, Greek and Cyrillic. The marks that voice kana stay: か and が are two letters.
bool isAccent(char32_t point)
{
    return point >= 0x0300 && point <= 0x036F;
}

char32_t toHiragana(char32_t point)
{
    return point >= 0x30A1 && point <= 0x30F6 ? point - 0x60 : point;
}

enum class Script { Blank, Han, Kana, Other };

Script scriptOf(char32_t point)
{
    // The prolonged sound mark, and the marks that repeat a character, belong to what is before them.
    if (point == 0x30FC)
        return Script::Kana;
    if (point == 0x3005)
        return Script::Han;
    if (!QChar::isLetterOrNumber(point) && !QChar::isMark(point))
        return Script::Blank;
    switch (QChar::script(point)) {
    case QChar::Script_Han:
        return Script::Han;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Script::Kana;
    default: // a hundred scripts that separate their words
        return Script::Other;
    }
}

} // namespace

QString folded(const QString& text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QList<char32_t> points;
    const auto all = apart.toUcs4();
    points.reserve(all.size());
    for (const char32_t point : all) {
        if (!isAccent(point))
            points.append(toHiragana(point));
    }
    return QString::fromUcs4(points.constData(), points.size()).normalized(QString::NormalizationForm_KC);
}

QStringList searchWords(const QString& text)
{
    QStringList words;
    Script before = Script::Blank;
    const auto points = folded(text).toUcs4();
    for (const char32_t point : points) {
        const Script script = scriptOf(point);
        if (script != Script::Blank) {
            if (script != before || words.isEmpty())
                words.append(QString());
            words.last().append(QString::fromUcs4(&point, 1));
        }
        before = script;
    }
    words.removeDuplicates();
    return words;
}

} // namespace kobai::store
