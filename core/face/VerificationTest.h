// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/EncodedFaces.h"
#include "face/Evaluation.h"
#include "face/FaceFolder.h"
#include "face/Intervals.h"

#include <array>
#include <optional>
#include <vector>

namespace kobai::face {

/// What a verification test found.
struct VerificationReport {
    static constexpr std::array fmrs{1e-2, 1e-3, 1e-4};

    int pairs = 0;
    int folds = 0;
    int resamples = 0; ///< of the persons, for the intervals
    int failuresToAcquire = 0;
    Rate accuracy = {};
    /// Fewer pairs of different persons than this pass at an FMR: then it is no rate but chance, and only a bound can be stated.
    static constexpr int fewestErrors = 10;
    std::array<std::optional<Rate>, fmrs.size()> fnmr = {}; ///< at each of fmrs that fewestErrors pairs tell
    Rate fnmrAtNoError = {};                                ///< where no pair of different persons passes
    double fmrBoundAtNoError = 1; ///< what that proves: the upper end of Clopper and Pearson's 95 %
    std::vector<DetPoint> det = {};
    ScoreHistogram nonMatedScores = {};
    ScoreHistogram matedScores = {};
};

/// 1:1 verification on a list of pairs, LFW's protocol. Uses all cores; on any thread.
/// @p faces: encoded in @p folder's order; only the pictures that @p list names are looked at.
/// PictureUnreadable when all pairs are of one kind; Cancelled by @p progress.
[[nodiscard]] Result<VerificationReport> testVerification(const FaceFolder& folder, const EncodedFaces& faces,
                                                          const PairList& list, int resamples,
                                                          const Progress& progress);

} // namespace kobai::face
