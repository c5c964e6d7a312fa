// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace kobai::face {

/// The upper tail of a distribution as a generalised Pareto law (peaks over threshold).
struct TailFit {
    double start = 0; ///< where the tail begins
    double share = 0; ///< of all values that lie beyond start
    double scale = 0;
    double shape = 0; ///< below 0: the tail ends; above: it is heavy

    /// The value that a share @p probability of all values exceeds. Precondition: 0 < probability <= share.
    [[nodiscard]] double quantile(double probability) const;
    /// The share of all values that exceeds @p value: the inverse of quantile(). share for a value before the tail, 0
    /// beyond its end.
    [[nodiscard]] double exceedance(double value) const;
};

/// Fits the largest @p share of @p values by probability-weighted moments (Hosking and Wallis 1987), which a few
/// outliers do not carry away. nullopt with fewer than 20 values in the tail, or when they are all equal, or when one of
/// them is no number.
[[nodiscard]] std::optional<TailFit> fitTail(std::vector<float> values, double share);

/// The score of two different persons, by their numbers.
struct PairScore {
    float score = 0;
    int a = 0;
    int b = 0;
};

/// fitTail() for scores of pairs, each time with other persons: the scores of one person hang together, so that drawing
/// pairs instead would make the interval several times too narrow (biometrics.md 7.3). Resamples of @p persons with
/// repetition, a pair counting once for each time that both were drawn and never against themselves. Repeatable: the
/// generator starts from a fixed number. Resamples that leave nothing to fit are left out.
/// @p pairs: all of them, in one order or in both. Cost: about 25 ms for 600 persons and 200 resamples.
[[nodiscard]] std::vector<TailFit> bootstrapTail(std::vector<PairScore> pairs, int persons, double share,
                                                 int resamples);

/// The middle 95 % of @p values; {0, 0} without any.
struct Interval {
    double low = 0;
    double high = 0;
};
[[nodiscard]] Interval middle95(std::vector<double> values);

} // namespace kobai::face
