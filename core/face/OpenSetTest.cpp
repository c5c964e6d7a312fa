// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OpenSetTest.h"

#include "face/Cohort.h"
#include "face/Decision.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

Gallery galleryOf(const EncodedFaces& faces, const OpenSetDraw& draw)
{
    std::vector<GalleryEntry> entries;
    for (const auto& enrolled : draw.gallery) {
        if (const auto reference = faces.fused(enrolled.person, enrolled.pictures))
            entries.push_back(testEntry(enrolled.person, *reference));
    }
    return Gallery(std::move(entries));
}

} // namespace

/// One search and what each of two policies makes of it (shipped, elsewhere).
struct OpenSetTest::Search {
    int searcher = 0;
    int found = -1; ///< first candidate
    float score = notAcquired;
    std::array<bool, 2> isIdentified{};

    [[nodiscard]] double weightIn(std::span<const int> personWeights) const
    {
        return personWeights.empty() ? 1 : personWeights[std::size_t(searcher)];
    }
};

struct OpenSetTest::Draw {
    int enrolled = 0;
    std::array<float, 2> thresholds{};
    std::vector<Search> strangers; ///< the best score first
    std::vector<Search> mated;
};

/// A draw's scores as the arithmetic wants them, in the same order.
struct OpenSetTest::DrawScores {
    std::vector<NonMatedScore> nonMated;
    std::vector<MatedScore> mated;
};

/// Everything that gets an interval.
struct OpenSetTest::Rates {
    double rank1 = 0;
    std::array<double, OpenSetReport::fpirs.size()> fnir{};
    struct AtPolicy {
        double fpir = 0;
        double fnir = 0;
        double misidentified = 0;
    };
    std::array<AtPolicy, 2> policies{};
};

OpenSetTest::OpenSetTest(const EncodedFaces& faces, OpenSetPlan plan, int draws, int resamples)
    : m_faces(faces), m_plan(plan), m_draws(draws), m_resamples(resamples)
{
}

Result<std::vector<DecisionPolicy>> OpenSetTest::policies(const EncodedFaces& faces, OpenSetPlan plan, int draws)
{
    std::vector<DecisionPolicy> policies;
    for (int draw = 0; draw < draws; ++draw) {
        const Gallery gallery = galleryOf(faces, drawOpenSet(faces.pictureCount, plan, draw));
        if (gallery.size() == 0)
            return fail(FaultCode::PictureUnreadable, u"too few persons"_s);
        policies.push_back(policyFor(gallery));
    }
    return policies;
}

OpenSetTest::Search OpenSetTest::searchFor(const Gallery& gallery, int person, std::span<const int> pictures,
                                           std::span<const DecisionPolicy> policies) const
{
    Search search{.searcher = person};
    const auto probe = m_faces.fused(person, pictures);
    if (!probe)
        return search;
    const std::vector<Candidate> best = normalisedSearch(gallery, *probe, 2);
    search.found = testPerson(best.front().person);
    search.score = best.front().score;
    for (std::size_t i = 0; i < policies.size(); ++i)
        search.isIdentified[i] = decide(best, policies[i]) == Verdict::Identified;
    return search;
}

OpenSetTest::Draw OpenSetTest::searchAll(int number) const
{
    const OpenSetDraw drawn = drawOpenSet(m_faces.pictureCount, m_plan, number);
    const Gallery gallery = galleryOf(m_faces, drawn);
    Draw draw;
    draw.enrolled = gallery.size();
    if (gallery.size() == 0)
        return draw;
    std::vector policies{policyFor(gallery)};
    if (!m_otherPolicies.empty())
        policies.push_back(m_otherPolicies[std::size_t(number) % m_otherPolicies.size()]);
    std::ranges::transform(policies, draw.thresholds.begin(), &DecisionPolicy::threshold);

    for (const auto& stranger : drawn.strangers)
        draw.strangers.push_back(searchFor(gallery, stranger.person, stranger.pictures, policies));
    std::ranges::sort(draw.strangers, std::greater<>(), &Search::score);
    for (const auto& enrolled : drawn.gallery) {
        for (const auto& pictures : enrolled.probes)
            draw.mated.push_back(searchFor(gallery, enrolled.person, pictures, policies));
    }
    return draw;
}

OpenSetTest::DrawScores OpenSetTest::scoresOf(const Draw& draw, std::span<const int> personWeights)
{
    DrawScores scores;
    scores.nonMated.reserve(draw.strangers.size());
    for (const Search& search : draw.strangers)
        scores.nonMated.push_back({.score = search.score, .weight = search.weightIn(personWeights)});
    scores.mated.reserve(draw.mated.size());
    for (const Search& search : draw.mated)
        scores.mated.push_back({.score = search.score,
                                .isMateFirst = search.found == search.searcher,
                                .weight = search.weightIn(personWeights)});
    return scores;
}

OpenSetTest::Rates OpenSetTest::ratesOf(const Draw& draw, std::span<const int> personWeights)
{
    const DrawScores scores = scoresOf(draw, personWeights);
    Rates rates; // those of mated searches are not a number where there are none
    rates.rank1 = 1.0 - missedShare(scores.mated, notAcquired);
    for (std::size_t i = 0; i < OpenSetReport::fpirs.size(); ++i)
        rates.fnir[i] = missedShare(scores.mated, thresholdAtShare(scores.nonMated, OpenSetReport::fpirs[i]));

    const auto weightOf = [](const auto& all, const auto& counts) {
        double sum = 0;
        for (std::size_t i = 0; i < all.size(); ++i)
            sum += counts(i) ? all[i].weight : 0.0;
        return sum;
    };
    const auto everyone = [](std::size_t) { return true; };
    const double strangers = weightOf(scores.nonMated, everyone);
    const double mates = weightOf(scores.mated, everyone);
    for (std::size_t policy = 0; policy < rates.policies.size(); ++policy) {
        const auto isTaken = [&](std::size_t i) { return draw.strangers[i].isIdentified[policy]; };
        const auto isRight = [&](std::size_t i) {
            return draw.mated[i].isIdentified[policy] && scores.mated[i].isMateFirst;
        };
        const auto isWrong = [&](std::size_t i) {
            return draw.mated[i].isIdentified[policy] && !scores.mated[i].isMateFirst;
        };
        rates.policies[policy] = {.fpir = weightOf(scores.nonMated, isTaken) / strangers,
                                  .fnir = 1.0 - weightOf(scores.mated, isRight) / mates,
                                  .misidentified = weightOf(scores.mated, isWrong) / mates};
    }
    return rates;
}

OpenSetTest::Rates OpenSetTest::meanRates(std::span<const Draw> draws, std::span<const int> personWeights)
{
    Rates mean;
    for (const Draw& draw : draws) {
        const Rates rates = ratesOf(draw, personWeights);
        mean.rank1 += rates.rank1;
        for (std::size_t i = 0; i < rates.fnir.size(); ++i)
            mean.fnir[i] += rates.fnir[i];
        for (std::size_t i = 0; i < rates.policies.size(); ++i) {
            mean.policies[i].fpir += rates.policies[i].fpir;
            mean.policies[i].fnir += rates.policies[i].fnir;
            mean.policies[i].misidentified += rates.policies[i].misidentified;
        }
    }
    // Divided at the end: ten times a tenth is not quite 1, and a rank-1 rate of 1 is to be 1.
    const auto count = double(draws.size());
    mean.rank1 /= count;
    for (double& fnir : mean.fnir)
        fnir /= count;
    for (Rates::AtPolicy& policy : mean.policies)
        policy = {policy.fpir / count, policy.fnir / count, policy.misidentified / count};
    return mean;
}

Result<std::vector<OpenSetTest::Rates>> OpenSetTest::resampledRates(std::span<const Draw> draws,
                                                                    const Progress& progress) const
{
    std::vector<Rates> resampled(static_cast<std::size_t>(m_resamples));
    const auto resample = [&](int number) {
        // One sample of the persons for all draws: who searches in several of them does so as the same person.
        std::mt19937_64 random(m_plan.seed * 2'000'003 + std::uint64_t(number));
        resampled[std::size_t(number)] = meanRates(draws, personSample(m_faces.persons(), random));
    };
    const auto secondHalf = [&](int done, int all) { return progress(m_draws + m_draws * done / all, 2 * m_draws); };
    if (!onAllCores(m_resamples, resample, secondHalf))
        return fail(FaultCode::Cancelled);
    return resampled;
}

OpenSetReport OpenSetTest::reportOn(std::span<const Draw> draws, std::span<const Rates> resampled) const
{
    std::set<int> strangers;
    std::set<int> mates;
    OpenSetReport report{.persons = m_faces.persons(),
                         .gallery = draws.front().enrolled,
                         .strangers = int(draws.front().strangers.size()),
                         .draws = m_draws,
                         .resamples = m_resamples,
                         .failuresToAcquire = m_faces.failuresToAcquire()};
    for (const Draw& draw : draws) {
        report.nonMatedSearches += int(draw.strangers.size());
        report.matedSearches += int(draw.mated.size());
        for (const Search& search : draw.strangers) {
            strangers.insert(search.searcher);
            report.nonMatedScores.add(search.score);
        }
        for (const Search& search : draw.mated) {
            mates.insert(search.searcher);
            report.matedScores.add(search.score);
        }
    }

    const Rates rates = meanRates(draws, {});
    const auto rateOf = [&](std::size_t persons, const auto& field) {
        std::vector<double> replicates;
        for (const Rates& each : resampled) {
            if (const double value = field(each); !std::isnan(value))
                replicates.push_back(value);
        }
        return rateWithInterval(field(rates), replicates, int(persons));
    };
    const auto matedRateOf = [&](const auto& field) {
        return mates.empty() ? std::nullopt : std::optional(rateOf(mates.size(), field));
    };
    report.rank1 = matedRateOf([](const Rates& each) { return each.rank1; });
    for (std::size_t i = 0; i < report.fnir.size(); ++i)
        report.fnir[i] = matedRateOf([i](const Rates& each) { return each.fnir[i]; });
    const auto pointOf = [&](std::size_t policy) {
        OperatingPoint point;
        for (const Draw& draw : draws)
            point.threshold += draw.thresholds[policy] / float(draws.size());
        point.fpir = rateOf(strangers.size(), [&](const Rates& each) { return each.policies[policy].fpir; });
        point.fnir = matedRateOf([&](const Rates& each) { return each.policies[policy].fnir; });
        point.misidentified = matedRateOf([&](const Rates& each) { return each.policies[policy].misidentified; });
        return point;
    };
    report.shipped = pointOf(0);
    if (!m_otherPolicies.empty())
        report.elsewhere = pointOf(1);
    if (!mates.empty())
        report.det = curveOf(draws);
    return report;
}

std::vector<DetPoint> OpenSetTest::curveOf(std::span<const Draw> draws)
{
    std::vector<DetPoint> curve;
    for (const double fpir : detShares())
        curve.push_back({.falsePositives = fpir, .misses = 0});
    for (const Draw& draw : draws) {
        const DrawScores scores = scoresOf(draw, {});
        for (DetPoint& point : curve)
            point.misses += missedShare(scores.mated, thresholdAtShare(scores.nonMated, point.falsePositives))
                            / double(draws.size());
    }
    return curve;
}

Result<OpenSetReport> OpenSetTest::run(const Progress& progress) const
{
    std::vector<Draw> draws(static_cast<std::size_t>(m_draws));
    const auto search = [&](int number) { draws[std::size_t(number)] = searchAll(number); };
    if (!onAllCores(m_draws, search, [&](int done, int) { return progress(done, 2 * m_draws); }))
        return fail(FaultCode::Cancelled);
    if (std::ranges::any_of(draws, [](const Draw& draw) { return draw.enrolled == 0 || draw.strangers.empty(); }))
        return fail(FaultCode::PictureUnreadable, u"too few persons"_s);
    KOBAI_ASSIGN(const std::vector<Rates> resampled, resampledRates(draws, progress));
    return reportOn(draws, resampled);
}

} // namespace kobai::face
