// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AttackCue.h"
#include "face/MotionCues.h"

#include <QImage>
#include <QRectF>

#include <chrono>

namespace kobai::face {

class Engine;
struct LocatedFace;

/// What the frames of one face amount to.
enum class AttackFinding {
    TooFewFrames, ///< nothing is said yet: look on
    Live,
    Attack, ///< a print, a screen or something else that is no face
    TooFar, ///< too small to be judged: to be asked closer, never called a fake
};

/// Presentation attack detection over the frames of one tracked face: gathers cues and fuses them into one score.
/// Evidence of two faces must not be mixed: startOver() when the track is lost. Used on the vision thread.
class AttackCheck final {
public:
    using Time = std::chrono::steady_clock::time_point;

    AttackCheck() = default;
    ~AttackCheck() = default;
    Q_DISABLE_COPY_MOVE(AttackCheck)

    /// Every frame of the track, also those that are not encoded: how the face and what is around it move. At most 1 ms;
    /// no network. @p picture as from normalisedPicture(); @p face: the detector's box in pixels.
    void follow(const QImage& picture, const QRectF& face, Time taken);

    /// A frame in which a decision is near (those that are encoded): twice the network and two textures, about 14 ms. A face
    /// whose eyes are nearer than livenessEyeDistance is only noted. follow() the same frame before. Faults: NetworkOutput;
    /// then nothing was noted.
    [[nodiscard]] Status look(Engine& engine, const QImage& picture, const LocatedFace& face, Time taken);

    /// The face is another one or was lost.
    void startOver();

    /// 0 (attack) to 1 (live), live from liveThreshold on; 0 before the first look.
    [[nodiscard]] float score() const;
    static constexpr float liveThreshold = 0.5F;
    /// For a decision while frames come: TooFewFrames until the evidence is clear, or has been gathered for longEnough.
    [[nodiscard]] AttackFinding finding() const;
    /// When no more frames will come, such as for a single picture: TooFewFrames only when no face was looked at.
    [[nodiscard]] AttackFinding conclusion() const;
    [[nodiscard]] AttackEvidence evidence() const;

    /// One look's cues; look() adds what it finds.
    void add(const AttackCue& cue, Time taken);
    void addTooFar() { ++m_tooFar; }

    static constexpr std::chrono::milliseconds soonest{200}; ///< from the first look to the first finding
    /// A verdict within a second. Of 146 films (make-attacks, clips) each ends as it does with 1,000 ms.
    static constexpr std::chrono::milliseconds longEnough{880};

private:
    MotionCues m_motion;
    AttackCue m_sum;
    int m_looks = 0;
    int m_tooFar = 0;
    Time m_first;
    Time m_last;
};

} // namespace kobai::face
