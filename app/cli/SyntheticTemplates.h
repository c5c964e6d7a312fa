// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"
#include "face/Template.h"

#include <array>
#include <cstdint>
#include <span>

namespace kobai::cli {

/// Embeddings of any number of persons who were never born, quickly (about 3 microseconds each) and again the same from
/// the same seed. Scores of strangers spread like those of LFW (mean and deviation in face::zScores()), because the
/// vectors have LFW's mean and no more directions than that deviation allows; every third person shares half of the
/// vector with the one before, as brothers and sisters do, and one in fifty three quarters, as doubles do.
class SyntheticTemplates final {
public:
    explicit SyntheticTemplates(std::uint64_t seed);

    [[nodiscard]] face::Embedding nextPerson();
    /// Another picture of the person: cosines of about 0.96 and 0.8, a fused score of about 6.
    [[nodiscard]] face::Embedding picture(const face::Embedding& person);
    /// A key for a person's map, from the same random numbers: not a secret.
    [[nodiscard]] face::TemplateKey nextKey();

private:
    std::uint64_t next();
    /// About normally distributed, mean 0, deviation 1, never beyond 3.5.
    float nextNormal();
    void fillOwn(std::span<float> half, std::span<const float> deviations);

    std::uint64_t m_state;
    std::array<float, face::dlibDimensions> m_dlibDeviations{};
    std::array<float, face::secondDimensions> m_secondDeviations{};
    face::Embedding m_before; ///< what the last person had of their own, before the common mean
    int m_persons = 0;
};

} // namespace kobai::cli
