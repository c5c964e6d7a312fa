// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <mutex>
#include <utility>

namespace kobai {

/// Runs @p action on @p receiver's thread, after what was posted there before; not at all if @p receiver dies first. The only way from
/// one thread to another. What was written before the call is seen by the action. Any thread.
template <typename Action>
void post(QObject* receiver, Action action)
{
#ifdef KOBAI_THREAD_SANITIZED
    // Qt's queue is not built with ThreadSanitizer, which therefore cannot see the last sentence above: this lock tells it.
    static std::mutex handover;
    const std::lock_guard lock(handover);
    QMetaObject::invokeMethod(
        receiver,
        [action = std::move(action)]() mutable {
            handover.lock();
            handover.unlock();
            action();
        },
        Qt::QueuedConnection);
#else
    QMetaObject::invokeMethod(receiver, std::move(action), Qt::QueuedConnection);
#endif
}

} // namespace kobai
