// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LongTask.h"

#include "base/Post.h"

namespace kobai::app {

LongTask::LongTask(const QString& name, QObject* parent) : QObject(parent), m_worker(name) {}

LongTask::~LongTask()
{
    cancel();
}

void LongTask::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

LongTask::Progress LongTask::begin()
{
    Q_ASSERT(!isRunning());
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    return [this, cancelled = m_cancelled](int done, int all) {
        // This object outlives the thread; what is still in the queue when it goes is dropped with it.
        post(this, [this, done, all] { Q_EMIT progressed(done, all); });
        return !*cancelled;
    };
}

} // namespace kobai::app
