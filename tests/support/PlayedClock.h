// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/MonotonicClock.h"

#include <atomic>

namespace kobai::test {

/// A clock that stands still but for who sleeps by it or moves it: a second of sleep is over at once. Thread-safe.
class PlayedClock final : public MonotonicClock {
public:
    [[nodiscard]] Time now() const override { return Time(Time::duration(m_now.load())); }
    void sleepUntil(Time time) const override
    {
        Time::rep now = m_now.load();
        while (now < time.time_since_epoch().count()
               && !m_now.compare_exchange_weak(now, time.time_since_epoch().count())) {
        }
    }
    void advance(Time::duration by) { m_now += by.count(); }

private:
    mutable std::atomic<Time::rep> m_now = Time::duration(std::chrono::hours(1)).count();
};

} // namespace kobai::test
