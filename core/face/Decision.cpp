// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Decision.h"

#include "face/Cohort.h"
#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

/// Share of strangers' payments in which one may be taken for somebody, all looks together, before margin and agreement lower it further.
constexpr double targetFpir = 0.01;
/// Of 1:1 payments of a person whom the face does not show: NIST SP 800-63B-4 (draft), FMR at most 1 in 10,000.
constexpr double targetFmr = 1e-4;
constexpr double tailShare = 0.01;
constexpr int resamples = 100;
/// With fewer persons than this the bound alone decides: fitTail() wants 20 pairs in the tail, so 2,000 in all, and
/// 64 persons are the fewest with so many (2,016).
constexpr int fewestForFit = 64;
/// For the fit a larger gallery is thinned to so many persons: a million pairs are enough, and quick.
constexpr int mostForFit = 1500;

/// The least threshold for any gallery: what the fit gives for 290 adults of lfw-dev at 0.33 % for each of three looks (ten draws, 4.58 in
/// the mean), so that a gallery of faces that are easily told apart is not trusted more than that one.
constexpr float factoryBound = 4.6F;
constexpr int factoryPersons = 290;
/// Where the gallery is too small to speak for itself it is taken for one of children: of the searches of 588 strange children in galleries
/// of 63 of ages-dev 0.28 % reach it (100 draws), in galleries of 30 0.14 %; at 4.8 it would be 0.46 and 0.24 %.
constexpr float smallGalleryBound = 4.9F;
/// 1:1 without enough pairs to ask: of ages-dev's pairs one in 10,000 scores 4.7 and one in 30,000 4.86, so that three looks stay below
/// targetFmr.
constexpr float claimBound = 4.9F;
/// Above this a search is not worth having: of the probes of five pictures of lfw-dev (gallery 100, three pictures each)
/// 1 % score below 6.4, and a store that sends one customer in a hundred away by itself is better served by PIN or QR
/// first. Galleries of 400 children of ages-dev ask for 5.1 in the mean.
constexpr float tooAlikeBound = 6.4F;
constexpr float leastMargin = 0.7F;
constexpr float leastAgreement = 2.0F;
/// With five pictures in the probe no mated search of lfw-dev is missed at these thresholds, with one 2.4 %. Frames of
/// one camera differ less than press photos; four are there in a fifth of a second.
constexpr int leastFrames = 4;

/// The least threshold for a gallery of @p persons: one more person must not loosen the rule at once, so that between the
/// two measured sizes the small gallery's bound goes over into the factory's in a straight line.
float leastThreshold(int persons)
{
    const float way = float(persons - fewestForFit) / float(factoryPersons - fewestForFit);
    return std::lerp(smallGalleryBound, factoryBound, std::clamp(way, 0.0F, 1.0F));
}

std::vector<float> scoresOf(std::span<const PairScore> pairs)
{
    std::vector<float> scores;
    scores.reserve(pairs.size());
    for (const PairScore& pair : pairs)
        scores.push_back(pair.score);
    return scores;
}

/// For a gallery of which no law can be made (all pairs alike, or no numbers): not below the highest pair.
void fallBack(DecisionPolicy& policy, std::span<const float> scores)
{
    for (const float score : scores) {
        policy.threshold = std::max(policy.threshold, score); // not NaN: it is on the right
        policy.claimThreshold = std::max(policy.claimThreshold, score);
    }
}

/// A threshold that would refuse too many of the enrolled is not put in force by a search at all.
void judgeAlikeness(DecisionPolicy& policy)
{
    policy.basis.tooAlike = policy.threshold > tooAlikeBound;
    policy.mode = policy.basis.tooAlike ? DecisionMode::ClaimFirst : DecisionMode::Identify;
}

} // namespace

double fpirOfSearch(double fmr, int persons)
{
    return -std::expm1(double(persons) * std::log1p(-std::clamp(fmr, 0.0, 1.0)));
}

double fmrOfPayment(double fpir, int persons)
{
    return -std::expm1(std::log1p(-fpir) / (double(looksPerPayment) * persons));
}

DecisionPolicy policyFor(const Gallery& gallery)
{
    DecisionPolicy policy{.threshold = smallGalleryBound,
                          .margin = leastMargin,
                          .agreement = leastAgreement,
                          .frames = leastFrames,
                          .claimThreshold = claimBound};
    if (gallery.size() < fewestForFit)
        return policy;
    const std::vector<float> raw = gallery.impostorScores(mostForFit);
    const int persons = std::min(gallery.size(), mostForFit);
    const bool isWhole = raw.size() == std::size_t(persons) * std::size_t(persons - 1) / 2; // nobody is in it twice
    const auto pairs = isWhole ? normalisedPairs(raw, persons) : std::vector<PairScore>();
    const auto tail = fitTail(isWhole ? scoresOf(pairs) : raw, tailShare);
    const auto claims = fitTail(raw, tailShare); // 1:1 has no cohort
    if (!tail || !claims) {
        fallBack(policy, raw);
        judgeAlikeness(policy);
        return policy;
    }
    const auto asked = float(tail->quantile(fmrOfPayment(targetFpir, gallery.size())));
    policy.threshold = std::max(leastThreshold(gallery.size()), asked);
    policy.claimThreshold = std::max(claimBound, float(claims->quantile(fmrOfPayment(targetFmr, 1))));
    policy.basis.fromGallery = asked > leastThreshold(gallery.size());
    policy.basis.pairs = int(raw.size());
    policy.basis.fmrAtThreshold = tail->exceedance(double(policy.threshold));
    std::vector<double> rates;
    for (const TailFit& fit : bootstrapTail(pairs, persons, tailShare, resamples))
        rates.push_back(fit.exceedance(double(policy.threshold)));
    const Interval interval = middle95(std::move(rates));
    policy.basis.low = interval.low;
    policy.basis.high = std::max(interval.high, policy.basis.fmrAtThreshold);
    judgeAlikeness(policy);
    return policy;
}

float lead(std::span<const Candidate> best)
{
    if (best.empty())
        return 0;
    return best.size() == 1 ? best[0].score : best[0].score - best[1].score;
}

Verdict decide(std::span<const Candidate> best, const DecisionPolicy& policy)
{
    if (best.empty() || !(best[0].score >= policy.threshold))
        return Verdict::Unknown;
    if (best.size() > 1 && !(lead(best) >= policy.margin))
        return Verdict::Ambiguous;
    const ZScores z = zScores(best[0].cosines);
    if (!(z.dlib >= policy.agreement && z.second >= policy.agreement))
        return Verdict::Disagreement;
    return Verdict::Identified;
}

Verdict decideClaim(const Candidate& claimed, const DecisionPolicy& policy)
{
    const ZScores z = zScores(claimed.cosines);
    const bool agree = z.dlib >= policy.agreement && z.second >= policy.agreement; // false for NaN
    return agree && claimed.score >= policy.claimThreshold ? Verdict::Identified : Verdict::OtherPerson;
}

} // namespace kobai::face
