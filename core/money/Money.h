// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <compare>
#include <cstdint>
#include <optional>

namespace kobai {

/// An amount in the smallest unit of the store's one currency (yen, pence, cents). Never a floating-point number;
/// arithmetic is checked: overflow gives nullopt.
class Money final {
public:
    constexpr Money() = default;
    constexpr explicit Money(std::int64_t minor) : m_minor(minor) {}

    [[nodiscard]] constexpr std::int64_t minor() const { return m_minor; }
    [[nodiscard]] constexpr bool isZero() const { return m_minor == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_minor < 0; }

    [[nodiscard]] std::optional<Money> plus(Money other) const;
    [[nodiscard]] std::optional<Money> minus(Money other) const;
    [[nodiscard]] std::optional<Money> times(std::int64_t factor) const;

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    std::int64_t m_minor = 0;
};

/// The share of tax inside a tax-inclusive amount, rounded half up to the smallest unit; @p ratePermille is the rate in
/// thousandths (80 = 8 %). Rounded once per rate and receipt, as Japan's qualified invoice asks.
/// Precondition: amount >= 0, 0 <= rate <= 1000.
[[nodiscard]] Money taxInside(Money inclusive, int ratePermille);

} // namespace kobai

Q_DECLARE_METATYPE(kobai::Money)
