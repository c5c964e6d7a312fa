// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace kobai::cli {

/// The value below which @p share (0 to 1) of @p values lie: 0.5 gives the median, the upper one of an even number. 0 without values.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// To three digits after the point: what a measurement of a few runs can say.
[[nodiscard]] double rounded(double value);

} // namespace kobai::cli
