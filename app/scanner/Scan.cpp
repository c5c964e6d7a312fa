// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/Scan.h"

#include "catalogue/Barcode.h"

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestDigits = 4;   ///< of a number that is a code
constexpr int largestSign = 0xff; // Alt and a number writes Latin-1

bool isDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

/// The sign whose number was typed while Alt was down; nothing when it was no number.
QString signByNumber(std::span<const KeyStroke> hold)
{
    QString digits;
    for (const KeyStroke& stroke : hold)
        digits += stroke.printed;
    bool ok = false;
    const int number = digits.toInt(&ok);
    return ok && number >= u' ' && number <= largestSign ? QString(QChar(char16_t(number))) : QString();
}

QString reading(std::span<const KeyStroke> strokes, QString KeyStroke::*sign)
{
    QString text;
    for (std::size_t at = 0; at < strokes.size();) {
        std::size_t end = at + 1;
        if (const int hold = strokes[at].altHold; hold != 0) {
            while (end < strokes.size() && strokes[end].altHold == hold)
                ++end;
            text += signByNumber(strokes.subspan(at, end - at));
        } else if (strokes[at].kind == KeyStroke::Kind::Sign) {
            text += strokes[at].*sign;
        }
        at = end;
    }
    return text;
}

/// How sure it is that this was meant: a check digit that is right, a code without small print, any code.
int likelihood(const QString& reading)
{
    if (isTradeNumber(reading))
        return 3;
    if (!catalogue::canonicalBarcode(reading))
        return 0;
    const bool plain = std::ranges::all_of(reading, [](QChar sign) {
        return sign.unicode() < 128 && (sign.isLetterOrNumber() || u"-. $/+%"_s.contains(sign)); // the signs of Code 39
    });
    return plain && hasDigit(reading) ? 2 : 1;
}

} // namespace

QString Scan::text() const
{
    return catalogue::withoutSymbology(readings.constFirst());
}

Scan readStrokes(std::span<const KeyStroke> strokes)
{
    Scan scan;
    for (const auto sign : {&KeyStroke::typed, &KeyStroke::printed}) {
        const QString text = reading(strokes, sign).trimmed();
        if (!text.isEmpty() && !scan.readings.contains(text))
            scan.readings.append(text);
    }
    std::ranges::stable_sort(scan.readings, std::ranges::greater{}, likelihood);
    return scan;
}

bool hasDigit(const QString& reading)
{
    return std::ranges::any_of(reading, isDigit);
}

bool isTradeNumber(const QString& reading)
{
    const QString code = catalogue::withoutSymbology(reading);
    return catalogue::isNumber(code) && catalogue::isGtinLength(code.size())
           && catalogue::canonicalBarcode(reading).has_value();
}

bool looksLikeCode(const Scan& scan)
{
    return std::ranges::any_of(scan.readings, [](const QString& reading) {
        const bool number = reading.size() >= fewestDigits && catalogue::isNumber(reading); // misread ones too
        return number
               || (hasDigit(reading) && !reading.contains(u' ') && catalogue::canonicalBarcode(reading).has_value());
    });
}

} // namespace kobai::app
