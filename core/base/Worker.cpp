// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Worker.h"

namespace kobai {

Worker::Worker(const QString& name)
{
    m_thread.setObjectName(name);
    m_desk.moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    // Queued behind the jobs, so that they all run first.
    post(&m_desk, [this] { m_thread.quit(); });
    m_thread.wait();
}

} // namespace kobai
