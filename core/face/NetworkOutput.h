// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QStringView>

#include <cstddef>
#include <span>

namespace kobai::face {

/// Fault NetworkOutput, with the model's file name as detail, unless @p numbers are @p count finite values:
/// a network that answers nonsense must never look like "nobody there".
[[nodiscard]] Status checkOutput(std::span<const float> numbers, std::size_t count, QStringView model);

/// Whether a faster way of running a network may stand in for the @p reference way: no number differs by more than
/// 1e-4 of the largest one. For an embedding that is less than 1e-4 of its length.
[[nodiscard]] bool sameOutput(std::span<const float> numbers, std::span<const float> reference);

} // namespace kobai::face
