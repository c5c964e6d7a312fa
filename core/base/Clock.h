// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>

#include <chrono>

namespace kobai {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] inline std::int64_t toUnixMs(Instant instant)
{
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline Instant fromUnixMs(std::int64_t ms)
{
    return Instant(std::chrono::milliseconds(ms));
}
/// In the machine's time zone, for display and for calendar days.
[[nodiscard]] inline QDateTime toLocal(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMs(instant));
}
[[nodiscard]] inline Instant fromLocal(const QDateTime& time)
{
    return fromUnixMs(time.toMSecsSinceEpoch());
}

/// What a machine knows of time passing without asking what time it is.
struct Uptime {
    QByteArray boot;                    ///< another one after each start of the machine; empty: nothing is known
    std::chrono::milliseconds length{}; ///< since that start, sleep included
};

/// Where the time comes from; handed to constructors so that tests can stand on any day. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual Uptime uptime() const = 0;
    [[nodiscard]] QDate today() const { return toLocal(now()).date(); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Uptime uptime() const override;
};

} // namespace kobai

Q_DECLARE_METATYPE(kobai::Instant)
