// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTimer>
#include <QTimerEvent>

#include <chrono>

namespace kobai::test {

/// Takes a timer out of the machine's hands: however slow the test runs, the timer fires when the test says so.
class HeldTimer final {
public:
    /// @p owner: a PatientTimer, or what holds a QTimer of that @p name by itself or in a child.
    explicit HeldTimer(QObject* owner, const QString& name = QStringLiteral("interval"))
        : m_timer(owner == nullptr ? nullptr : owner->findChild<QTimer*>(name))
    {
        if (m_timer == nullptr)
            qFatal("there is no such timer");
        m_timer->setInterval(std::chrono::hours(24));
    }

    [[nodiscard]] bool isRunning() const { return m_timer->isActive(); }
    /// Ends the interval now.
    void fire()
    {
        if (!m_timer->isActive())
            qFatal("the timer does not run");
        QTimerEvent end(m_timer->timerId());
        QCoreApplication::sendEvent(m_timer, &end);
    }

private:
    QTimer* m_timer;
};

} // namespace kobai::test
