// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Gallery.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <chrono>
#include <optional>
#include <vector>

namespace kobai::face {

/// What one frame added to a run.
struct FrameEvidence {
    Tracker::Time taken;        ///< when the frame left the camera
    Tracker::Time time;         ///< when it had been looked at
    std::optional<QRectF> face; ///< relative to the frame; set when there is one face that can be meant
    Guidance guidance = Guidance::NoFace;
    std::optional<Embedding> embedding; ///< set when guidance is Good
    float live = 0;                     ///< with the embedding
    float weight = 1;
};

/// One attempt to identify: gathers evidence of one tracked face, fuses it into one probe, searches once. Searching once
/// matters: each search of a stranger is another chance for a false match. Used on the vision thread; overwrites the
/// embeddings it gathered.
class IdentifyRun final {
public:
    IdentifyRun(Tracker::Time start, std::chrono::milliseconds patience) : m_start(start), m_patience(patience) {}
    ~IdentifyRun() { startOver(); }
    Q_DISABLE_COPY_MOVE(IdentifyRun)

    /// The verdict, once there is one; then the run is over.
    [[nodiscard]] std::optional<Identification> add(const FrameEvidence& evidence, const Gallery& gallery,
                                                    const DecisionPolicy& policy);
    /// TimedOut once the patience is over; for the times when the camera gives nothing.
    [[nodiscard]] std::optional<Identification> waited(Tracker::Time now, const DecisionPolicy& policy) const;
    [[nodiscard]] int framesGathered() const { return int(m_embeddings.size()); }

private:
    void startOver();
    [[nodiscard]] std::optional<Identification> conclude(const Gallery& gallery, const DecisionPolicy& policy,
                                                         Tracker::Time now) const;
    [[nodiscard]] Identification ended(Verdict verdict, const DecisionPolicy& policy, Tracker::Time now) const;
    [[nodiscard]] float meanLive() const;

    Tracker::Time m_start;
    std::chrono::milliseconds m_patience;
    std::optional<Tracker::Time> m_firstFace;
    Tracker m_tracker;
    std::vector<Embedding> m_embeddings;
    std::vector<float> m_weights;
    std::vector<float> m_live;
    Guidance m_lastGuidance = Guidance::Starting;
};

} // namespace kobai::face
