// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/MonotonicClock.h"

#include <thread>

namespace kobai {

namespace {

class SystemMonotonicClock final : public MonotonicClock {
public:
    [[nodiscard]] Time now() const override { return std::chrono::steady_clock::now(); }
    void sleepUntil(Time time) const override { std::this_thread::sleep_until(time); }
};

} // namespace

const MonotonicClock& MonotonicClock::system()
{
    static const SystemMonotonicClock clock;
    return clock;
}

} // namespace kobai
