// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/AttackCheck.h"

#include "face/Engine.h"
#include "face/FacePeriod.h"
#include "face/LivenessNetwork.h"
#include "face/SheetBorder.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

constexpr int fewestLooks = 3;
constexpr int fewestTooFar = 3; ///< one small box can be the detector's error
/// Log odds from which on more frames are not waited for. To be refused takes more than to be let through: a quick turn or
/// blur makes a bad look, and a refusal is final.
constexpr float clearlyLive = 0.7F;
constexpr float clearlyAttack = -1.5F;

/// 0 up to @p none, 1 from @p full on.
float share(float value, float none, float full)
{
    return std::clamp((value - none) / (full - none), 0.0F, 1.0F);
}

/// Motion in itself of a living face that moves as far: of the clips' heads 95 % are above from 0.6 pixels of motion on (of
/// a face 36 wide), of the rendered prints 95 % below.
float livingMotion(const MotionEvidence& motion)
{
    return 0.11F + 0.03F * std::min(motion.motion, 3.0F);
}

/// How much less the face moves in itself than that; nothing can be said of one that keeps still.
float stiffness(const MotionEvidence& motion)
{
    return std::clamp((livingMotion(motion) - motion.inner) / 0.04F, 0.0F, 1.5F) * share(motion.motion, 0.3F, 0.7F);
}

/// Does it begin to look like a print, so that a longer look at its motion is due?
bool seemsStiff(const MotionEvidence& motion)
{
    constexpr float someMotion = 0.2F;
    return motion.motion > someMotion && motion.inner < livingMotion(motion);
}

/// How much more: moire, flicker and reflections that wander over the face.
float restlessness(const MotionEvidence& motion)
{
    const float living = 0.2F + 0.08F * motion.motion;
    return share(motion.inner, living, living + 0.08F);
}

} // namespace

/// A logistic rule, learned by ridge regression on 190 rendered attacks (make-attacks, all species; 10 LFW persons and the
/// clips) and 211 windows of 1.3 s of the three clips, each film and species with the same weight, then rounded. The network
/// is capped at 4: how sure it is above that depends on the camera, not on the person.
float liveLogOdds(const AttackEvidence& evidence)
{
    if (evidence.looks == 0)
        return -1;
    const auto capped = [](float odds) { return std::clamp(odds, -4.0F, 4.0F); };
    float odds = -1.1F + 0.25F * capped(evidence.cue.plain) + 0.6F * capped(evidence.cue.smooth)
                 - 3.2F * share(evidence.cue.border, 0.72F, 0.97F) - 0.8F * share(evidence.cue.period, 4.2F, 5.7F);
    if (evidence.motion.steps > 1)
        odds -= 1.8F * share(evidence.motion.together, 0.03F, 0.23F) + 2.6F * stiffness(evidence.motion)
                + restlessness(evidence.motion);
    return odds;
}

void AttackCheck::follow(const QImage& picture, const QRectF& face, Time taken)
{
    m_motion.follow(picture, face, taken);
}

Status AttackCheck::look(Engine& engine, const QImage& picture, const LocatedFace& face, Time taken)
{
    if (face.measures.eyeDistance < livenessEyeDistance) {
        addTooFar();
        return {};
    }
    const QRectF& box = face.measures.box;
    AttackCue cue{.border = sheetBorder(picture, box), .period = facePeriod(picture, box)};
    KOBAI_ASSIGN(cue.plain, engine.liveLogOdds(picture, box, Grain::AsItIs));
    KOBAI_ASSIGN(cue.smooth, engine.liveLogOdds(picture, box, Grain::Smoothed));
    add(cue, taken);
    return {};
}

void AttackCheck::add(const AttackCue& cue, Time taken)
{
    if (m_looks == 0)
        m_first = taken;
    m_last = taken;
    ++m_looks;
    m_sum.plain += cue.plain;
    m_sum.smooth += cue.smooth;
    m_sum.border += cue.border;
    m_sum.period += cue.period;
}

void AttackCheck::startOver()
{
    m_motion.startOver();
    m_sum = {};
    m_looks = 0;
    m_tooFar = 0;
}

AttackEvidence AttackCheck::evidence() const
{
    const auto count = float(std::max(1, m_looks));
    return {.cue = {.plain = m_sum.plain / count,
                    .smooth = m_sum.smooth / count,
                    .border = m_sum.border / count,
                    .period = m_sum.period / count},
            .motion = m_motion.evidence(),
            .looks = m_looks};
}

float AttackCheck::score() const
{
    return m_looks == 0 ? 0 : 1 / (1 + std::exp(-liveLogOdds(evidence())));
}

AttackFinding AttackCheck::finding() const
{
    if (m_looks == 0)
        return m_tooFar >= fewestTooFar ? AttackFinding::TooFar : AttackFinding::TooFewFrames;
    if (m_looks < fewestLooks || m_last - m_first < soonest)
        return AttackFinding::TooFewFrames;
    const AttackEvidence all = evidence();
    const float odds = liveLogOdds(all);
    const bool isClear = (odds >= clearlyLive && !seemsStiff(all.motion)) || odds <= clearlyAttack;
    return isClear || m_last - m_first >= longEnough ? conclusion() : AttackFinding::TooFewFrames;
}

AttackFinding AttackCheck::conclusion() const
{
    if (m_looks == 0)
        return m_tooFar > 0 ? AttackFinding::TooFar : AttackFinding::TooFewFrames;
    return score() >= liveThreshold ? AttackFinding::Live : AttackFinding::Attack;
}

} // namespace kobai::face
