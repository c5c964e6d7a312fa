// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Money.h"

namespace kobai {

std::optional<Money> Money::plus(Money other) const
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(m_minor, other.m_minor, &sum))
        return std::nullopt;
    return Money(sum);
}

std::optional<Money> Money::minus(Money other) const
{
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(m_minor, other.m_minor, &difference))
        return std::nullopt;
    return Money(difference);
}

std::optional<Money> Money::times(std::int64_t factor) const
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(m_minor, factor, &product))
        return std::nullopt;
    return Money(product);
}

Money taxInside(Money inclusive, int ratePermille)
{
    // amount * rate / (1000 + rate) without leaving int64: split the amount by the divisor first.
    const std::int64_t divisor = 1000 + ratePermille;
    const std::int64_t whole = inclusive.minor() / divisor;
    const std::int64_t rest = inclusive.minor() % divisor;
    return Money(whole * ratePermille + (2 * rest * ratePermille + divisor) / (2 * divisor));
}

} // namespace kobai
