// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace kobai::face {

/// Which instructions the hot loops of a search use. The build is for any x86-64, so they are chosen while running.
/// Every choice gives the same bits: the loops add floats in one order, or count in integers.
enum class Simd {
    Plain,      ///< what every x86-64 has
    Avx2,       ///< 2013 and later
    Avx512Vnni, ///< 2019 and later; loops without an own version for it take Avx2
};

/// All that this processor has, the plainest first: for tests.
[[nodiscard]] std::vector<Simd> availableSimd();

/// The quickest that this processor has.
[[nodiscard]] Simd bestSimd();

} // namespace kobai::face
