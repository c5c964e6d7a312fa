// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::app {

/// Tells a barcode scanner from a hand by speed and terminator. A scanner that poses as a keyboard sends its digits a few
/// milliseconds apart and ends with Enter; nobody types that fast. Pure; times come from outside.
class ScanReader final {
public:
    /// Longest pause inside one scan. Wedge scanners send a key every 1 to 20 ms, a quick typist every 80 or more; the middle leaves room for
    /// a busy machine on one side and for a roll of two fingers on the other.
    static constexpr qint64 longestGapMs = 50;
    /// A single digit and Enter may still be a hand.
    static constexpr int fewestDigits = 2;
    /// Two barcodes run together are 26; whatever is longer is cut here and refused as malformed.
    static constexpr int mostDigits = 64;

    /// Where Enter leads: digits that were scanned, or digits that were typed and belong to the field.
    struct End {
        QString scanned;
        QString typed;
    };

    /// Holds @p digit back. Returns earlier digits that turn out to be typed by hand, because the pause was too long.
    [[nodiscard]] QString digit(QChar digit, qint64 atMs);
    /// @p expectsDigits: the focus is in a field for digits, where only a valid EAN-8 or EAN-13 counts as a scan.
    [[nodiscard]] End enter(qint64 atMs, bool expectsDigits);
    /// All that is held, as typed by hand: after a pause, before another key or a click.
    [[nodiscard]] QString release();
    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty(); }

private:
    QString m_held;
    qint64 m_lastMs = 0;
};

} // namespace kobai::app
