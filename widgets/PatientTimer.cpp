// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PatientTimer.h"

namespace kobai::widgets {

PatientTimer::PatientTimer(int intervalMs, QObject* parent) : QObject(parent), m_interval(this), m_idle(this)
{
    m_interval.setObjectName(QStringLiteral("interval"));
    m_interval.setTimerType(Qt::PreciseTimer);
    m_interval.setSingleShot(true);
    m_interval.setInterval(intervalMs);
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    connect(&m_interval, &QTimer::timeout, &m_idle, qOverload<>(&QTimer::start));
    connect(&m_idle, &QTimer::timeout, this, &PatientTimer::ended);
}

void PatientTimer::start()
{
    m_idle.stop();
    m_interval.start();
}

void PatientTimer::stop()
{
    m_idle.stop();
    m_interval.stop();
}

} // namespace kobai::widgets
