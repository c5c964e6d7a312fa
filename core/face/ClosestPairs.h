// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Candidate.h"
#include "face/Simd.h"
#include "face/Template.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace kobai::face {

/// What closestPairs() compares: the references of a gallery, one at a time.
struct PairSource {
    std::size_t size = 0;
    std::function<PersonId(std::size_t index)> person;
    std::function<Embedding(std::size_t index)> plain; ///< each is wiped after use
};

/// Told how many of all persons have been compared with everybody; false cancels.
using PairProgress = std::function<bool(int done, int all)>;

/// The @p most pairs of different persons that are most alike, best first, of equal scores the smaller ids first;
/// nullopt when cancelled. Exact over the references in CodedVectors' 16 bits. For the length of the call all of them
/// are in memory a second time, 1.3 KB each, under the one map @p frame; they are overwritten at the end.
/// Cost: size * size / 2 comparisons, which see Gallery::closestPairs().
[[nodiscard]] std::optional<std::vector<Pair>> closestPairs(const PairSource& source, const ProtectionMap& frame,
                                                            int most, const PairProgress& progress,
                                                            Simd simd = bestSimd());

} // namespace kobai::face
