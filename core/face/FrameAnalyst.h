// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/AttackCheck.h"
#include "face/Challenge.h"
#include "face/Engine.h"
#include "face/Frame.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <optional>

namespace kobai::face {

/// What one frame shows, and the face's encoding when the frame is one that is worth it.
struct FrameFinding {
    Tracker::Time taken; ///< the frame's
    Observation observation;
    Tracker::Step step = Tracker::Step::GoesOn; ///< anything else: evidence from before this frame does not count
    int track = 0;                              ///< Tracker::number()
    std::optional<ChallengeSample> sample;      ///< set when there is one face that can be meant
    std::optional<Embedding> embedding;         ///< set on some of the frames whose guidance is Good
    float weight = 1;                           ///< with the embedding
    bool isPresentation = false;                ///< one of those frames, looked at for the attack check alone
    AttackFinding attack = AttackFinding::TooFewFrames; ///< over the frames of the track so far, when identifying
    float live = 0;                                     ///< AttackCheck::score()

    /// One of the frames that decide.
    [[nodiscard]] bool isEvidence() const { return embedding || isPresentation; }
};

/// Looks at frames, and does with each only what it needs: the detector a few times a second, in between the landmarks
/// follow the face; light and pose and sharpness before anything is encoded; and of the good frames only those that are
/// far enough apart to add something. So nobody but the one person in front is ever encoded.
/// Belongs to the vision thread, for one run.
class FrameAnalyst final {
public:
    FrameAnalyst(Engine& engine, Purpose purpose) : m_engine(engine), m_purpose(purpose) {}

    /// Faults: NetworkOutput.
    [[nodiscard]] Result<FrameFinding> look(const Frame& frame);
    /// Has any frame shown anything but black?
    [[nodiscard]] bool hasSeenLight() const { return m_hasSeenLight; }
    /// While a challenge runs the face is encoded only now and then, to see that it is still the same one.
    void setChallenging(bool isOn) { m_isChallenging = isOn; }

private:
    /// The face that is followed.
    struct Followed {
        QRectF box; ///< pixels
        Landmarks landmarks;
        Tracker::Time detected; ///< when the detector last saw it
    };

    [[nodiscard]] bool isBlackForLong(const Frame& frame);
    [[nodiscard]] Status lookAtFaces(const QImage& picture, FrameFinding& finding);
    /// Detector: sets m_followed, or says why there is nobody to follow.
    [[nodiscard]] Status detect(const QImage& picture, FrameFinding& finding);
    [[nodiscard]] bool isTimeToEncode(Tracker::Time taken) const;
    [[nodiscard]] bool isWorthEncoding(const FaceMeasures& measures, Tracker::Time taken) const;
    [[nodiscard]] Status encode(const QImage& picture, const LocatedFace& face, FrameFinding& finding);
    void note(const FaceMeasures& measures, FrameFinding& finding);
    void note(Tracker::Step step, FrameFinding& finding);

    Engine& m_engine;
    Purpose m_purpose;
    bool m_isChallenging = false;
    bool m_hasSeenLight = false;
    std::optional<Tracker::Time> m_blackSince;
    Tracker m_tracker;
    AttackCheck m_attack;
    std::optional<Followed> m_followed;
    bool m_wasGood = false;                 ///< the last frame with a face
    std::optional<Tracker::Time> m_encoded; ///< the last frame of the track that was
    int m_encodings = 0;                    ///< of the track
    bool m_isAwake = false;                 ///< the track's eyes were seen open: at the till a blink then costs no time
    float m_bestWeight = 0;                 ///< of the track
};

} // namespace kobai::face
