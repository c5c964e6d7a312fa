// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace kobai::widgets {

/// A single shot that lets what happened before its end be handled first. When the thread was busy, a QTimer's end may come before
/// keys and clicks that were made earlier and wait behind it; this one fires once nothing waits. GUI thread.
class PatientTimer final : public QObject {
    Q_OBJECT

public:
    PatientTimer(int intervalMs, QObject* parent);

    /// Anew when it runs already.
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_interval.isActive() || m_idle.isActive(); }

Q_SIGNALS:
    void ended();

private:
    QTimer m_interval;
    QTimer m_idle; ///< of no length: its turn comes when nothing else has one
};

} // namespace kobai::widgets
