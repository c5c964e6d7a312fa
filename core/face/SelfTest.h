// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/Gallery.h"
#include "face/Intervals.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kobai::face {

/// What a gallery says about itself (product row 22). All rates are of strangers like the enrolled: the store's own faces
/// are the only sample of its own age and origin there is.
struct SelfTestReport {
    int persons = 0;
    std::int64_t pairs = 0; ///< of different persons
    /// The most alike first, with the till's score: of the two searches, one for the other, the one that scores higher.
    std::vector<Pair> closest = {};
    float threshold = 0;             ///< in force
    std::vector<Pair> reaching = {}; ///< all pairs that reach it, the most alike first
    [[nodiscard]] std::int64_t pairsAtThreshold() const { return std::int64_t(reaching.size()); }

    std::int64_t searchesAtThreshold = 0; ///< of one of a pair for the other, so 2 * pairs in all, that reach it

    /// What counting alone proves of the false match rate at the threshold: the upper end of Clopper and Pearson's interval
    /// for searchesAtThreshold in 2 * pairs ("rule of three" where it is 0). Pairs that share a person are no independent
    /// trials, so that even this bound is on the bold side: fmr's interval is the one to believe.
    double fmrBound = 1;
    /// The same rate beyond what can be counted: the exceedance of a generalised Pareto law fitted to the top 1 % of the
    /// pairs (ISO/IEC 5152's idea), its interval from resampled persons. Missing with too few persons for a fit.
    std::optional<Rate> fmr = {};
    /// That a stranger's search reaches somebody: 1 - (1 - fmr)^persons; before margin and agreement lower it further.
    std::optional<Rate> fpir = {};

    /// Each person searched for in the gallery without themselves: a stranger to everybody else. Direct, and with margin
    /// and agreement, but coarse: 0 in 600 proves no more than 0.6 % (Clopper and Pearson).
    int leftOutSearches = 0;
    int leftOutIdentified = 0;
    Rate leftOutFpir = {};

    DecisionPolicy proposed = {}; ///< policyFor() the gallery
    std::optional<Interval> proposedInterval =
        {}; ///< of the threshold that the target asks for, from resampled persons
    bool isTooAlike =
        false; ///< no threshold meets the target without refusing too many of the enrolled: PIN or QR first
};

struct SelfTestPlan {
    int closest = 20;         ///< pairs to name
    int resamples = 200;      ///< of the persons
    double targetFpir = 0.01; ///< of a payment of looksPerPayment looks, as policyFor() has it
};

/// Measures @p gallery against itself at the policy @p inForce. Any thread; 600 persons take less than a second, the time
/// grows with the square of their number. Cancelled by @p progress. With fewer than two persons everything is 0 or missing.
[[nodiscard]] Result<SelfTestReport> testGallery(const Gallery& gallery, const DecisionPolicy& inForce,
                                                 const SelfTestPlan& plan, const Progress& progress);

} // namespace kobai::face
