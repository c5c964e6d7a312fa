// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstring>
#include <span>
#include <vector>

namespace kobai::face {

inline constexpr int dlibDimensions = 128;
inline constexpr int secondDimensions = 512;

/// What one network makes of a face. Overwritten when it goes: whoever copies one, queues it, keeps it in a vector that grows or in a
/// lambda leaves nothing plain behind.
template <std::size_t Size>
struct FaceVector : std::array<float, Size> {
    // Copies are the compiler's own: it stays an aggregate.
    ~FaceVector() { explicit_bzero(this->data(), Size * sizeof(float)); }
};
using DlibVector = FaceVector<dlibDimensions>;
using SecondVector = FaceVector<secondDimensions>;

/// The two unit vectors that describe a face in one picture, or the normalised mean over several pictures.
struct Embedding {
    DlibVector dlib{};
    SecondVector second{};
};

/// The normalised weighted mean, each half for itself. Precondition: as many weights as embeddings, at least one,
/// weights > 0.
[[nodiscard]] Embedding meanEmbedding(std::span<const Embedding> embeddings, std::span<const float> weights);

/// Cosines of the two halves, each in [-1, 1].
struct Cosines {
    float dlib = 0;
    float second = 0;
};
[[nodiscard]] Cosines cosines(const Embedding& a, const Embedding& b);

/// Is @p vector of length 1, its square to a thousandth? False with NaN in it.
[[nodiscard]] bool isUnitLength(std::span<const float> vector);
/// Both halves.
[[nodiscard]] bool isUnitLength(const Embedding& embedding);

/// Scales @p vector to length 1; false (and unchanged) when it has no length or holds NaN or infinity.
[[nodiscard]] bool normalise(std::span<float> vector);

/// Both cosines in deviations from the mean of pairs of different persons (43,660 pairs of lfw-dev, each face the mean of
/// itself and its mirror image).
struct ZScores {
    float dlib = 0;
    float second = 0;
};
[[nodiscard]] ZScores zScores(Cosines cosines);

/// The comparison score: a weighted sum of both cosines as z-scores over pairs of different persons. 0 is an average pair of strangers; the same person in two good pictures is about 5 to 8.
[[nodiscard]] float fusedScore(Cosines cosines);

} // namespace kobai::face
