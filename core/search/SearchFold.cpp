// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/SearchFold.h"

#include "search/HanVariants.h"
#include "search/Transforms.h"

#include <QChar>

#include <algorithm>
#include <string>
#include <string_view>

namespace kobai::search {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char32_t repeatMark = 0x3005;     // 々
constexpr char32_t smallKe = 0x3096;        // ゖ, which is read "ga" in 関ヶ原
constexpr char32_t prolongedSound = 0x30FC; // ー
constexpr char32_t firstSyllable = 0xAC00;
constexpr char32_t lastSyllable = 0xD7A3;
constexpr char32_t firstInitial = 0x1100;

using Points = std::u32string;

Points pointsOf(const QString& text)
{
    return text.toStdU32String();
}

QString fromPoints(const Points& points)
{
    return QString::fromStdU32String(points);
}

/// U+0300..U+036F, the accents of Latin, Greek and Cyrillic. The marks that voice kana stay: か and が are two letters.
bool isAccent(char32_t point)
{
    return point >= 0x0300 && point <= 0x036F;
}

/// Accents, the vowel points of Arabic and Hebrew, and the blank stroke that stretches an Arabic word. The signs of Indic and Thai vowels are letters.
bool isDroppedMark(char32_t point)
{
    return isAccent(point) || (point >= 0x0591 && point <= 0x05C7) || (point >= 0x0610 && point <= 0x061A)
           || point == 0x0640 || (point >= 0x064B && point <= 0x065F) || point == 0x0670
           || (point >= 0x06D6 && point <= 0x06ED && QChar::isMark(point));
}

/// Variation selectors, which choose a glyph, and joiners.
bool isInvisible(char32_t point)
{
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF) || point == 0x200C
           || point == 0x200D;
}

bool isApostrophe(char32_t point)
{
    constexpr std::u32string_view all = U"'’‘ʼʻʹ′`´＇Ꞌꞌ";
    return all.find(point) != std::u32string_view::npos;
}

char32_t toHiragana(char32_t point)
{
    return point >= 0x30A1 && point <= 0x30F6 ? point - 0x60 : point;
}

bool isHan(char32_t point)
{
    return point == repeatMark || QChar::script(point) == QChar::Script_Han;
}

/// ヶ and ケ after a kanji, が and け between two: one sign (関ヶ原, 関ケ原, 関が原; 一ノ瀬 has its own kana and stays).
Points withOneKe(Points points)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const char32_t point = points[i];
        const bool isEnd = i + 1 == points.size();
        const bool nextIsHan = !isEnd && isHan(points[i + 1]);
        const bool small = point == 0x30F6;                                        // ヶ
        const bool large = point == 0x30B1;                                        // ケ
        const bool spoken = point == 0x304C || point == 0x30AC || point == 0x3051; // が ガ け
        if (isHan(points[i - 1]) && (small || (large && (isEnd || nextIsHan)) || (spoken && nextIsHan)))
            points[i] = smallKe;
    }
    return points;
}

enum class Run { Blank, Han, Kana, Other };

Run runOf(char32_t point)
{
    // The prolonged sound mark, and what repeats or stands for a kanji, belong to what is before them.
    if (point == prolongedSound)
        return Run::Kana;
    if (point == repeatMark || point == smallKe)
        return Run::Han;
    if (!QChar::isLetterOrNumber(point) && !QChar::isMark(point))
        return Run::Blank;
    switch (QChar::script(point)) {
    case QChar::Script_Han:
        return Run::Han;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Run::Kana;
    default: // a hundred scripts that separate their words
        return Run::Other;
    }
}

QString plainHan(const QString& word)
{
    Points points;
    for (const char32_t point : pointsOf(word))
        points += point == repeatMark && !points.empty() ? points.back() : commonHan(point);
    if (std::ranges::none_of(points, isApartFromSimplified))
        return simplifiedHan(fromPoints(points));
    QString plain;
    for (const char32_t point : points) {
        const QString letter = QString::fromUcs4(&point, 1);
        plain += isApartFromSimplified(point) ? letter : simplifiedHan(letter);
    }
    return plain;
}

/// Registers print readings in large kana, and じ, ず, お, い, え for what is written ぢ, づ, を, ゐ, ゑ.
char32_t plainKana(char32_t point)
{
    constexpr std::u32string_view from = U"ぁぃぅぇぉっゃゅょゎぢづをゐゑ";
    constexpr std::u32string_view to = U"あいうえおつやゆよわじずおいえ";
    const auto at = from.find(point);
    return at == std::u32string_view::npos ? point : to[at];
}

char32_t plainArabic(char32_t point)
{
    switch (point) {
    case 0x0649: // alef maksura
    case 0x06CC: // Persian yeh
        return 0x064A;
    case 0x0629: // teh marbuta
    case 0x06C1:
    case 0x06D5:
        return 0x0647;
    case 0x06A9: // Persian kaf
    case 0x06AF: // Persian gaf, for which Arabic keyboards have kaf
        return 0x0643;
    case 0x0671: // alef wasla
        return 0x0627;
    default:
        return point;
    }
}

char32_t plainLetter(char32_t point)
{
    if (const int digit = QChar::digitValue(point); digit >= 0 && QChar::category(point) == QChar::Number_DecimalDigit)
        return char32_t(U'0' + digit);
    return plainArabic(plainKana(point));
}

/// The hamza is written on its seat or beside it or left out (هانئ, هانيء), and رحمن also with the alef that is heard.
QString plainArabicWord(const QString& word)
{
    QString text = word;
    text.remove(QChar(0x0621));
    if (text.endsWith(u"رحمن"_s))
        text.insert(text.size() - 1, QChar(0x0627));
    return text.isEmpty() ? word : text;
}

bool isAscii(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

Script scriptOf(char32_t point)
{
    if (point == prolongedSound)
        return Script::Kana;
    if (point == repeatMark || point == smallKe)
        return Script::Han;
    switch (QChar::script(point)) {
    case QChar::Script_Han:
        return Script::Han;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Script::Kana;
    case QChar::Script_Latin:
        return Script::Latin;
    case QChar::Script_Hangul:
        return Script::Hangul;
    case QChar::Script_Cyrillic:
        return Script::Cyrillic;
    case QChar::Script_Greek:
        return Script::Greek;
    default:
        return Script::Other;
    }
}

} // namespace

QString folded(const QString& text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    Points points;
    for (const char32_t point : pointsOf(apart)) {
        if (!isAccent(point))
            points += toHiragana(point);
    }
    return fromPoints(points).normalized(QString::NormalizationForm_KC);
}

QStringList wordsOf(const QString& text, Apostrophes apostrophes)
{
    Points visible;
    for (const char32_t point : pointsOf(text)) {
        if (isApostrophe(point)) {
            if (apostrophes == Apostrophes::Split)
                visible += U' ';
        } else if (!isInvisible(point)) {
            visible += point;
        }
    }
    const Points wide = pointsOf(fromPoints(visible).normalized(QString::NormalizationForm_KC));
    Points points;
    for (const char32_t point : pointsOf(fromPoints(withOneKe(wide)).toCaseFolded()))
        points += toHiragana(point);

    QStringList words;
    Run before = Run::Blank;
    for (const char32_t point : points) {
        // A mark belongs to its letter (what case folding makes of İ is an i and a dot).
        const Run run = QChar::isMark(point) && before != Run::Blank ? before : runOf(point);
        if (run != Run::Blank) {
            if (run != before || words.isEmpty())
                words.append(QString());
            words.last().append(QString::fromUcs4(&point, 1));
        }
        before = run;
    }
    return words;
}

QString plainest(const QString& word)
{
    if (isAscii(word))
        return word;
    Points bare;
    for (const char32_t point : pointsOf(word.normalized(QString::NormalizationForm_KD))) {
        if (!isDroppedMark(point))
            bare += point;
    }
    // Composed, so that が is one letter again.
    QString text = fromPoints(bare).normalized(QString::NormalizationForm_KC);
    if (std::ranges::any_of(pointsOf(text), isHan))
        text = plainHan(text);
    text = plainLatin(text).toCaseFolded();

    Points points;
    for (const char32_t point : pointsOf(text)) {
        if (point >= firstSyllable && point <= lastSyllable) {
            points += pointsOf(QString::fromUcs4(&point, 1).normalized(QString::NormalizationForm_D));
        } else {
            points += plainLetter(point);
        }
    }
    return plainArabicWord(fromPoints(points));
}

Script scriptOf(const QString& word)
{
    Script script = Script::Blank;
    for (const char32_t point : pointsOf(word)) {
        if (QChar::script(point) == QChar::Script_Inherited && point != prolongedSound)
            continue; // an accent is of its letter's script
        const Script its = scriptOf(point);
        if (script != Script::Blank && its != script)
            return Script::Other;
        script = its;
    }
    return script;
}

QString initialsOf(const QString& word)
{
    const auto isInitial = [](char32_t point) { return point >= firstInitial && point < firstInitial + 19; };
    const auto isVowelOrFinal = [](char32_t point) { return point >= 0x1161 && point <= 0x11FF; };
    Points initials;
    for (const char32_t point : pointsOf(word)) {
        if (isInitial(point))
            initials += point;
        else if (!isVowelOrFinal(point))
            return {};
    }
    return fromPoints(initials);
}

QString foldingName()
{
    return u"2, ICU %1"_s.arg(transformsName());
}

} // namespace kobai::search
