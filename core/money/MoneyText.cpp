// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/MoneyText.h"

#include "base/Text.h"
#include "money/WrittenDecimal.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace kobai {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t largestTypedMajor = 10'000'000;

std::uint64_t minorPerMajor(const Currency& currency)
{
    std::uint64_t factor = 1;
    for (int i = 0; i < currency.decimals; ++i)
        factor *= 10;
    return factor;
}

/// What a person may write in place of the symbol, CLDR's forms among it; the longest first, for "US$" ends like "$".
QStringList signsOf(const Currency& currency)
{
    static const QHash<QString, QStringList> others{
        {u"JPY"_s, {u"円"_s, u"圓"_s, u"JP¥"_s, u"yen"_s}},
        {u"EUR"_s, {u"euro"_s, u"euros"_s}},
        {u"GBP"_s, {u"GB£"_s, u"UK£"_s, u"£GB"_s, u"pound"_s, u"pounds"_s}},
        {u"USD"_s, {u"US$"_s, u"$US"_s, u"dollar"_s, u"dollars"_s}},
        {u"KRW"_s, {u"원"_s}},
        {u"TWD"_s, {u"元"_s, u"圓"_s, u"$"_s}},
        {u"HKD"_s, {u"元"_s, u"$HK"_s, u"$"_s}},
        {u"SGD"_s, {u"$SG"_s, u"$"_s}},
        {u"AUD"_s, {u"AU$"_s, u"AUD$"_s, u"$AU"_s, u"$"_s}},
        {u"CAD"_s, {u"C$"_s, u"$CA"_s, u"$"_s}},
        {u"CHF"_s, {u"Fr."_s, u"SFr."_s, u"Fr"_s, u"SFr"_s}},
        {u"PLN"_s, {u"zl"_s}},
        {u"KWD"_s, {u"د.ك"_s}},
    };
    QStringList signs = QStringList{currency.symbol, currency.code} + others.value(currency.code);
    std::ranges::stable_sort(signs, std::ranges::greater(), &QString::size);
    return signs;
}

/// Full-width forms beyond the ASCII range as their ordinary signs, without the marks of direction that Arabic and Hebrew locales write.
QString withPlainCurrencySigns(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case 0xFFE5:
            result += u'¥';
            break;
        case 0xFFE1:
            result += u'£';
            break;
        case 0xFFE6:
            result += u'₩';
            break;
        case 0x200E:
        case 0x200F:
        case 0x061C:
            break;
        default:
            result += c;
        }
    }
    return result;
}

bool isMinus(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'-' || u == 0x2212 || (u >= 0x2010 && u <= 0x2015) || u == 0xFE58 || u == 0xFE63;
}

bool endsWithDigit(QStringView text)
{
    // Some scripts' digits lie above U+FFFF.
    if (text.size() > 1 && text.back().isLowSurrogate())
        return QChar::isDigit(QChar::surrogateToUcs4(text[text.size() - 2], text.back()));
    return !text.isEmpty() && text.back().isDigit();
}

/// Takes one leading or trailing minus sign off.
bool takeMinus(QString& text)
{
    if (text.isEmpty())
        return false;
    if (isMinus(text.front())) {
        text = text.mid(1).trimmed();
        return true;
    }
    if (isMinus(text.back())) {
        text = text.chopped(1).trimmed();
        return true;
    }
    return false;
}

/// "kr. 5" is an abbreviation's point, "kr.5" might be the decimals': with it, no sign.
bool takeSignBefore(QString& text, const QString& sign)
{
    if (!text.startsWith(sign, Qt::CaseInsensitive))
        return false;
    QStringView rest = QStringView(text).sliced(sign.size());
    if (sign.back().isLetter() && rest.startsWith(u'.')) {
        if (rest.size() < 2 || !rest[1].isSpace())
            return false;
        rest = rest.sliced(1);
    }
    text = rest.trimmed().toString();
    return true;
}

/// "5 kr" and "5 kr."
bool takeSignBehind(QString& text, const QString& sign)
{
    QStringView rest(text);
    if (sign.back().isLetter() && rest.endsWith(u'.'))
        rest.chop(1);
    if (!rest.endsWith(sign, Qt::CaseInsensitive))
        return false;
    text = rest.chopped(sign.size()).trimmed().toString();
    return true;
}

/// Takes one leading or trailing symbol or code off.
void takeCurrencySign(QString& text, const Currency& currency)
{
    for (const QString& sign : signsOf(currency)) {
        if (!sign.isEmpty() && (takeSignBefore(text, sign) || takeSignBehind(text, sign)))
            return;
    }
}

/// Takes off the dash that stands for no minor units: "5.–" in Switzerland, "5,-" in Germany, "5:-" in Sweden.
bool takeDashForMinor(QString& text)
{
    qsizetype end = text.size();
    while (end > 0 && text.size() - end < 2 && isMinus(text[end - 1]))
        --end;
    const auto isMark = [](QChar c) { return c == u'.' || c == u',' || c == u':'; };
    if (end == text.size() || end < 2 || !isMark(text[end - 1]) || !endsWithDigit(QStringView(text).first(end - 1)))
        return false;
    text.truncate(end - 1);
    return true;
}

/// "1,480", then what has to be typed for either reading: "1480", and "1.48" or nothing where the currency has too few decimals for it.
QString bothReadings(const QString& typed, const WrittenDecimal& written, const Currency& currency,
                     const QLocale& locale)
{
    QString decimals = written.groupOrFraction;
    while (decimals.size() > currency.decimals && decimals.endsWith(u'0'))
        decimals.chop(1);
    const QString fractional = decimals.size() > currency.decimals
                                   ? QString()
                                   : locale.toString((written.whole + u'.' + decimals).toDouble(), 'f',
                                                     std::max(int(decimals.size()), std::min(2, currency.decimals)));
    return QStringList{typed, written.whole + written.groupOrFraction, fractional}.join(ambiguityMark);
}

} // namespace

QString moneyText(Money amount, const Currency& currency, const QLocale& locale)
{
    const std::uint64_t factor = minorPerMajor(currency);
    const std::uint64_t magnitude =
        amount.isNegative() ? 0 - std::uint64_t(amount.minor()) : std::uint64_t(amount.minor());
    QLocale grouped = locale;
    grouped.setNumberOptions(QLocale::DefaultNumberOptions);
    QLocale ungrouped = locale;
    ungrouped.setNumberOptions(QLocale::OmitGroupSeparator);

    QString text = amount.isNegative() ? u"−"_s : QString();
    text += currency.symbol;
    if (!currency.symbol.isEmpty() && currency.symbol.back().isLetter())
        text += QChar(QChar::Nbsp);
    text += grouped.toString(qulonglong(magnitude / factor));
    if (currency.decimals > 0) {
        QString fraction = ungrouped.toString(qulonglong(magnitude % factor));
        while (fraction.size() < currency.decimals * locale.zeroDigit().size())
            fraction.prepend(locale.zeroDigit());
        text += locale.decimalPoint() + fraction;
    }
    return text;
}

Money largestTypedAmount(const Currency& currency)
{
    return Money(largestTypedMajor * std::int64_t(minorPerMajor(currency)));
}

QString moneyExample(const Currency& currency, const QLocale& locale)
{
    QLocale grouped = locale;
    grouped.setNumberOptions(QLocale::DefaultNumberOptions);
    return currency.decimals == 0 ? grouped.toString(1480) : grouped.toString(1.5, 'f', currency.decimals);
}

Result<Money> parseMoney(const QString& text, const Currency& currency, const QLocale& locale)
{
    const auto malformed = [&] { return fail(FaultCode::AmountMalformed, moneyExample(currency, locale)); };
    QString rest = withPlainCurrencySigns(narrowed(text)).trimmed();
    if (rest.isEmpty())
        return fail(FaultCode::TextEmpty);
    bool isWhole = takeDashForMinor(rest);
    bool negative = takeMinus(rest);
    takeCurrencySign(rest, currency);
    isWhole = isWhole || takeDashForMinor(rest); // "5.- CHF"
    if (!negative)
        negative = takeMinus(rest); // "¥-300"; a second minus sign is malformed
    if (rest.isEmpty())
        return negative ? malformed() : fail(FaultCode::TextEmpty);

    const auto written = isWhole ? readWhole(rest, locale) : readDecimal(rest, currency.decimals, locale);
    if (!written)
        return malformed();
    const QString digits = written->whole + written->fraction;
    if (negative && digits.count(u'0') < digits.size())
        return fail(FaultCode::AmountNegative);
    if (written->ambiguous)
        return fail(FaultCode::AmountAmbiguous, bothReadings(rest, *written, currency, locale));

    const std::int64_t most = largestTypedAmount(currency).minor();
    std::int64_t minor = 0;
    for (const QChar c : QString(written->whole + written->fraction.leftJustified(currency.decimals, u'0'))) {
        minor = minor * 10 + (c.unicode() - u'0');
        if (minor > most)
            return fail(FaultCode::AmountTooLarge);
    }
    return Money(minor);
}

} // namespace kobai
