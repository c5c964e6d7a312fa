// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "security/Random.h"

#include <random>

namespace kobai::demo {

/// The demo school's chance: the same seed gives the same school. Not for secrets.
class Dice final : public security::RandomSource {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    /// 0 .. end - 1. Own arithmetic: the standard's distributions differ between libraries.
    [[nodiscard]] int below(int end) { return int(((m_engine() >> 32) * std::uint64_t(end)) >> 32); }
    [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
    [[nodiscard]] bool oneIn(int times) { return below(times) == 0; }
    [[nodiscard]] bool percent(int chance) { return below(100) < chance; }

    void fill(unsigned char* bytes, std::size_t size) override
    {
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<unsigned char>(m_engine() >> 56);
    }

private:
    std::mt19937_64 m_engine;
};

/// A clock that stands where it is put: past days of the demo school are lived by it.
class PastClock final : public Clock {
public:
    explicit PastClock(Instant now) : m_now(now) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] Uptime uptime() const override { return {}; }

private:
    Instant m_now;
};

/// An id of that moment from the dice, so that the whole school can be repeated.
template <typename Id>
[[nodiscard]] Id idAt(Dice& dice, Instant at)
{
    return security::newId<Id>(dice, PastClock(at));
}

} // namespace kobai::demo
