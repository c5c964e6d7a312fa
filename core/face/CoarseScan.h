// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"
#include "face/Simd.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kobai::face {

inline constexpr std::size_t codeDimensions = dlibDimensions + secondDimensions;

/// The coarse codes of 16 vectors, both halves one after the other, each code in [-127, 127]. Four dimensions of one
/// vector lie together and the sixteen vectors side by side: one register holds the same four dimensions of them all,
/// so that sums need not be gathered from its lanes.
struct alignas(64) CoarseBlock {
    static constexpr std::size_t vectors = 16;
    static constexpr std::size_t group = 4;

    /// Of dimension @p dimension (0..639) of vector @p vector (0..15).
    [[nodiscard]] static constexpr std::size_t place(std::size_t vector, std::size_t dimension)
    {
        return (dimension / group * vectors + vector) * group + dimension % group;
    }

    std::array<std::int8_t, vectors * codeDimensions> codes{};
};

/// Codes of one vector in their usual order, each in [-127, 127].
using CoarseCodes = std::array<std::int8_t, codeDimensions>;

/// The scalar products of the codes of 16 vectors with those of a probe, exact.
struct CoarseSums {
    std::array<std::int32_t, CoarseBlock::vectors> dlib;
    std::array<std::int32_t, CoarseBlock::vectors> second;
};

/// One CoarseSums for each block; @p sums is as long as @p blocks. The blocks come in from memory in one pass: on a
/// large gallery the time is the memory's.
void scanCoarse(std::span<const CoarseBlock> blocks, const CoarseCodes& probe, std::span<CoarseSums> sums,
                Simd simd = bestSimd());

} // namespace kobai::face
