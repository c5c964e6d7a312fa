// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/EncodedFaces.h"
#include "face/Evaluation.h"
#include "face/FaceFolder.h"
#include "face/Intervals.h"

#include <array>
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
    std::array<Rate, fmrs.size()> fnmr = {}; ///< at each of fmrs
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
