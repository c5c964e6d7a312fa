// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
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

/// LFW's protocol: each fold is judged at the threshold that is best on all the others. @return whether each pair is right.
[[nodiscard]] std::vector<bool> rightOverFolds(std::span<const ScoredPair> pairs, int folds);
/// The mean of the folds' shares that are right. Precondition: every fold holds a pair.
[[nodiscard]] double accuracyOverFolds(std::span<const ScoredPair> pairs, int folds);

/// A comparison or search of different persons: its (best) score and how often it counts (1, but for resampling).
struct NonMatedScore {
    float score = 0;
    double weight = 1;
};
/// A comparison of pictures of one person, or the best score of a search by somebody who is enrolled.
struct MatedScore {
    float score = 0;
    bool isMateFirst = true; ///< false: the search found another person first
    double weight = 1;
};

/// The least threshold that at most @p share of the weight of @p bestFirst reaches: the threshold at an FMR or FPIR.
/// Precondition: sorted, the best score first; not empty.
[[nodiscard]] float thresholdAtShare(std::span<const NonMatedScore> bestFirst, double share);
/// Share of @p mated that is below @p threshold or found somebody else first: FNMR or FNIR. NaN without weight.
[[nodiscard]] double missedShare(std::span<const MatedScore> mated, float threshold);

/// A point of a detection error trade-off curve.
struct DetPoint {
    double falsePositives = 0; ///< FMR or FPIR
    double misses = 0;         ///< FNMR or FNIR at the threshold for it
};
/// The shares of false positives at which curves are given: 61 from 1e-4 to 1, the same factor apart.
[[nodiscard]] std::vector<double> detShares();

/// Scores in bins of one width; the first and the last also take what is beyond them.
class ScoreHistogram final {
public:
    static constexpr float from = -3.0F;
    static constexpr float width = 0.25F;
    static constexpr int bins = 56; ///< up to 11

    void add(float score);
    void add(const ScoreHistogram& other);
    [[nodiscard]] const std::array<int, bins>& counts() const { return m_counts; }

private:
    std::array<int, bins> m_counts{};
};

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
