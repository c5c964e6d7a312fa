// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/DecisionPolicy.h"
#include "face/EncodedFaces.h"
#include "face/Evaluation.h"
#include "face/Intervals.h"

#include <array>
#include <optional>
#include <vector>

namespace kobai::face {

/// The rates at the threshold, margin and agreement of a policy.
struct OperatingPoint {
    float threshold = 0;                    ///< mean over the draws
    Rate fpir = {};                         ///< share of the strangers' searches that identify somebody
    std::optional<Rate> fnir = {};          ///< share of the mated searches that do not identify the mate
    std::optional<Rate> misidentified = {}; ///< share of the mated searches that identify another person
};

/// What an open-set test found: means over its draws. Mated rates are missing when no enrolled person has a picture left.
struct OpenSetReport {
    static constexpr std::array fpirs{0.1, 0.01, 0.003};

    int persons = 0;          ///< in the test set
    int gallery = 0;          ///< enrolled in each draw
    int strangers = 0;        ///< in each draw
    int nonMatedSearches = 0; ///< in all draws
    int matedSearches = 0;
    int draws = 0;
    int resamples = 0;         ///< of the persons, for the intervals
    int failuresToAcquire = 0; ///< pictures
    std::optional<Rate> rank1 = {};
    std::array<std::optional<Rate>, fpirs.size()> fnir = {}; ///< at each of fpirs
    OperatingPoint shipped = {};
    std::optional<OperatingPoint> elsewhere = {}; ///< by the policies of other galleries
    std::vector<DetPoint> det = {};               ///< empty without mated searches
    ScoreHistogram nonMatedScores = {};           ///< best scores of the searches
    ScoreHistogram matedScores = {};
};

/// Open-set identification on a test set (ISO/IEC 19795-1): random galleries, searches by people who are in them and by
/// strangers, through the store's own Gallery::search(), policyFor() and decide(). For the intervals the persons who
/// search are resampled, with all their searches in all draws; how rates vary with who is enrolled is in the draws.
/// Uses all cores; on any thread.
class OpenSetTest final {
public:
    /// @p resamples: 2,000 take about a second.
    OpenSetTest(const EncodedFaces& faces, OpenSetPlan plan, int draws, int resamples = 2000);

    /// The policies that so many random galleries of a test set ask for.
    /// PictureUnreadable when it has too few persons for a single one.
    [[nodiscard]] static Result<std::vector<DecisionPolicy>> policies(const EncodedFaces& faces, OpenSetPlan plan,
                                                                      int draws);

    /// Judges the same searches also by @p policies (draw after draw, from the first again when they are too few): the
    /// price that these persons would pay under the threshold of other faces, children's most of all.
    void judgeAlsoBy(std::vector<DecisionPolicy> policies) { m_otherPolicies = std::move(policies); }

    /// PictureUnreadable when the test set leaves nobody to enrol or no stranger; Cancelled by @p progress.
    [[nodiscard]] Result<OpenSetReport> run(const Progress& progress) const;

private:
    struct Search;
    struct Draw;
    struct DrawScores;
    struct Rates;
    [[nodiscard]] Draw searchAll(int number) const;
    [[nodiscard]] Search searchFor(const Gallery& gallery, int person, std::span<const int> pictures,
                                   std::span<const DecisionPolicy> policies) const;
    [[nodiscard]] static DrawScores scoresOf(const Draw& draw, std::span<const int> personWeights);
    [[nodiscard]] static Rates ratesOf(const Draw& draw, std::span<const int> personWeights);
    [[nodiscard]] static Rates meanRates(std::span<const Draw> draws, std::span<const int> personWeights);
    [[nodiscard]] Result<std::vector<Rates>> resampledRates(std::span<const Draw> draws,
                                                            const Progress& progress) const;
    [[nodiscard]] static std::vector<DetPoint> curveOf(std::span<const Draw> draws);
    [[nodiscard]] OpenSetReport reportOn(std::span<const Draw> draws, std::span<const Rates> resampled) const;

    const EncodedFaces& m_faces;
    OpenSetPlan m_plan;
    int m_draws;
    int m_resamples;
    std::vector<DecisionPolicy> m_otherPolicies;
};

} // namespace kobai::face
