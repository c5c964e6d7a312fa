// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace kobai::test {

/// Watches the event loop of the thread it lives on: how long it was kept from turning by what ran in it. Time in which the kernel had the
/// thread wait for a core (run delay) does not count, so that a busy test machine is not taken for a blocking program.
class LoopWatch final : public QObject {
    Q_OBJECT

public:
    explicit LoopWatch(QObject* parent = nullptr);

    /// Longest turn so far, in milliseconds.
    [[nodiscard]] double longestTurnMs() const { return m_longestMs; }
    [[nodiscard]] int turns() const { return m_turns; }
    void reset();

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_wall;
    std::int64_t m_runDelayNs = 0;
    double m_longestMs = 0;
    int m_turns = 0;
};

} // namespace kobai::test
