// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/TillSimulation.h"

#include "face/Cohort.h"
#include "face/Decision.h"
#include "face/EncodedFaces.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// More than in one probe, so that two attempts by one person are seldom alike; most strangers come by once or twice.
constexpr int framesOfEnrolled = 8;
constexpr int framesOfStranger = 6;

std::vector<Embedding> acquired(std::span<const std::optional<Embedding>> embeddings)
{
    std::vector<Embedding> result;
    for (const auto& embedding : embeddings) {
        if (embedding)
            result.push_back(*embedding);
    }
    return result;
}

/// So many different ones of @p frames, or all when they are fewer.
std::vector<Embedding> someOf(std::vector<Embedding> frames, int count, std::mt19937_64& random)
{
    const auto wanted = std::min(frames.size(), std::size_t(count));
    for (std::size_t i = 0; i < wanted; ++i)
        std::swap(frames[i], frames[i + std::size_t(random() % (frames.size() - i))]);
    frames.resize(wanted);
    return frames;
}

Embedding evenMean(std::span<const Embedding> embeddings)
{
    return meanEmbedding(embeddings, std::vector<float>(embeddings.size(), 1.0F));
}

} // namespace

/// Everybody who comes, with the frames in which a face was found.
struct TillSimulation::Cast {
    struct Actor {
        int person = 0;
        std::vector<Embedding> frames;
    };
    Gallery gallery;
    std::vector<Actor> enrolled;
    std::vector<Actor> strangers;
    std::map<int, std::size_t> lookAlikes; ///< the stranger (index) nearest to each enrolled person
};

TillSimulation::TillSimulation(std::span<const int> pictureCounts, const TillPlan& plan) : m_plan(plan)
{
    const OpenSetDraw draw =
        drawOpenSet(pictureCounts, {.gallery = plan.gallery, .enrol = plan.enrol, .probe = 1, .seed = plan.seed}, 0);
    for (const auto& enrolled : draw.gallery) {
        std::vector<int> shown;
        for (const auto& probe : enrolled.probes)
            shown.push_back(probe.front());
        if (!shown.empty())
            addPerson(m_enrolled, enrolled.person, enrolled.pictures, shown, framesOfEnrolled);
    }
    for (const auto& stranger : draw.strangers) {
        if (plan.strangers > 0 && int(m_strangers.size()) == plan.strangers)
            break;
        std::vector<int> shown(std::size_t(std::min(pictureCounts[std::size_t(stranger.person)], framesOfStranger)));
        std::iota(shown.begin(), shown.end(), 0);
        addPerson(m_strangers, stranger.person, {}, shown, framesOfStranger);
    }
}

void TillSimulation::addPerson(std::vector<Range>& to, int person, const std::vector<int>& enrolled,
                               const std::vector<int>& shown, int frames)
{
    Range range{.person = person, .first = m_pool.size()};
    for (const int picture : enrolled)
        m_pool.push_back({.person = person, .picture = picture, .degradation = 0});
    range.frames = m_pool.size();
    for (int frame = 0; frame < frames; ++frame) {
        const auto version = std::uint32_t(1 + frame / int(shown.size()));
        // Each picture goes through damage of its own.
        const int picture = shown[std::size_t(frame) % shown.size()];
        m_pool.push_back({.person = person,
                          .picture = picture,
                          .degradation = std::uint32_t(person * 97 + picture) * 16U + version});
    }
    range.end = m_pool.size();
    to.push_back(range);
}

TillSimulation::Cast TillSimulation::castFor(std::span<const std::optional<Embedding>> embeddings) const
{
    Cast cast;
    std::vector<GalleryEntry> entries;
    for (const Range& range : m_enrolled) {
        const auto references = acquired(embeddings.subspan(range.first, range.frames - range.first));
        auto frames = acquired(embeddings.subspan(range.frames, range.end - range.frames));
        if (references.empty() || frames.empty())
            continue;
        entries.push_back(testEntry(range.person, evenMean(references)));
        cast.enrolled.push_back({.person = range.person, .frames = std::move(frames)});
    }
    cast.gallery = Gallery(std::move(entries));

    std::map<int, float> nearest;
    for (const Range& range : m_strangers) {
        auto frames = acquired(embeddings.subspan(range.frames, range.end - range.frames));
        if (frames.empty())
            continue;
        for (const Candidate& candidate : cast.gallery.search(evenMean(frames), cast.gallery.size())) {
            const int person = testPerson(candidate.person);
            const auto known = nearest.find(person);
            if (known == nearest.end() || candidate.score > known->second) {
                nearest[person] = candidate.score;
                cast.lookAlikes[person] = cast.strangers.size();
            }
        }
        cast.strangers.push_back({.person = range.person, .frames = std::move(frames)});
    }
    return cast;
}

Result<TillReport> TillSimulation::run(std::span<const std::optional<Embedding>> embeddings,
                                       const Progress& progress) const
{
    const Cast cast = castFor(embeddings);
    if (cast.enrolled.empty() || cast.strangers.empty())
        return fail(FaultCode::PictureUnreadable, u"too few persons"_s);
    const DecisionPolicy policy = policyFor(cast.gallery);
    TillReport report{.gallery = cast.gallery.size(),
                      .strangers = int(cast.strangers.size()),
                      .attempts = m_plan.attempts,
                      .threshold = policy.threshold};
    std::mt19937_64 random(m_plan.seed);
    const auto oneOf = [&](const auto& all) -> const auto&
    {
        return all[std::size_t(random() % all.size())];
    };

    for (int attempt = 0; attempt < m_plan.attempts; ++attempt) {
        constexpr unsigned enrolledInTen = 5;
        const auto kind = random() % 10;
        const bool isEnrolled = kind < enrolledInTen;
        const bool isLookAlike = kind == enrolledInTen;
        const Cast::Actor& customer = oneOf(cast.enrolled);
        const Cast::Actor& actor = isEnrolled    ? customer
                                   : isLookAlike ? cast.strangers[cast.lookAlikes.at(customer.person)]
                                                 : oneOf(cast.strangers);
        const std::vector<Embedding> frames = someOf(actor.frames, m_plan.frames, random);
        const std::vector<Candidate> best = normalisedSearch(cast.gallery, evenMean(frames), 2);
        const bool isAccepted = decide(best, policy) == Verdict::Identified;
        if (isEnrolled) {
            const bool isRight = best.front().person == testPersonId(actor.person);
            ++report.enrolledAttempts;
            report.enrolledAccepted += isAccepted && isRight ? 1 : 0;
            report.misidentified += isAccepted && !isRight ? 1 : 0;
        } else {
            ++report.strangerAttempts;
            report.strangersRefused += isAccepted ? 0 : 1;
            report.lookAlikeAttempts += isLookAlike ? 1 : 0;
            report.lookAlikesRefused += isLookAlike && !isAccepted ? 1 : 0;
        }
        if (!progress(attempt + 1, m_plan.attempts))
            return fail(FaultCode::Cancelled);
    }
    return report;
}

} // namespace kobai::face
