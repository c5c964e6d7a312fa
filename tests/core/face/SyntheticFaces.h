// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"
#include "face/Gallery.h"

#include <QByteArray>

#include <cmath>
#include <random>
#include <span>

namespace kobai::test {

/// Embeddings without a network: strangers spread like LFW's (mean and deviation of zScores()), and noisy pictures of a
/// person. Seeded, so that a failure can be repeated.
class SyntheticFaces final {
public:
    explicit SyntheticFaces(unsigned seed = 1) : m_random(seed) {}

    [[nodiscard]] face::Embedding person()
    {
        face::Embedding result;
        // A common part gives every pair of strangers a dlib cosine about the measured mean of 0.83.
        for (std::size_t i = 0; i < result.dlib.size(); ++i)
            result.dlib[i] = (i % 2 == 0 ? 1.0F : -1.0F) + 0.44F * m_normal(m_random);
        for (float& value : result.second)
            value = m_normal(m_random);
        (void)face::normalise(result.dlib);
        (void)face::normalise(result.second);
        return result;
    }
    [[nodiscard]] face::Embedding pictureOf(const face::Embedding& person, float noise = 0.3F)
    {
        face::Embedding result = person;
        addNoise(result.dlib, noise * 0.4F);
        addNoise(result.second, noise);
        return result;
    }

private:
    void addNoise(std::span<float> vector, float length)
    {
        const float each = length / std::sqrt(float(vector.size()));
        for (float& value : vector)
            value += each * m_normal(m_random);
        (void)face::normalise(vector);
    }

    std::mt19937 m_random;
    std::normal_distribution<float> m_normal;
};

inline PersonId personId(std::size_t number)
{
    PersonId::Bytes bytes{};
    bytes[0] = 1;
    bytes[14] = std::uint8_t(number >> 8);
    bytes[15] = std::uint8_t(number);
    return PersonId(bytes);
}

inline face::ProtectionMap mapFor(std::uint8_t person, char secret = 's', std::uint32_t epoch = 0)
{
    return face::ProtectionMap({.secret = SecureBytes(QByteArray(32, secret)),
                                .seed = QByteArray(16, char(person)),
                                .epoch = epoch,
                                .capture = 0});
}

inline face::GalleryEntry entryOf(std::size_t number, const face::Embedding& reference)
{
    const face::ProtectionMap map = mapFor(std::uint8_t(number));
    return {.person = personId(number), .map = map, .reference = map.apply(reference)};
}

} // namespace kobai::test
