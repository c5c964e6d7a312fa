// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Vision.h"
#include "support/PlayedClock.h"

#include <QSemaphore>

#include <atomic>
#include <memory>
#include <mutex>

namespace kobai::test {

/// What a Vision sees, on a clock of the test's: the next picture comes once the one before was looked at, however long that took, and by
/// the clock it came in time. So a run has the same frames on every machine. Must outlive the Vision.
class PlayedCamera final {
public:
    /// @p inner: what opens the source in question; without it clips and folders by openFrameSource().
    explicit PlayedCamera(face::SourceOpener inner = {}) : m_inner(std::move(inner)) {}

    [[nodiscard]] face::SourceOpener opener();
    /// Gives the next picture when @p vision has looked at one. Once, after it was made with opener() and clock.
    void follow(face::Vision& vision);
    /// From the next run on pictures come as fast as they are read: for previews, in which nothing is looked at.
    void setFree(bool free) { m_isFree = free; }

    PlayedClock clock;

private:
    /// One opened source's; shared, for a source may be opened while the last one still waits.
    using Steps = std::shared_ptr<QSemaphore>;
    class Stepped;

    static constexpr int plenty = 1'000'000;

    face::SourceOpener m_inner;
    std::atomic<bool> m_isFree = false;
    std::mutex m_mutex;
    Steps m_steps;
};

class PlayedCamera::Stepped final : public face::FrameSource {
public:
    Stepped(std::unique_ptr<face::FrameSource> source, Steps steps)
        : m_source(std::move(source)), m_steps(std::move(steps))
    {
    }
    [[nodiscard]] Result<face::Frame> next() override
    {
        constexpr int lastResortMs = 30'000; // a run that was stopped before its camera was open says so to nobody
        (void)m_steps->tryAcquire(1, lastResortMs);
        return m_source->next();
    }

private:
    std::unique_ptr<face::FrameSource> m_source;
    Steps m_steps;
};

inline face::SourceOpener PlayedCamera::opener()
{
    return [this](const face::CameraChoice& choice) -> Result<std::unique_ptr<face::FrameSource>> {
        KOBAI_ASSIGN(auto source, m_inner ? m_inner(choice) : face::openFrameSource(choice, clock));
        const auto steps = std::make_shared<QSemaphore>(m_isFree ? plenty : 1);
        const std::lock_guard lock(m_mutex);
        m_steps = steps;
        return std::make_unique<Stepped>(std::move(source), steps);
    };
}

inline void PlayedCamera::follow(face::Vision& vision)
{
    const auto give = [this](int pictures) {
        const std::lock_guard lock(m_mutex);
        if (m_steps)
            m_steps->release(pictures);
    };
    QObject::connect(&vision, &face::Vision::observed, &vision, [give] { give(1); });
    QObject::connect(&vision, &face::Vision::cameraClosed, &vision, [give] { give(plenty); });
}

} // namespace kobai::test
