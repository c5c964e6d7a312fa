// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
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
};

/// Fits the largest @p share of @p values by probability-weighted moments (Hosking and Wallis 1987), which a few
/// outliers do not carry away. nullopt with fewer than 20 values in the tail, or when they are all equal.
[[nodiscard]] std::optional<TailFit> fitTail(std::vector<float> values, double share);

} // namespace kobai::face
