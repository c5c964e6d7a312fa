// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/KeyStroke.h"

#include <QString>
#include <QStringList>

#include <span>

namespace kobai::app {

/// One code that a scanner read. A scanner that poses as a keyboard sends keys, and which signs are meant depends on the layout it was
/// set to: that of the machine, or the US one that it was delivered with.
struct Scan {
    QStringList readings; ///< never empty, the likeliest first

    [[nodiscard]] QString text() const; ///< to be shown, and what a card says
};

/// What @p strokes may mean; without a sign among them there are no readings.
[[nodiscard]] Scan readStrokes(std::span<const KeyStroke> strokes);

/// One of 0 to 9.
[[nodiscard]] bool hasDigit(const QString& reading);
/// A GTIN whose check digit is right.
[[nodiscard]] bool isTradeNumber(const QString& reading);
/// A code rather than words: no blank in it, and a digit.
[[nodiscard]] bool looksLikeCode(const Scan& scan);

} // namespace kobai::app
