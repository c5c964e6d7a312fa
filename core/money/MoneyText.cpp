// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/MoneyText.h"

#include "base/Text.h"

#include <QStringList>

#include <optional>

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
    QStringList signs{currency.symbol, currency.code};
    if (currency.code == "JPY"_L1)
        signs += u"円"_s;
    else if (currency.code == "KRW"_L1)
        signs += u"원"_s;
    else if (currency.code == "TWD"_L1)
        signs += u"元"_s;
    return signs;
}

/// Full-width forms beyond the ASCII range as their ordinary signs.
QString withPlainCurrencySigns(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        switch (c.unicode()) {
        case 0xFFE5:
            c = QChar(u'¥');
            break;
        case 0xFFE1:
            c = QChar(u'£');
            break;
        case 0xFFE6:
            c = QChar(u'₩');
            break;
        default:
            break;
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

/// Digits as ASCII, the locale's group separator as 'g', its decimal separator as 'd', anything else: nullopt.
std::optional<QString> inPlainNotation(const QString& text, const QLocale& locale)
{
    const QString group = locale.groupSeparator();
    const QString decimal = locale.decimalPoint();
    const QString zero = locale.zeroDigit();
    const char16_t localZero = zero.size() == 1 ? zero[0].unicode() : u'0';
    const auto isGroup = [&](QChar c) {
        if (group == c)
            return true;
        if (group.size() != 1)
            return false;
        // What a keyboard gives for the no-break blank and the typographic apostrophe of the locale's data.
        return (group[0].isSpace() && c.isSpace()) || (group[0] == u'’' && c == u'\'');
    };
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            plain += c;
        else if (c.unicode() >= localZero && c.unicode() < localZero + 10)
            plain += QChar(char16_t(u'0' + (c.unicode() - localZero)));
        else if (decimal == c)
            plain += u'd';
        else if (isGroup(c))
            plain += u'g';
        else
            return std::nullopt;
    }
    return plain;
}

/// Groups of three, or whatever the locale itself would print for that number (India: 12,34,567).
bool groupedProperly(const QString& whole, const QString& digits, const QLocale& locale)
{
    const QStringList groups = whole.split(u'g');
    bool threes = !groups.first().isEmpty() && groups.first().size() <= 3;
    for (qsizetype i = 1; i < groups.size(); ++i)
        threes = threes && groups[i].size() == 3;
    if (threes)
        return true;
    bool fits = false;
    const qulonglong value = digits.toULongLong(&fits);
    return fits && inPlainNotation(locale.toString(value), locale) == whole;
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

Result<Money> parseMoney(const QString& text, const Currency& currency, const QLocale& locale)
{
    QString rest = withPlainCurrencySigns(narrowed(text)).trimmed();
    if (rest.isEmpty())
        return fail(FaultCode::TextEmpty);
    bool negative = takeMinus(rest);
    takeCurrencySign(rest, currency);
    if (!negative)
        negative = takeMinus(rest); // "¥-300"; a second minus sign is malformed
    if (rest.isEmpty())
        return fail(negative ? FaultCode::AmountMalformed : FaultCode::TextEmpty);

    const auto plain = inPlainNotation(rest, locale);
    if (!plain)
        return fail(FaultCode::AmountMalformed);
    const QStringList parts = plain->split(u'd');
    const QString whole = parts[0];
    const QString fraction = parts.size() == 2 ? parts[1] : QString();
    const bool hasSeparator = parts.size() == 2;
    if (parts.size() > 2 || (hasSeparator && fraction.isEmpty()) || fraction.contains(u'g')
        || fraction.size() > currency.decimals)
        return fail(FaultCode::AmountMalformed);
    QString digits = whole;
    digits.remove(u'g');
    if (whole.contains(u'g') && !groupedProperly(whole, digits, locale))
        return fail(FaultCode::AmountMalformed);
    if (negative)
        return fail(FaultCode::AmountNegative);

    const std::int64_t most = largestTypedAmount(currency).minor();
    std::int64_t minor = 0;
    for (const QChar c : QString(digits + fraction.leftJustified(currency.decimals, u'0'))) {
        minor = minor * 10 + (c.unicode() - u'0');
        if (minor > most)
            return fail(FaultCode::AmountTooLarge);
    }
    return Money(minor);
}

} // namespace kobai
