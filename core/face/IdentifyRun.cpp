// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/IdentifyRun.h"

#include "face/Cohort.h"

#include <algorithm>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// More frames than this teach the probe nothing; it is kept for the attack check's sake only.
constexpr std::size_t mostFrames = 16;
/// How long the person reads why it started over.
constexpr auto noticeTime = 1200ms;

Guidance guidanceFor(std::optional<ChallengeStep> step)
{
    if (!step)
        return Guidance::TurnToCamera;
    switch (*step) {
    case ChallengeStep::TurnLeft:
        return Guidance::TurnLeft;
    case ChallengeStep::TurnRight:
        return Guidance::TurnRight;
    case ChallengeStep::Blink:
        return Guidance::Blink;
    }
    Q_UNREACHABLE();
}

float share(int part, int whole)
{
    return whole > 0 ? std::clamp(float(part) / float(whole), 0.0F, 1.0F) : 0;
}

} // namespace

bool canRecognise(const IdentifyPlan& plan, const Gallery& gallery)
{
    if (plan.presentation)
        return true;
    return plan.claimed ? gallery.contains(*plan.claimed) : gallery.size() > 0;
}

IdentifyRun::IdentifyRun(Tracker::Time start, IdentifyPlan plan, security::RandomSource& random)
    : m_start(start), m_plan(std::move(plan)), m_random(random)
{
    m_embeddings.reserve(mostFrames);
}

std::optional<Identification> IdentifyRun::add(const FrameFinding& finding, Tracker::Time now, const Gallery& gallery,
                                               const DecisionPolicy& policy)
{
    m_now = now;
    m_lastGuidance = finding.observation.guidance;
    m_live = finding.sample ? finding.live : m_live;
    if (finding.sample && !m_firstFace)
        m_firstFace = finding.taken;
    if (m_challenge)
        return challenge(finding, now, gallery, policy);
    if (finding.step != Tracker::Step::GoesOn || (finding.sample && finding.track != m_track))
        startOver(finding.step, now);
    if (finding.sample)
        m_track = finding.track;
    if (finding.isEvidence())
        gather(finding);
    if (auto verdict = conclude(finding, now, gallery, policy))
        return verdict;
    return waited(now, policy);
}

void IdentifyRun::startOver(Tracker::Step step, Tracker::Time now)
{
    if (m_frames > 0) {
        m_notice = step == Tracker::Step::TimeJump ? Guidance::Starting : Guidance::SeveralFaces;
        m_noticeEnd = now + noticeTime;
    }
    m_embeddings.clear();
    m_weights.clear();
    m_frames = 0;
}

void IdentifyRun::gather(const FrameFinding& finding)
{
    if (m_frames == int(mostFrames))
        return;
    ++m_frames;
    if (!finding.embedding)
        return;
    m_embeddings.push_back(*finding.embedding);
    m_weights.push_back(finding.weight);
}

std::optional<Identification> IdentifyRun::waited(Tracker::Time now, const DecisionPolicy& policy)
{
    m_now = now;
    if (m_challenge) {
        if (m_challenge->waited(now) != Challenge::State::Failed)
            return std::nullopt;
        m_recognised.verdict = Verdict::ChallengeFailed;
        return ended(m_recognised, now);
    }
    if (now - m_start < std::chrono::milliseconds(m_plan.patienceMs))
        return std::nullopt;
    return ended({.verdict = Verdict::TimedOut, .threshold = thresholdOf(policy)}, now);
}

std::optional<Identification> IdentifyRun::conclude(const FrameFinding& finding, Tracker::Time now,
                                                    const Gallery& gallery, const DecisionPolicy& policy)
{
    if (!finding.isEvidence() || framesGathered() < policy.frames)
        return std::nullopt;
    if (finding.attack == AttackFinding::Attack)
        return ended({.verdict = Verdict::Spoof, .threshold = thresholdOf(policy)}, now);
    if (finding.attack != AttackFinding::Live)
        return std::nullopt;
    const Identification result = ended(decided(gallery, policy), now);
    if (!wantsChallenge(result))
        return result;
    m_recognised = result;
    m_probe = meanEmbedding(m_embeddings, m_weights);
    m_challenge.emplace(drawChallenge(m_random, 1), finding.taken);
    return std::nullopt;
}

Identification IdentifyRun::decided(const Gallery& gallery, const DecisionPolicy& policy) const
{
    if (m_plan.presentation)
        return {.verdict = Verdict::Unknown};
    return m_plan.claimed ? compared(*m_plan.claimed, gallery, policy) : searched(gallery, policy);
}

Identification IdentifyRun::searched(const Gallery& gallery, const DecisionPolicy& policy) const
{
    const Embedding probe = meanEmbedding(m_embeddings, m_weights);
    const std::vector<Candidate> best = normalisedSearch(gallery, probe, 2);
    Identification result{.threshold = thresholdOf(policy)};
    result.verdict = decide(best, policy);
    result.margin = lead(best);
    if (!best.empty())
        result.score = best.front().score;
    if (result.verdict == Verdict::Unknown)
        return result; // names nobody
    result.person = best.front().person;
    if (best.size() > 1)
        result.runnerUp = best[1].person;
    return result;
}

Identification IdentifyRun::compared(PersonId claimed, const Gallery& gallery, const DecisionPolicy& policy) const
{
    const Embedding probe = meanEmbedding(m_embeddings, m_weights);
    const std::optional<Candidate> candidate = gallery.compare(claimed, probe);
    Identification result{.person = claimed, .threshold = thresholdOf(policy)};
    result.verdict = candidate ? decideClaim(*candidate, policy) : Verdict::NotEnrolled;
    result.score = candidate ? candidate->score : 0;
    result.margin = result.score;
    return result;
}

bool IdentifyRun::wantsChallenge(const Identification& result) const
{
    return m_plan.challenge && result.verdict == Verdict::Identified
           && !m_plan.withoutChallenge.contains(result.person);
}

std::optional<Identification> IdentifyRun::challenge(const FrameFinding& finding, Tracker::Time now,
                                                     const Gallery& gallery, const DecisionPolicy& policy)
{
    const auto end = [&](Verdict verdict) {
        Identification result = m_recognised;
        result.verdict = verdict;
        if (verdict == Verdict::Unknown || verdict == Verdict::Spoof)
            result.person = result.runnerUp = PersonId();
        return ended(result, now);
    };
    if (finding.attack == AttackFinding::Attack)
        return end(Verdict::Spoof);
    if (finding.step != Tracker::Step::GoesOn || (finding.sample && finding.track != m_track)
        || (finding.embedding && !isSamePerson(m_probe, *finding.embedding)))
        return end(Verdict::ChallengeFailed);
    switch (finding.sample ? m_challenge->add(*finding.sample) : m_challenge->waited(now)) {
    case Challenge::State::Running:
        return std::nullopt;
    case Challenge::State::Failed:
        return end(Verdict::ChallengeFailed);
    case Challenge::State::Passed:
        break;
    }
    // The same probe once more: no second chance for a stranger, but who was taken out of the gallery meanwhile is nobody.
    const Identification still = decided(gallery, policy);
    if (still.verdict == Verdict::Identified && still.person != m_recognised.person)
        return end(Verdict::Unknown);
    return ended(still, now);
}

Observation IdentifyRun::shown(Observation observation, const DecisionPolicy& policy) const
{
    observation.framesGathered = framesGathered();
    observation.framesWanted = policy.frames;
    observation.ring = share(framesGathered(), policy.frames);
    if (m_challenge) {
        const bool isSeen = observation.face.has_value();
        if (isSeen)
            observation.guidance =
                m_challenge->isOnTheWayBack() ? Guidance::TurnToCamera : guidanceFor(m_challenge->step());
        observation.ring = share(2 * m_challenge->stepsDone() + (m_challenge->isOnTheWayBack() ? 1 : 0),
                                 2 * m_challenge->stepsWanted());
    } else if (m_notice && m_now < m_noticeEnd && observation.guidance == Guidance::Good) {
        observation.guidance = *m_notice;
    }
    return observation;
}

float IdentifyRun::thresholdOf(const DecisionPolicy& policy) const
{
    return m_plan.claimed ? policy.claimThreshold : policy.threshold;
}

Identification IdentifyRun::ended(Identification result, Tracker::Time now) const
{
    result.liveness = m_live;
    result.frames = framesGathered();
    result.lastGuidance = m_lastGuidance;
    if (m_firstFace)
        result.elapsedMs = std::chrono::duration_cast<std::chrono::milliseconds>(now - *m_firstFace).count();
    return result;
}

} // namespace kobai::face
