// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace kobai::test {

/// A clock that stands still until it is told to go. Starts on Wednesday 2026-06-10, 10:00 in the machine's zone.
class MockClock final : public Clock {
public:
    MockClock() : m_ms(QDateTime(QDate(2026, 6, 10), QTime(10, 0)).toMSecsSinceEpoch()) {}

    [[nodiscard]] Instant now() const override { return fromUnixMs(m_ms.load()); }
    void set(const QDateTime& time) { m_ms = time.toMSecsSinceEpoch(); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<std::int64_t> m_ms;
};

} // namespace kobai::test
