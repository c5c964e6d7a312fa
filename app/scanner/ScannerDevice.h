// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kobai::app {

/// A device that may be a scanner: what it says of itself, and where it is now.
struct ScannerDevice {
    enum class Kind {
        Keys,   ///< it types, as a keyboard does
        Serial, ///< it sends lines
    };

    Kind kind = Kind::Keys;
    QString name;
    quint16 vendor = 0; ///< USB's numbers
    quint16 product = 0;
    QString serial; ///< empty: it has none
    QString socket; ///< where it is plugged in; tells two of the same apart
    QString path;   ///< under /dev; another one each time that it is plugged in

    /// Nothing where there is nothing to show.
    [[nodiscard]] QString shownName() const;
    /// It may be the same device in another socket or under another path.
    [[nodiscard]] bool isLike(const ScannerDevice& other) const;

    friend bool operator==(const ScannerDevice&, const ScannerDevice&) = default;
};

/// @p chosen among those that are plugged in now: the one like it; among several like it the one in its socket, else the only one that
/// is the same part of a device with several; or none.
[[nodiscard]] std::optional<ScannerDevice> findAgain(const ScannerDevice& chosen, const QList<ScannerDevice>& all);

/// A line for udev with which whoever sits at this machine may read @p device.
[[nodiscard]] QString udevRule(const ScannerDevice& device);

} // namespace kobai::app
