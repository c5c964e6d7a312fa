// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/CoarseScan.h"
#include "face/Embedding.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace kobai::face {

/// A probe for CodedVectors::upperBounds(): its coarse codes, and what was lost by them.
struct CodedProbe {
    /// q̂ = scale * codes. Each half has the error |q - q̂|.
    struct Half {
        float scale = 0;
        float norm = 0;
        float error = 0;
    };

    /// Precondition: no NaN and no infinity.
    explicit CodedProbe(const Embedding& probe);

    CoarseCodes codes{};
    Half dlib;
    Half second;
};

/// Up to 288 embeddings of one frame of reference (one ProtectionMap) in 16-bit fixed point, 1.3 KB each: the upper
/// bytes ("coarse") in blocks for a quick first pass, the lower bytes ("fine") apart, for the few that are looked at
/// exactly. What is stored differs from what was added by at most 1/65024 of the half's largest element in each
/// element, so that a cosine differs by about 1e-6.
/// Const functions are thread-safe.
class CodedVectors final {
public:
    static constexpr int capacity = 288; // 18 full blocks; at most 300 persons share a map (biometrics.md 4.3)
    using Bounds = std::array<float, capacity>;

    CodedVectors();

    [[nodiscard]] int size() const { return int(m_fine.size()); }
    [[nodiscard]] bool isFull() const { return size() == capacity; }

    /// Precondition: not full, both halves of unit length.
    void add(const Embedding& embedding);

    /// What is stored; exact, since 16 bits fit a float.
    [[nodiscard]] Embedding at(int index) const;

    /// With a probe of this frame, summed in double precision and always in the same order: the same on every processor.
    [[nodiscard]] Cosines cosinesWith(int index, const Embedding& probe) const;

    /// For each vector a number that its fused score with the probe does not exceed; the first size() of @p bounds mean
    /// something. fusedScore() of cosinesWith() it is, that is, of what is stored.
    ///
    /// Let x be a half of a stored vector and x̂ its coarse part, q and q̂ the same of the probe. Then
    ///   <x, q> = <x̂, q̂> + <x - x̂, q> + <x̂, q - q̂>  <=  <x̂, q̂> + |x - x̂| |q| + |x̂| |q - q̂|
    /// by Cauchy-Schwarz. <x̂, q̂> is counted in integers; the norms are known, |x - x̂| and |x̂| as the largest of these
    /// vectors. The fused score is a constant plus a positive multiple of each half's cosine, so it is at most the same
    /// of the two bounds. Floats round: thirty times 2^-24 of the largest that the terms can be is added for that.
    void upperBounds(const CodedProbe& probe, Bounds& bounds, Simd simd = bestSimd()) const;

    /// Overwrites all vectors; size() becomes 0.
    void wipe();

private:
    struct Scales {
        std::array<float, CoarseBlock::vectors> dlib{};
        std::array<float, CoarseBlock::vectors> second{};
    };
    /// The largest norms of the coarse parts and of what they leave out.
    struct Largest {
        float coarse = 0;
        float left = 0;
    };

    std::vector<CoarseBlock> m_coarse;
    std::vector<Scales> m_scales; ///< of a coarse step, one for each block
    std::vector<std::array<std::int8_t, codeDimensions>> m_fine;
    Largest m_dlib;
    Largest m_second;
};

} // namespace kobai::face
