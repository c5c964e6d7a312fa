// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SelfTest.h"

#include "face/Decision.h"
#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace kobai::face {

namespace {

constexpr double tailShare = 0.01;
/// A million pairs are enough for the fit.
constexpr int mostForFit = 1500;

/// All pairs down to @p leastScore, and at least the @p most closest; nullopt when cancelled.
std::optional<std::vector<Pair>> pairsDownTo(float leastScore, const Gallery& gallery, int most,
                                             const Progress& progress)
{
    const auto all = std::int64_t(gallery.size()) * (gallery.size() - 1) / 2;
    // Among children one pair in 500 comes within the margin of the threshold: the first guess is nearly always enough.
    std::int64_t wanted = std::max<std::int64_t>(most, 4LL * gallery.size());
    for (;; wanted *= 8) {
        constexpr std::int64_t largest = std::numeric_limits<int>::max();
        auto pairs = gallery.closestPairs(int(std::min({wanted, all, largest})), progress);
        if (!pairs || wanted >= std::min(all, largest) || pairs->empty() || pairs->back().score < leastScore)
            return pairs;
    }
}

/// How many persons would be taken for another one if they were not in the gallery themselves. @p pairs: down to the
/// threshold less the margin; whoever is not in them is too far off to matter.
int identifiedWhenLeftOut(const std::vector<Pair>& pairs, const DecisionPolicy& policy)
{
    std::map<PersonId, std::vector<Candidate>> nearest; // two at most, the best first as in pairs
    for (const Pair& pair : pairs) {
        for (const auto& [searcher, found] : {std::pair{pair.a, pair.b}, std::pair{pair.b, pair.a}}) {
            std::vector<Candidate>& best = nearest[searcher];
            if (best.size() < 2)
                best.push_back({.person = found, .score = pair.score, .cosines = pair.cosines});
        }
    }
    return int(std::ranges::count_if(
        nearest, [&](const auto& each) { return decide(each.second, policy) == Verdict::Identified; }));
}

/// The gallery's pairs with the persons' numbers; impostorScores() gives them in the order of a loop over both.
std::vector<PairScore> numberedPairs(const Gallery& gallery, int persons)
{
    const std::vector<float> scores = gallery.impostorScores(persons);
    std::vector<PairScore> pairs;
    pairs.reserve(scores.size());
    if (scores.size() != std::size_t(persons) * std::size_t(persons - 1) / 2)
        return pairs;
    auto score = scores.begin();
    for (int a = 0; a < persons; ++a) {
        for (int b = a + 1; b < persons; ++b)
            pairs.push_back({.score = *score++, .a = a, .b = b});
    }
    return pairs;
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
    const double targetFmr = -std::expm1(std::log1p(-plan.targetFpir) / report.persons);
    report.proposedInterval = intervalOf([&](const TailFit& each) { return each.quantile(targetFmr); });
    const double threshold = double(report.threshold);
    if (threshold <= fit->start) { // so many reach it that they can be counted
        const double counted = double(report.pairsAtThreshold) / double(report.pairs);
        report.fmr = Rate{.value = counted, .interval = clopperPearson(report.pairsAtThreshold, report.pairs)};
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
    report.closest.assign(pairs->begin(), pairs->begin() + std::min<std::ptrdiff_t>(plan.closest, std::ssize(*pairs)));
    report.pairsAtThreshold =
        std::ranges::count_if(*pairs, [&](const Pair& pair) { return pair.score >= inForce.threshold; });
    report.fmrBound = clopperPearson(report.pairsAtThreshold, report.pairs).high;

    report.leftOutSearches = report.persons;
    report.leftOutIdentified = identifiedWhenLeftOut(*pairs, inForce);
    report.leftOutFpir = {.value = double(report.leftOutIdentified) / report.leftOutSearches,
                          .interval = clopperPearson(report.leftOutIdentified, report.leftOutSearches)};
    addFit(report, gallery, plan);
    return report;
}

} // namespace kobai::face
