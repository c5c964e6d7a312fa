// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace kobai {

/// Time that only goes forward, whatever is done to the machine's date: for patience, silence, a film's pace. Handed to constructors so
/// that tests play it and wait for nothing. Thread-safe.
class MonotonicClock {
public:
    using Time = std::chrono::steady_clock::time_point;

    virtual ~MonotonicClock() = default;
    [[nodiscard]] virtual Time now() const = 0;
    /// Returns when it is @p time.
    virtual void sleepUntil(Time time) const = 0;

    /// The machine's.
    [[nodiscard]] static const MonotonicClock& system();
};

} // namespace kobai
