// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Post.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

namespace kobai {

/// One thread that does one thing after another, and the only way off the GUI thread.
/// Made, used and destroyed on the thread that receives the results (the GUI thread).
/// Destruction runs what is queued to the end, then joins; results not yet delivered are dropped.
class Worker final {
public:
    explicit Worker(const QString& name);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    /// Runs work() on the worker's thread and then done(result) on the caller's thread, unless @p receiver
    /// has died meanwhile: then the result is dropped. Results arrive in the order of the calls.
    template <typename Work, typename Done>
    void run(Work work, QObject* receiver, Done done)
    {
        auto job = [this, work = std::move(work), guard = QPointer<QObject>(receiver),
                    done = std::move(done)]() mutable {
            if constexpr (std::is_void_v<std::invoke_result_t<Work&>>) {
                work();
                deliver([guard, done = std::move(done)]() mutable {
                    if (guard)
                        done();
                });
            } else {
                // shared_ptr: the result may be move-only, the event's function object must be copyable.
                auto result = std::make_shared<std::invoke_result_t<Work&>>(work());
                deliver([guard, done = std::move(done), result]() mutable {
                    if (guard)
                        done(std::move(*result));
                });
            }
        };
        queue(std::move(job));
    }

    /// Jobs accepted and not finished, the running one included.
    [[nodiscard]] int pending() const { return m_pending.load(std::memory_order_acquire); }

private:
    template <typename Job>
    void queue(Job job)
    {
        m_pending.fetch_add(1, std::memory_order_acq_rel);
        auto shared = std::make_shared<Job>(std::move(job)); // what is posted must be copyable
        post(&m_desk, [this, shared] {
            (*shared)();
            m_pending.fetch_sub(1, std::memory_order_acq_rel);
        });
    }

    template <typename Letter>
    void deliver(Letter letter)
    {
        auto shared = std::make_shared<Letter>(std::move(letter));
        post(&m_courier, [shared] { (*shared)(); });
    }

    QThread m_thread;
    QObject m_desk;    ///< lives on m_thread: work is posted to it
    QObject m_courier; ///< lives on the maker's thread: results are posted to it
    std::atomic<int> m_pending = 0;
};

} // namespace kobai
