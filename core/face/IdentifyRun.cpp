// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/IdentifyRun.h"

#include "face/Decision.h"

#include <numeric>

namespace kobai::face {

namespace {

/// A live face now and then has a few bad frames (a quick turn, motion blur): before somebody is told to be a picture
/// so many times the usual frames must agree on it.
constexpr int framesForSpoof = 3;

} // namespace

std::optional<Identification> IdentifyRun::add(const FrameEvidence& evidence, const Gallery& gallery,
                                               const DecisionPolicy& policy)
{
    m_lastGuidance = evidence.guidance;
    if (evidence.face) {
        if (!m_firstFace)
            m_firstFace = evidence.taken;
        if (!m_tracker.follow(*evidence.face, evidence.taken))
            startOver();
    }
    if (evidence.embedding) {
        if (!m_tracker.recognise(*evidence.embedding))
            startOver();
        if (m_embeddings.empty())
            m_embeddings.reserve(std::size_t(framesForSpoof * policy.frames)); // growing would leave copies behind
        m_embeddings.push_back(*evidence.embedding);
        m_weights.push_back(evidence.weight);
        m_live.push_back(evidence.live);
        if (auto verdict = conclude(gallery, policy, evidence.time))
            return verdict;
    }
    return waited(evidence.time, policy);
}

std::optional<Identification> IdentifyRun::waited(Tracker::Time now, const DecisionPolicy& policy) const
{
    if (now - m_start < m_patience)
        return std::nullopt;
    return ended(Verdict::TimedOut, policy, now);
}

void IdentifyRun::startOver()
{
    wipe(m_embeddings);
    m_embeddings.clear();
    m_weights.clear();
    m_live.clear();
}

std::optional<Identification> IdentifyRun::conclude(const Gallery& gallery, const DecisionPolicy& policy,
                                                    Tracker::Time now) const
{
    if (framesGathered() < policy.frames)
        return std::nullopt;
    if (meanLive() < policy.liveness) {
        if (framesGathered() < framesForSpoof * policy.frames)
            return std::nullopt;
        return ended(Verdict::Spoof, policy, now);
    }
    Embedding probe = meanEmbedding(m_embeddings, m_weights);
    const std::vector<Candidate> best = gallery.search(probe, 2);
    wipe(probe);
    Identification result = ended(decide(best, policy), policy, now);
    if (result.verdict != Verdict::Unknown)
        result.person = best.front().person;
    if (!best.empty())
        result.score = best.front().score;
    result.margin = lead(best);
    return result;
}

Identification IdentifyRun::ended(Verdict verdict, const DecisionPolicy& policy, Tracker::Time now) const
{
    Identification result;
    result.verdict = verdict;
    result.threshold = policy.threshold;
    result.liveness = meanLive();
    result.frames = framesGathered();
    result.lastGuidance = m_lastGuidance;
    if (m_firstFace)
        result.elapsedMs = std::chrono::duration_cast<std::chrono::milliseconds>(now - *m_firstFace).count();
    return result;
}

float IdentifyRun::meanLive() const
{
    return m_live.empty() ? 0 : std::accumulate(m_live.begin(), m_live.end(), 0.0F) / float(m_live.size());
}

} // namespace kobai::face
