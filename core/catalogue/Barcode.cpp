// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/Barcode.h"

#include "base/Text.h"

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace kobai::catalogue {

namespace {

constexpr int fewestSigns = 4;
constexpr int mostSigns = 48;
constexpr int mostDigits = 18;
constexpr int aimLength = 3; ///< "]E0"

bool isDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

/// From the right the digits weigh 1 (the check digit), 3, 1, 3 ...; the sum is a multiple of 10.
bool isCheckDigitRight(const QString& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const bool evenFromRight = (digits.size() - 1 - i) % 2 == 0;
        sum += (digits[i].unicode() - u'0') * (evenFromRight ? 1 : 3);
    }
    return sum % 10 == 0;
}

/// The UPC-A whose zeros UPC-E leaves out (GS1 General Specifications, "UPC-E symbols"): eight digits, number system and check digit with them.
QString expandedUpcE(const QString& code)
{
    const QString body = code.mid(1, 6);
    QString middle;
    switch (body[5].digitValue()) {
    case 0:
    case 1:
    case 2:
        middle = body.first(2) + body[5] + u"0000"_s + body.mid(2, 3);
        break;
    case 3:
        middle = body.first(3) + u"00000"_s + body.mid(3, 2);
        break;
    case 4:
        middle = body.first(4) + u"00000"_s + body[4];
        break;
    default:
        middle = body.first(5) + u"0000"_s + body[5];
    }
    return code[0] + middle + code[7];
}

/// nullopt when @p digits are of a GTIN's length and their check digit is wrong; as they are when they are of another length.
std::optional<QString> canonicalNumber(const QString& digits)
{
    switch (digits.size()) {
    case 8:
        if (isCheckDigitRight(digits))
            return digits;
        if (const QString whole = expandedUpcE(digits); digits[0] <= u'1' && isCheckDigitRight(whole))
            return canonicalNumber(whole);
        return std::nullopt;
    case 12:
        return isCheckDigitRight(digits) ? canonicalNumber(u'0' + digits) : std::nullopt;
    case 13:
        if (!isCheckDigitRight(digits))
            return std::nullopt;
        return digits.startsWith("00000"_L1) ? digits.last(8) : digits;
    case 14:
        if (!isCheckDigitRight(digits))
            return std::nullopt;
        return digits.startsWith(u'0') ? canonicalNumber(digits.sliced(1)) : digits;
    default:
        return digits;
    }
}

/// What follows the prefix, and of that what is the article's number.
QString withoutPrefix(const QString& code)
{
    QString rest = withoutSymbology(code);
    if (rest.size() == code.size())
        return code;
    const QString symbology = code.mid(1, 2);
    constexpr int elementLength = 2 + 14; // "01" and a GTIN-14
    const bool isGs1 = symbology == "C1"_L1 || symbology == "e0"_L1 || symbology == "d2"_L1 || symbology == "Q3"_L1;
    if (isGs1 && rest.size() >= elementLength && rest.startsWith("01"_L1) && isNumber(rest.first(elementLength)))
        return rest.mid(2, 14);
    if (symbology == "E0"_L1 && rest.size() == 8 && isNumber(rest)) // of that length only UPC-E has this prefix
        return expandedUpcE(rest);
    if (symbology == "E3"_L1) // with a magazine's issue behind it
        return rest.first(std::min<qsizetype>(rest.size(), 13));
    return rest;
}

} // namespace

QString withoutSymbology(const QString& scanned)
{
    const bool named = scanned.size() > aimLength && scanned[0] == u']' && scanned[1].unicode() < 128
                       && scanned[1].isLetter() && scanned[2].unicode() < 128 && scanned[2].isLetterOrNumber();
    return named ? scanned.sliced(aimLength).trimmed() : scanned;
}

bool isNumber(const QString& text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isDigit);
}

bool isGtinLength(qsizetype digits)
{
    return digits == 8 || (digits >= 12 && digits <= 14);
}

Result<QString> canonicalBarcode(const QString& scanned)
{
    const QString code = withoutPrefix(narrowed(scanned).trimmed());
    const auto isPrintable = [](QChar sign) { return sign >= u' ' && sign <= u'~'; };
    if (!std::ranges::all_of(code, isPrintable)) // before capitals are made: those of some other letters are ASCII
        return fail(FaultCode::BarcodeMalformed);
    QString number = code;
    number.removeIf([](QChar sign) { return sign == u' ' || sign == u'-'; });
    // Of another length the blanks and hyphens may tell codes apart.
    if (isNumber(number) && (isGtinLength(number.size()) || number == code)) {
        const auto canonical = canonicalNumber(number);
        if (!canonical || canonical->size() > mostDigits)
            return fail(FaultCode::BarcodeMalformed);
        number = *canonical;
    } else {
        number = code.toUpper();
    }
    if (number.size() < fewestSigns || number.size() > mostSigns)
        return fail(FaultCode::BarcodeMalformed);
    return number;
}

} // namespace kobai::catalogue
