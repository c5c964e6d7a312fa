// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Decision.h"

#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

/// Share of strangers who may be taken for somebody, before margin and agreement lower it further.
constexpr double targetFpir = 0.01;
constexpr double tailShare = 0.01;
/// With fewer persons than this the bound alone decides: fitTail() wants 20 pairs in the tail, so 2,000 in all, and
/// 64 persons are the fewest with so many (2,016).
constexpr int fewestForFit = 64;
/// For the fit a larger gallery is thinned to so many persons: a million pairs are enough, and quick.
constexpr std::size_t mostForFit = 1500;

/// The least threshold for any gallery: what the fit gives for 290 adults of lfw-dev (ten draws, 4.12 in the mean), so
/// that a gallery of faces that are easily told apart is not trusted more than that one.
constexpr float factoryBound = 4.1F;
constexpr int factoryPersons = 290;
/// Where the gallery is too small to speak for itself it is taken for one of children: of the pairs of children in
/// ages-dev one in 1,000 scores 3.9, one in 3,000 4.2 and one in 10,000 4.4. At 4.5 a search in 30 is at 0.2 %.
constexpr float smallGalleryBound = 4.5F;
/// On lfw-dev (gallery 290, three pictures each, one probe picture) the mated lead the second person by 0.7 and more in
/// 99.9 % of the searches, and both z-scores are at least 2.5. In galleries of 400 children of ages-dev the margin takes
/// the share of strangers who are taken for somebody from 1.7 % (models.md) to 0.4 %.
constexpr float leastMargin = 0.7F;
constexpr float leastAgreement = 2.0F;
/// The three clips' medians are 0.95 to 0.9999, single frames as low as 0.5; the attack samples are below 0.001.
constexpr float leastLiveness = 0.5F;
/// With five pictures in the probe no mated search of lfw-dev is missed at these thresholds (519 searches), with one
/// 1.2 %. Frames of one camera differ less than press photos; four are there in a fifth of a second.
constexpr int leastFrames = 4;

/// The least threshold for a gallery of @p persons: one more person must not loosen the rule at once, so that between the
/// two measured sizes the small gallery's bound goes over into the factory's in a straight line.
float leastThreshold(int persons)
{
    const float way = float(persons - fewestForFit) / float(factoryPersons - fewestForFit);
    return std::lerp(smallGalleryBound, factoryBound, std::clamp(way, 0.0F, 1.0F));
}

Gallery thinned(const Gallery& gallery)
{
    const std::vector<GalleryEntry>& all = gallery.entries();
    std::vector<GalleryEntry> some;
    for (std::size_t i = 0; i < mostForFit; ++i)
        some.push_back(all[i * all.size() / mostForFit]);
    return Gallery(std::move(some));
}

} // namespace

DecisionPolicy policyFor(const Gallery& gallery)
{
    DecisionPolicy policy{.threshold = smallGalleryBound,
                          .margin = leastMargin,
                          .agreement = leastAgreement,
                          .frames = leastFrames,
                          .liveness = leastLiveness};
    if (gallery.size() < fewestForFit)
        return policy;
    const bool isLarge = std::size_t(gallery.size()) > mostForFit;
    const auto tail = fitTail(isLarge ? thinned(gallery).impostorScores() : gallery.impostorScores(), tailShare);
    if (!tail)
        return policy;
    // A search compares with everybody: FPIR = 1 - (1 - FMR)^N.
    const double fmr = 1.0 - std::pow(1.0 - targetFpir, 1.0 / gallery.size());
    policy.threshold = std::max(leastThreshold(gallery.size()), float(tail->quantile(fmr)));
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
    if (best.size() > 1 && lead(best) < policy.margin)
        return Verdict::Ambiguous;
    const ZScores z = zScores(best[0].cosines);
    if (std::min(z.dlib, z.second) < policy.agreement)
        return Verdict::Ambiguous;
    return Verdict::Identified;
}

} // namespace kobai::face
