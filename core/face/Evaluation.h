// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kobai::face {

// The arithmetic of biometric performance reports (ISO/IEC 19795-1), apart from pictures and networks.

/// What a comparison gives when one of its pictures could not be encoded: less than any score.
inline constexpr float notAcquired = -1e9F;

/// One comparison of a verification test.
struct ScoredPair {
    float score = 0;
    bool isMated = false; ///< both pictures show one person
    int fold = 0;         ///< 0..folds - 1
};

/// LFW's protocol: each fold is judged at the threshold that is best on all the others; the mean of the shares that
/// are right. Precondition: every fold holds a pair.
[[nodiscard]] double accuracyOverFolds(std::span<const ScoredPair> pairs, int folds);

/// Share of mated scores below the least threshold at which at most @p fmr of the impostor scores pass.
/// Precondition: both non-empty.
[[nodiscard]] double fnmrAtFmr(std::span<const float> mated, std::vector<float> impostor, double fmr);

/// The search with a probe of somebody who is enrolled.
struct MatedSearch {
    float best = 0; ///< the best candidate's score
    bool isMateBest = false;
};

/// The least threshold at which at most @p fpir of the strangers' searches return somebody.
/// @p strangers: each search's best score. Precondition: not empty.
[[nodiscard]] float thresholdAtFpir(std::vector<float> strangers, double fpir);
/// Share of the mated searches that do not return the mate first at @p threshold. Precondition: not empty.
[[nodiscard]] double fnirAt(std::span<const MatedSearch> searches, float threshold);
[[nodiscard]] double rankOneRate(std::span<const MatedSearch> searches);

/// Who is enrolled with which pictures in one draw of an open-set test, and who searches.
struct OpenSetDraw {
    struct Enrolled {
        int person = 0;
        std::vector<int> pictures;            ///< enrolled ones
        std::vector<std::vector<int>> probes; ///< groups of pictures that were not enrolled
    };
    struct Stranger {
        int person = 0;
        std::vector<int> pictures; ///< of its one probe
    };
    std::vector<Enrolled> gallery;
    std::vector<Stranger> strangers;
};

/// What to draw.
struct OpenSetPlan {
    int gallery = 0; ///< persons
    int enrol = 1;   ///< pictures each
    int probe = 1;   ///< pictures fused into each probe
    std::uint64_t seed = 1;
};

/// Draw number @p draw: the same seed and number give the same draw on every machine. Persons with enrol + probe
/// pictures are drawn into the gallery first; those with fewer only when they are needed to fill it, and give no mated
/// probes. Everybody else with a picture is a stranger. @p pictureCounts: of each person.
[[nodiscard]] OpenSetDraw drawOpenSet(std::span<const int> pictureCounts, const OpenSetPlan& plan, int draw);

} // namespace kobai::face
