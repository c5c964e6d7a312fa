// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/MoneyText.h"

#include "base/Text.h"
#include "money/WrittenDecimal.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

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

/// What a person may write in place of the symbol.
QStringList signsOf(const Currency& currency)
{
    static const QHash<QString, QStringList> others{
        {u"JPY"_s, {u"円"_s, u"圓"_s}}, {u"KRW"_s, {u"원"_s}},  {u"TWD"_s, {u"元"_s, u"圓"_s, u"$"_s}},
        {u"HKD"_s, {u"元"_s, u"$"_s}},  {u"SGD"_s, {u"$"_s}},   {u"AUD"_s, {u"$"_s}},
        {u"CAD"_s, {u"C$"_s, u"$"_s}},  {u"USD"_s, {u"US$"_s}}, {u"CHF"_s, {u"Fr."_s, u"SFr."_s}},
        {u"KWD"_s, {u"د.ك"_s}},
    };
    return QStringList{currency.symbol, currency.code} + others.value(currency.code);
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

/// Takes one leading or trailing symbol or code off.
void takeCurrencySign(QString& text, const Currency& currency)
{
    for (const QString& sign : signsOf(currency)) {
        if (text.startsWith(sign, Qt::CaseInsensitive)) {
            text = text.mid(sign.size()).trimmed();
            return;
        }
        if (text.endsWith(sign, Qt::CaseInsensitive)) {
            text = text.chopped(sign.size()).trimmed();
            return;
        }
    }
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
    bool negative = takeMinus(rest);
    takeCurrencySign(rest, currency);
    if (!negative)
        negative = takeMinus(rest); // "¥-300"; a second minus sign is malformed
    if (rest.isEmpty())
        return negative ? malformed() : fail(FaultCode::TextEmpty);

    const auto written = readDecimal(rest, currency.decimals, locale);
    if (!written)
        return malformed();
    if (negative)
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
