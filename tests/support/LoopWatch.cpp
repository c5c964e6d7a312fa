// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/LoopWatch.h"

#include <QFile>

#include <algorithm>

namespace kobai::test {

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

LoopWatch::LoopWatch(QObject* parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LoopWatch::tick);
    reset();
    m_timer.start(tickMs);
}

void LoopWatch::reset()
{
    m_longestMs = 0;
    m_turns = 0;
    m_runDelayNs = runDelayNs();
    m_wall.start();
}

void LoopWatch::tick()
{
    const std::int64_t delay = runDelayNs();
    const double gapMs = double(m_wall.nsecsElapsed() - (delay - m_runDelayNs)) / 1e6 - tickMs;
    m_runDelayNs = delay;
    m_wall.restart();
    m_longestMs = std::max(m_longestMs, gapMs);
    ++m_turns;
}

} // namespace kobai::test
