// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace kobai::test {

/// A clock that stands still until it is told to go. Starts on Wednesday 2026-06-10, 10:00 in the machine's zone. By set() and advance() time
/// passes, as the machine knows; by setWrongly() only what the clock shows changes.
class MockClock final : public Clock {
public:
    MockClock() : m_ms(QDateTime(QDate(2026, 6, 10), QTime(10, 0)).toMSecsSinceEpoch()) {}

    [[nodiscard]] Instant now() const override { return fromUnixMs(m_ms.load()); }
    [[nodiscard]] Uptime uptime() const override
    {
        return {QByteArray::number(m_starts.load()), std::chrono::milliseconds(m_ms.load() - m_wrongBy.load())};
    }
    void set(const QDateTime& time) { m_ms = time.toMSecsSinceEpoch(); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }
    void setWrongly(const QDateTime& time)
    {
        const std::int64_t before = m_ms.exchange(time.toMSecsSinceEpoch());
        m_wrongBy += m_ms - before;
    }
    void restartMachine() { ++m_starts; }

private:
    std::atomic<std::int64_t> m_ms;
    std::atomic<std::int64_t> m_wrongBy = 0;
    std::atomic<int> m_starts = 1;
};

} // namespace kobai::test
