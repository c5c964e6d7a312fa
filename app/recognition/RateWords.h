// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Intervals.h"

#include <QString>

#include <optional>

namespace kobai::app {

/// A share of 0..1 as percent with as many decimals as it needs: "0.17 %", "12 %", "0 %".
[[nodiscard]] QString percentText(double share);
/// With its interval: "0.17 % (0.05 to 0.40 %)"; a dash where there is none.
[[nodiscard]] QString rateText(const std::optional<face::Rate>& rate);

} // namespace kobai::app
