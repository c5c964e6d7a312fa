// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>

namespace kobai::cli {

/// Watches the event loop of the thread it lives on: how long it was kept from turning by what ran in it. A figure for people, of one
/// machine at one time; nothing is decided by it.
class LoopWatch final : public QObject {
    Q_OBJECT

public:
    /// Nanoseconds that this thread had a core or wanted none, from any start.
    using Time = std::function<std::int64_t()>;

    explicit LoopWatch(Time time = ownTime, QObject* parent = nullptr);

    /// Longest turn since the last reset(), in milliseconds; the one under way counts.
    [[nodiscard]] double longestTurnMs();
    void reset();

private:
    /// The monotonic clock less the time in which the kernel had the thread wait for a core: a busy machine is not a blocking program.
    static std::int64_t ownTime();
    void tick();

    Time m_time;
    QTimer m_timer;
    std::int64_t m_lastNs = 0;
    double m_longestMs = 0;
};

} // namespace kobai::cli
