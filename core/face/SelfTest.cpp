// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SelfTest.h"

#include "face/Cohort.h"
#include "face/Decision.h"
#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

namespace kobai::face {

namespace {

constexpr double tailShare = 0.01;
/// A million pairs are enough for the fit.
constexpr int mostForFit = 1500;

/// A pair as the till scores it: either may be the one who is searched for.
struct ScoredPair {
    Pair raw;
    float ofA = 0; ///< a searched for and b found
    float ofB = 0;

    [[nodiscard]] float best() const { return std::max(ofA, ofB); }
    [[nodiscard]] Pair pair() const
    {
        Pair scored = raw;
        scored.score = best();
        return scored;
    }
};

/// All pairs that the till scores @p leastScore or more, and at least the @p most closest, the closest first; nullopt when cancelled.
std::optional<std::vector<ScoredPair>> pairsDownTo(float leastScore, const Gallery& gallery, int most,
                                                   const Progress& progress)
{
    const auto shifts = leftOutShifts(gallery);
    const auto all = std::int64_t(gallery.size()) * (gallery.size() - 1) / 2;
    // Among children one pair in 500 comes within the margin of the threshold: the first guess is nearly always enough.
    std::int64_t wanted = std::max<std::int64_t>(most, 8LL * gallery.size());
    for (;; wanted *= 8) {
        constexpr std::int64_t largest = std::numeric_limits<int>::max();
        const auto pairs = gallery.closestPairs(int(std::min({wanted, all, largest})), progress);
        if (!pairs)
            return std::nullopt;
        std::vector<ScoredPair> scored;
        scored.reserve(pairs->size());
        for (const Pair& pair : *pairs)
            scored.push_back({pair, pair.score + shifts.at(pair.a), pair.score + shifts.at(pair.b)});
        std::ranges::stable_sort(scored, std::greater<>(), &ScoredPair::best);
        if (wanted >= std::min(all, largest) || pairs->empty())
            return scored;
        // What was not fetched can be lifted so far at most.
        const float unseen = pairs->back().score + mostCohortShift;
        const bool areClosestKnown = most <= 0 || scored[std::size_t(most) - 1].best() >= unseen;
        if (unseen < leastScore && areClosestKnown)
            return scored;
    }
}

/// How many persons would be taken for another one if they were not in the gallery themselves. @p pairs: down to the
/// threshold less the margin; whoever is not in them is too far off to matter.
int identifiedWhenLeftOut(const std::vector<ScoredPair>& pairs, const DecisionPolicy& policy)
{
    std::map<PersonId, std::vector<Candidate>> found;
    for (const ScoredPair& pair : pairs) {
        found[pair.raw.a].push_back({.person = pair.raw.b, .score = pair.ofA, .cosines = pair.raw.cosines});
        found[pair.raw.b].push_back({.person = pair.raw.a, .score = pair.ofB, .cosines = pair.raw.cosines});
    }
    return int(std::ranges::count_if(found, [&](auto& each) {
        std::ranges::sort(each.second, [](const Candidate& x, const Candidate& y) {
            return x.score != y.score ? x.score > y.score : x.person < y.person;
        });
        return decide(each.second, policy) == Verdict::Identified;
    }));
}

/// The gallery's pairs as policyFor() has them, in both orders; none when somebody is enrolled twice.
std::vector<PairScore> numberedPairs(const Gallery& gallery, int persons)
{
    const std::vector<float> scores = gallery.impostorScores(persons);
    if (scores.size() != std::size_t(persons) * std::size_t(persons - 1) / 2)
        return {};
    return normalisedPairs(scores, persons);
}

double reaching(double fmr, int persons)
{
    return -std::expm1(persons * std::log1p(-std::min(fmr, 1.0 - 1e-12)));
}

/// Fills in what comes from the fitted tail.
void addFit(SelfTestReport& report, const Gallery& gallery, const SelfTestPlan& plan)
{
    const int persons = std::min(report.persons, mostForFit);
    const std::vector<PairScore> pairs = numberedPairs(gallery, persons);
    std::vector<float> scores;
    std::ranges::transform(pairs, std::back_inserter(scores), &PairScore::score);
    const auto fit = fitTail(std::move(scores), tailShare);
    if (!fit)
        return;
    const std::vector<TailFit> resampled = bootstrapTail(pairs, persons, tailShare, plan.resamples);
    const auto intervalOf = [&](const auto& field) {
        std::vector<double> values;
        std::ranges::transform(resampled, std::back_inserter(values), field);
        return middle95(std::move(values));
    };
    const double targetFmr = fmrOfPayment(plan.targetFpir, report.persons);
    report.proposedInterval = intervalOf([&](const TailFit& each) { return each.quantile(targetFmr); });
    const double threshold = double(report.threshold);
    if (threshold <= fit->start) { // so many reach it that they can be counted
        const double counted = double(report.searchesAtThreshold) / double(2 * report.pairs);
        report.fmr = Rate{.value = counted, .interval = clopperPearson(report.searchesAtThreshold, 2 * report.pairs)};
    } else {
        report.fmr = Rate{.value = fit->exceedance(threshold),
                          .interval = intervalOf([&](const TailFit& each) { return each.exceedance(threshold); })};
    }
    report.fpir = Rate{.value = reaching(report.fmr->value, report.persons),
                       .interval = {.low = reaching(report.fmr->interval.low, report.persons),
                                    .high = reaching(report.fmr->interval.high, report.persons)}};
}

} // namespace

Result<SelfTestReport> testGallery(const Gallery& gallery, const DecisionPolicy& inForce, const SelfTestPlan& plan,
                                   const Progress& progress)
{
    SelfTestReport report{.persons = gallery.size(), .threshold = inForce.threshold};
    report.proposed = policyFor(gallery);
    report.isTooAlike = report.proposed.basis.tooAlike;
    if (report.persons < 2)
        return report;
    report.pairs = std::int64_t(report.persons) * (report.persons - 1) / 2;
    const auto pairs = pairsDownTo(inForce.threshold - inForce.margin, gallery, plan.closest, progress);
    if (!pairs)
        return fail(FaultCode::Cancelled);
    for (const ScoredPair& pair : *pairs) {
        if (report.closest.size() < std::size_t(std::max(0, plan.closest)))
            report.closest.push_back(pair.pair());
        report.searchesAtThreshold += (pair.ofA >= inForce.threshold ? 1 : 0) + (pair.ofB >= inForce.threshold ? 1 : 0);
        if (pair.best() >= inForce.threshold)
            report.reaching.push_back(pair.pair());
    }
    report.fmrBound = clopperPearson(report.searchesAtThreshold, 2 * report.pairs).high;

    report.leftOutSearches = report.persons;
    report.leftOutIdentified = identifiedWhenLeftOut(*pairs, inForce);
    report.leftOutFpir = {.value = double(report.leftOutIdentified) / report.leftOutSearches,
                          .interval = clopperPearson(report.leftOutIdentified, report.leftOutSearches)};
    addFit(report, gallery, plan);
    return report;
}

} // namespace kobai::face
