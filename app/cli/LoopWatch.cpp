// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LoopWatch.h"

#include <QFile>

#include <algorithm>
#include <chrono>

namespace kobai::cli {

namespace {

constexpr int tickMs = 5;

/// Nanoseconds this thread has waited for a core while it could have run; 0 where the kernel does not tell.
std::int64_t runDelayNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields.at(1).toLongLong() : 0;
}

} // namespace

std::int64_t LoopWatch::ownTime()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - runDelayNs();
}

LoopWatch::LoopWatch(Time time, QObject* parent) : QObject(parent), m_time(std::move(time)), m_timer(this)
{
    m_timer.setObjectName(QStringLiteral("tick"));
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LoopWatch::tick);
    reset();
    m_timer.start(tickMs);
}

void LoopWatch::reset()
{
    m_longestMs = 0;
    m_lastNs = m_time();
}

double LoopWatch::longestTurnMs()
{
    tick();
    return m_longestMs;
}

void LoopWatch::tick()
{
    const std::int64_t now = m_time();
    m_longestMs = std::max(m_longestMs, double(now - m_lastNs) / 1e6 - tickMs);
    m_lastNs = now;
}

} // namespace kobai::cli
