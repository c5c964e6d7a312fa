// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Worker.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace kobai::app {

/// Long work on a thread of its own, one task at a time, with progress and a way to stop; for what needs neither the store nor the camera.
/// GUI thread. Destruction stops the task and waits for it.
class LongTask final : public QObject {
    Q_OBJECT

public:
    /// Called by the work, on any of its threads; false: stop, with the fault Cancelled.
    using Progress = std::function<bool(int done, int all)>;

    explicit LongTask(const QString& name, QObject* parent = nullptr);
    ~LongTask() override;
    Q_DISABLE_COPY_MOVE(LongTask)

    [[nodiscard]] bool isRunning() const { return m_cancelled != nullptr; }
    void cancel();

    /// Runs work(progress) there and then done(result) here. Precondition: nothing is running.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        const Progress progress = begin();
        m_worker.run([work = std::move(work), progress]() mutable { return work(progress); }, this,
                     [this, done = std::move(done)](auto result) mutable {
                         m_cancelled = nullptr;
                         done(std::move(result));
                     });
    }

Q_SIGNALS:
    void progressed(int done, int all);

private:
    [[nodiscard]] Progress begin();

    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the task under way; null when there is none
    Worker m_worker;                                ///< the last member: it joins before the others go
};

} // namespace kobai::app
