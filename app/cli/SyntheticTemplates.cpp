// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SyntheticTemplates.h"

#include <algorithm>
#include <cmath>

namespace kobai::cli {

namespace {

// face::zScores()' figures: the mean cosine of strangers is the share of the common part; the deviation, in what is not
// common, is 1 / sqrt(directions).
constexpr float dlibCommon = 0.8334F;
constexpr float dlibDirections = 23;
constexpr float secondCommon = 0.0060F;
constexpr float secondDirections = 106;

/// Deviations that fall with a power of the dimension's number, as principal components do, with squares that add up to 1
/// and with as many directions: (sum of the squares)^2 / sum of the fourth powers.
void spread(std::span<float> deviations, float directions)
{
    const auto directionsAt = [&](float power) {
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 0; i < deviations.size(); ++i) {
            const double variance = std::pow(double(i + 1), -double(power));
            sum += variance;
            squares += variance * variance;
        }
        return sum * sum / squares;
    };
    float low = 0;
    float high = 3;
    for (int step = 0; step < 30; ++step) {
        const float middle = (low + high) / 2;
        (directionsAt(middle) > double(directions) ? low : high) = middle;
    }
    float sum = 0;
    for (std::size_t i = 0; i < deviations.size(); ++i)
        sum += std::pow(float(i + 1), -low);
    for (std::size_t i = 0; i < deviations.size(); ++i)
        deviations[i] = std::sqrt(std::pow(float(i + 1), -low) / sum);
}

/// @p share of what @p before has, in the sense of the cosine of the two own parts.
void takeAfter(std::span<float> own, std::span<const float> before, float share)
{
    for (std::size_t i = 0; i < own.size(); ++i)
        own[i] = share * before[i] + std::sqrt(1 - share * share) * own[i];
}

/// The common part is the same for everybody; it lies evenly over all dimensions.
void addCommon(std::span<float> own, float common)
{
    const float each = std::sqrt(common / float(own.size()));
    for (std::size_t i = 0; i < own.size(); ++i)
        own[i] = std::sqrt(1 - common) * own[i] + (i % 2 == 0 ? each : -each);
    (void)face::normalise(own);
}

} // namespace

SyntheticTemplates::SyntheticTemplates(std::uint64_t seed) : m_state(seed)
{
    spread(m_dlibDeviations, dlibDirections);
    spread(m_secondDeviations, secondDirections);
}

face::Embedding SyntheticTemplates::nextPerson()
{
    constexpr int familyEvery = 3;
    constexpr int doubleEvery = 50;
    face::Embedding person;
    fillOwn(person.dlib, m_dlibDeviations);
    fillOwn(person.second, m_secondDeviations);
    ++m_persons;
    const float share = m_persons % doubleEvery == 0 ? 0.75F : m_persons % familyEvery == 0 ? 0.5F : 0;
    if (share > 0) {
        takeAfter(person.dlib, m_before.dlib, share);
        takeAfter(person.second, m_before.second, share);
    }
    m_before = person;
    addCommon(person.dlib, dlibCommon);
    addCommon(person.second, secondCommon);
    return person;
}

face::Embedding SyntheticTemplates::picture(const face::Embedding& person)
{
    face::Embedding picture = person;
    const auto blur = [this](std::span<float> half, float cosine) {
        const float each = std::sqrt((1 / (cosine * cosine) - 1) / float(half.size()));
        for (float& value : half)
            value += each * nextNormal();
        (void)face::normalise(half);
    };
    blur(picture.dlib, 0.96F);
    blur(picture.second, 0.8F);
    return picture;
}

face::TemplateKey SyntheticTemplates::nextKey()
{
    const auto bytes = [this](qsizetype size) {
        QByteArray result(size, Qt::Uninitialized);
        std::ranges::generate(result, [this] { return char(next() >> 56); });
        return result;
    };
    return {.secret = SecureBytes(bytes(32)), .seed = bytes(16)};
}

// SplitMix64 (Steele, Lea and Flood 2014): one addition and two multiplications for 64 bits.
std::uint64_t SyntheticTemplates::next()
{
    std::uint64_t z = m_state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

float SyntheticTemplates::nextNormal()
{
    // The sum of four evenly distributed numbers, each of 16 bits.
    const std::uint64_t bits = next();
    const auto sum = std::int32_t((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
    constexpr float mean = 2 * 65535.0F;
    constexpr float deviation = 65536.0F / 1.7320508F;
    return (float(sum) - mean) / deviation;
}

void SyntheticTemplates::fillOwn(std::span<float> half, std::span<const float> deviations)
{
    for (std::size_t i = 0; i < half.size(); ++i)
        half[i] = deviations[i] * nextNormal();
}

} // namespace kobai::cli
