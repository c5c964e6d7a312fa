// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Engine.h"
#include "face/Frame.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <optional>

namespace kobai::face {

/// What one frame shows, and the face's encoding when the frame is good enough for the purpose.
struct FrameFinding {
    Tracker::Time taken; ///< the frame's
    Observation observation;
    HeadPose pose;
    std::optional<Embedding> embedding;
    float live = 0;   ///< with the embedding, when identifying
    float weight = 1; ///< with the embedding
};

/// Looks at frames, the cheap questions first: light, faces, the one face's quality; only then is it encoded. So nobody
/// but the one person in front is ever encoded. Belongs to the vision thread, for one run.
class FrameAnalyst final {
public:
    FrameAnalyst(Engine& engine, Purpose purpose) : m_engine(engine), m_purpose(purpose) {}

    /// Faults: NetworkOutput.
    [[nodiscard]] Result<FrameFinding> look(const Frame& frame);
    /// Has any frame shown anything but black?
    [[nodiscard]] bool hasSeenLight() const { return m_hasSeenLight; }

private:
    [[nodiscard]] bool isBlackForLong(const Frame& frame);
    [[nodiscard]] Status lookAtFaces(const QImage& picture, FrameFinding& finding);
    [[nodiscard]] Status encode(const QImage& picture, const LocatedFace& face, FrameFinding& finding);

    Engine& m_engine;
    Purpose m_purpose;
    bool m_hasSeenLight = false;
    std::optional<std::chrono::steady_clock::time_point> m_blackSince;
};

} // namespace kobai::face
