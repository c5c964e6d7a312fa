// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <span>

namespace kobai {

/// A currency as a store uses it: fixed when the store is created.
struct Currency {
    QString code;     ///< ISO 4217, "JPY"
    QString symbol;   ///< "¥"
    int decimals = 0; ///< digits after the separator, 0..3

    [[nodiscard]] static std::optional<Currency> fromCode(const QString& code);
    /// All that a store can be created with.
    [[nodiscard]] static std::span<const Currency> all();

    friend bool operator==(const Currency&, const Currency&) = default;
};

} // namespace kobai

Q_DECLARE_METATYPE(kobai::Currency)
