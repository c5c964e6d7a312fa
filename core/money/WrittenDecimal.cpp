// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/WrittenDecimal.h"

#include <QStringList>

#include <algorithm>

namespace kobai {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype groupDigits = 3;

constexpr QChar point = u'.';
constexpr QChar comma = u',';
constexpr QChar blank = u' ';
constexpr QChar apostrophe = u'\'';
constexpr QChar arabicDecimal = u'\u066B';

/// One sign for all of a kind; null for what separates nothing.
QChar kindOf(QChar c)
{
    if (c.isSpace()) // the no-break ones of French and Swedish too
        return blank;
    switch (c.unicode()) {
    case u'.':
    case u',':
    case 0x066B:
    case 0x066C:
        return c;
    case 0x060C: // the comma of an Arabic keyboard
    case 0x2E41: // and of Adlam
        return comma;
    case u'\'':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return apostrophe;
    default:
        return {};
    }
}

bool beginsDecimals(QChar kind)
{
    return kind == point || kind == comma || kind == arabicDecimal;
}

/// Digits as ASCII, separators as their kinds.
std::optional<QString> inPlainNotation(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    std::optional<char32_t> zero;
    for (const char32_t c : text.toStdU32String()) { // some scripts' digits lie above U+FFFF
        if (QChar::isDigit(c)) {
            const int digit = QChar::digitValue(c);
            if (zero.value_or(c - char32_t(digit)) != c - char32_t(digit))
                return std::nullopt;
            zero = c - char32_t(digit);
            plain += QChar(char16_t(u'0' + digit));
        } else if (const QChar kind = c > 0xFFFF ? QChar() : kindOf(QChar(char16_t(c))); !kind.isNull()) {
            plain += kind;
        } else {
            return std::nullopt;
        }
    }
    return plain;
}

QString digitsOf(const QString& plain)
{
    QString digits;
    for (const QChar c : plain) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

/// Groups of three, or whatever the locale itself would print for that number.
bool groupedProperly(const QString& whole, QChar kind, const QLocale& locale)
{
    const QStringList groups = whole.split(kind);
    bool threes = !groups.first().isEmpty() && groups.first().size() <= groupDigits && !groups.first().startsWith(u'0');
    for (qsizetype i = 1; i < groups.size(); ++i)
        threes = threes && groups[i].size() == groupDigits;
    if (threes)
        return true;
    bool fits = false;
    const qulonglong value = digitsOf(whole).toULongLong(&fits);
    QLocale grouped = locale;
    grouped.setNumberOptions(QLocale::DefaultNumberOptions);
    return fits && inPlainNotation(grouped.toString(value)) == whole;
}

/// A mark before three digits that can only group or only begin decimals is not ambiguous.
bool isAmbiguous(const QString& before, QChar kind, int decimals, const QLocale& locale)
{
    const bool canGroup = !before.isEmpty() && before.size() <= groupDigits && !before.startsWith(u'0');
    const bool isOwnDecimal = decimals >= groupDigits && locale.decimalPoint() == kind;
    return kind != arabicDecimal && canGroup && decimals > 0 && !isOwnDecimal;
}

/// "5.": nothing is missing behind a point, while a comma at the end is half of something.
bool isEndOfSentence(const QString& before, QChar kind, const QString& behind)
{
    return kind == point && behind.isEmpty() && !before.isEmpty();
}

/// "300.00" in a currency without decimals. Three zeros would be a group.
bool isWrittenOutOfHabit(const QString& behind, int decimals)
{
    return decimals == 0 && (behind == u"0"_s || behind == u"00"_s);
}

std::optional<WrittenDecimal> wholeOnly(const QString& plain, QChar kind, const QLocale& locale)
{
    if (!groupedProperly(plain, kind, locale))
        return std::nullopt;
    return WrittenDecimal{digitsOf(plain), {}, false, {}};
}

} // namespace

std::optional<WrittenDecimal> readDecimal(const QString& text, int decimals, const QLocale& locale)
{
    const auto plain = inPlainNotation(text);
    if (!plain)
        return std::nullopt;
    QString kinds; // in the order of their first use
    qsizetype last = -1;
    for (qsizetype i = 0; i < plain->size(); ++i) {
        if (const QChar c = plain->at(i); !c.isDigit()) {
            last = i;
            if (!kinds.contains(c))
                kinds += c;
        }
    }
    if (kinds.isEmpty())
        return WrittenDecimal{*plain, {}, false, {}};

    const QChar kind = plain->at(last);
    const QString before = plain->left(last);
    const QString behind = plain->mid(last + 1);
    if (kinds.size() == 1) {
        if (before.contains(kind) || !beginsDecimals(kind))
            return kind == arabicDecimal ? std::nullopt : wholeOnly(*plain, kind, locale);
        if (behind.size() == groupDigits && isAmbiguous(before, kind, decimals, locale))
            return WrittenDecimal{before, {}, true, behind};
        if (behind.size() == groupDigits && decimals == 0)
            return kind == arabicDecimal ? std::nullopt : wholeOnly(*plain, kind, locale);
    } else if (kinds.size() > 2 || !beginsDecimals(kind) || before.contains(kind) || kinds[0] == arabicDecimal
               || !groupedProperly(before, kinds[0], locale)) {
        return std::nullopt;
    }
    if (isEndOfSentence(before, kind, behind) || isWrittenOutOfHabit(behind, decimals))
        return WrittenDecimal{digitsOf(before), {}, false, {}};
    if (behind.isEmpty() || behind.size() > decimals)
        return std::nullopt;
    return WrittenDecimal{digitsOf(before), behind, false, {}};
}

std::optional<WrittenDecimal> readWhole(const QString& text, const QLocale& locale)
{
    const auto plain = inPlainNotation(text);
    if (!plain)
        return std::nullopt;
    const auto mark = std::ranges::find_if_not(*plain, [](QChar c) { return c.isDigit(); });
    if (mark == plain->end())
        return WrittenDecimal{*plain, {}, false, {}};
    const QChar kind = *mark;
    const bool isOneKind = std::ranges::all_of(*plain, [kind](QChar c) { return c.isDigit() || c == kind; });
    return isOneKind && kind != arabicDecimal ? wholeOnly(*plain, kind, locale) : std::nullopt;
}

} // namespace kobai
