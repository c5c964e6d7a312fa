// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/AttackCheck.h"
#include "face/Challenge.h"
#include "face/Decision.h"
#include "face/FrameAnalyst.h"
#include "face/Gallery.h"
#include "face/Tracker.h"
#include "face/Vision.h"
#include "security/Random.h"

#include <chrono>
#include <optional>
#include <vector>

namespace kobai::face {

/// Whether an attempt of this @p plan could end with somebody: a search when anybody is enrolled, 1:1 when the claimed person is. A
/// presentation needs nobody.
[[nodiscard]] bool canRecognise(const IdentifyPlan& plan, const Gallery& gallery);

/// One attempt to identify: gathers evidence of one tracked face, fuses it into one probe, searches once.
///
/// Why once, and why the frames are fused first. A search of a stranger among N persons returns somebody with
/// probability FPIR = 1 - (1 - FMR)^N. Searching k frames one by one and taking the best answer gives a stranger k chances:
/// up to 1 - (1 - FPIR)^k, k times as many strangers let in for nothing. The mean of k frames instead is one trial at the
/// threshold that the gallery was calibrated for. It is a better trial, too: what differs from frame to frame (noise, a
/// half-closed lid, the head's turn) averages out, what belongs to the person stays. But frames of one face are not
/// independent. They share light, camera, hair and expression, so that the mean of k of them is worth far less than k
/// pictures from k days: k frames reduce the noise within the clip by 1/k and the rest not at all. Hence the threshold is
/// not lowered for a fused probe, frames that are too near in time are not encoded (FrameAnalyst), a frame counts by its
/// quality, and neither a majority of frames nor a lucky one decides anything.
///
/// With a challenge the recognised face must first do what is asked, be seen to be the same person in every frame that is
/// compared, and still be in the gallery at the end. Used on the vision thread; overwrites the embeddings it gathered.
class IdentifyRun final {
public:
    /// @p random draws the challenge and must outlive the run.
    IdentifyRun(Tracker::Time start, IdentifyPlan plan, security::RandomSource& random);
    ~IdentifyRun() = default;
    Q_DISABLE_COPY_MOVE(IdentifyRun)

    /// What a frame showed, looked at until @p now. The verdict, once there is one; then the run is over.
    [[nodiscard]] std::optional<Identification> add(const FrameFinding& finding, Tracker::Time now,
                                                    const Gallery& gallery, const DecisionPolicy& policy);
    /// TimedOut once the patience is over (ChallengeFailed in a challenge); for the times when the camera gives nothing.
    [[nodiscard]] std::optional<Identification> waited(Tracker::Time now, const DecisionPolicy& policy);

    [[nodiscard]] int framesGathered() const { return m_frames; }
    [[nodiscard]] bool isChallenging() const { return m_challenge.has_value(); }
    /// The last frame's observation as the person should see it: with what is asked, why it started over, how far it is.
    [[nodiscard]] Observation shown(Observation observation, const DecisionPolicy& policy) const;

private:
    void startOver(Tracker::Step step, Tracker::Time now);
    void gather(const FrameFinding& finding);
    [[nodiscard]] std::optional<Identification> conclude(const FrameFinding& finding, Tracker::Time now,
                                                         const Gallery& gallery, const DecisionPolicy& policy);
    /// searched() or compared(), as planned.
    [[nodiscard]] Identification decided(const Gallery& gallery, const DecisionPolicy& policy) const;
    [[nodiscard]] Identification searched(const Gallery& gallery, const DecisionPolicy& policy) const;
    [[nodiscard]] Identification compared(PersonId claimed, const Gallery& gallery, const DecisionPolicy& policy) const;
    [[nodiscard]] bool wantsChallenge(const Identification& result) const;
    [[nodiscard]] std::optional<Identification> challenge(const FrameFinding& finding, Tracker::Time now,
                                                          const Gallery& gallery, const DecisionPolicy& policy);
    [[nodiscard]] float thresholdOf(const DecisionPolicy& policy) const;
    /// @p result with what is the same for every end.
    [[nodiscard]] Identification ended(Identification result, Tracker::Time now) const;

    Tracker::Time m_start;
    IdentifyPlan m_plan;
    security::RandomSource& m_random;
    std::optional<Tracker::Time> m_firstFace;
    int m_track = 0;
    int m_frames = 0; ///< gathered
    std::vector<Embedding> m_embeddings;
    std::vector<float> m_weights;
    float m_live = 0;
    Guidance m_lastGuidance = Guidance::Starting;
    std::optional<Guidance> m_notice; ///< why it started over, said for a moment
    Tracker::Time m_noticeEnd;
    Tracker::Time m_now;

    std::optional<Challenge> m_challenge;
    Identification m_recognised; ///< while the challenge runs
    Embedding m_probe;           ///< the same
};

} // namespace kobai::face
