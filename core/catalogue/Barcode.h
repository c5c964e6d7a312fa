// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

namespace kobai::catalogue {

/// A code on goods as it is kept and found by, whatever a scanner makes of it. Numbers of trade are one number in every symbology (GS1
/// General Specifications, GTIN formats and check digit calculation): 13 digits with UPC-A, UPC-E and a GTIN-14 of indicator 0 among
/// them, 8 for a GTIN-8, 14 for a case (indicator 1 to 9); the check digit has to be right. Any other number and any code with
/// letters is the shop's or the publisher's own: 4 to 18 digits (more are two scans in one), or 4 to 48 signs of ASCII, in capitals, since Caps Lock turns a scanner's letters over.
/// Prefixes that name the symbology (ISO/IEC 15424, "]E0") and blanks and hyphens between the digits of a number (ISBN) are taken off.
/// Full-width signs are read too. Fault: BarcodeMalformed.
[[nodiscard]] Result<QString> canonicalBarcode(const QString& scanned);

/// @p scanned without the prefix that names the symbology: to be shown, and for what is no article's code.
[[nodiscard]] QString withoutSymbology(const QString& scanned);

/// ASCII digits and nothing else, at least one.
[[nodiscard]] bool isNumber(const QString& text);
/// As many digits as a GTIN may have, GTIN-8 to GTIN-14.
[[nodiscard]] bool isGtinLength(qsizetype digits);

} // namespace kobai::catalogue
