// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CodedVectors.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace kobai::face {

namespace {

constexpr int mostCoarse = 127;
constexpr int fineSteps = 256; ///< in a coarse step
/// Of the sum of all terms' sizes: for some thirty roundings of 2^-24 each, in here and in fusedScore().
constexpr float roundingSlack = 2e-6F;
constexpr std::size_t blocksWhenFull = CodedVectors::capacity / CoarseBlock::vectors;

float largestOf(std::span<const float> half)
{
    float largest = 0;
    for (const float value : half)
        largest = std::max(largest, std::abs(value));
    return largest;
}

/// To the nearest, for values of at most 2^15; std::lround() is a call.
int rounded(float value)
{
    constexpr int offset = 1 << 15;
    return int(value + (float(offset) + 0.5F)) - offset;
}

CodedProbe::Half encode(std::span<const float> half, std::int8_t* codes)
{
    const float largest = largestOf(half);
    const float scale = largest / mostCoarse;
    const float steps = largest > 0 ? mostCoarse / largest : 0;
    double squares = 0;
    double lost = 0;
    for (std::size_t i = 0; i < half.size(); ++i) {
        codes[i] = std::int8_t(std::clamp(rounded(half[i] * steps), -mostCoarse, mostCoarse));
        const double difference = double(half[i]) - double(scale) * codes[i];
        squares += double(half[i]) * double(half[i]);
        lost += difference * difference;
    }
    return {.scale = scale, .norm = float(std::sqrt(squares)), .error = float(std::sqrt(lost))};
}

struct FusedLine {
    float dlib = 0;
    float second = 0;
    float constant = 0;
};

/// The fused score as the straight line that it is, taken from fusedScore() so that its figures stand in one place.
const FusedLine& fusedLine()
{
    static const FusedLine line = [] {
        const float constant = fusedScore({.dlib = 0, .second = 0});
        return FusedLine{.dlib = fusedScore({.dlib = 1, .second = 0}) - constant,
                         .second = fusedScore({.dlib = 0, .second = 1}) - constant,
                         .constant = constant};
    }();
    Q_ASSERT(line.dlib >= 0 && line.second >= 0);
    return line;
}

} // namespace

CodedProbe::CodedProbe(const Embedding& probe)
    : dlib(encode(probe.dlib, codes.data())), second(encode(probe.second, codes.data() + dlibDimensions))
{
}

CodedVectors::CodedVectors()
{
    // Exactly what a full one needs: doubling would waste up to three quarters of a gallery's memory on the way.
    m_coarse.reserve(blocksWhenFull);
    m_scales.reserve(blocksWhenFull);
    m_fine.reserve(capacity);
}

void CodedVectors::add(const Embedding& embedding)
{
    Q_ASSERT(!isFull());
    const std::size_t lane = m_fine.size() % CoarseBlock::vectors;
    if (lane == 0) {
        m_coarse.emplace_back();
        m_scales.emplace_back();
    }
    CoarseBlock& block = m_coarse.back();
    auto& fine = m_fine.emplace_back();
    const auto addHalf = [&](std::span<const float> half, std::size_t first, Largest& largest) {
        const float fineScale = largestOf(half) / float(mostCoarse * fineSteps);
        const float steps = 1 / fineScale;
        double coarseSquares = 0;
        double fineSquares = 0;
        for (std::size_t i = 0; i < half.size(); ++i) {
            const int value = rounded(half[i] * steps);
            const int coarse = std::clamp((value + fineSteps / 2) >> 8, -mostCoarse, mostCoarse);
            const int left = std::clamp(value - coarse * fineSteps, -128, 127);
            block.codes[CoarseBlock::place(lane, first + i)] = std::int8_t(coarse);
            fine[first + i] = std::int8_t(left);
            coarseSquares += double(coarse * coarse);
            fineSquares += double(left * left);
        }
        const double coarseScale = double(fineScale) * fineSteps;
        largest.coarse = std::max(largest.coarse, float(coarseScale * std::sqrt(coarseSquares)));
        largest.left = std::max(largest.left, float(double(fineScale) * std::sqrt(fineSquares)));
        return float(coarseScale);
    };
    m_scales.back().dlib[lane] = addHalf(embedding.dlib, 0, m_dlib);
    m_scales.back().second[lane] = addHalf(embedding.second, dlibDimensions, m_second);
}

Embedding CodedVectors::at(int index) const
{
    const std::size_t lane = std::size_t(index) % CoarseBlock::vectors;
    const std::size_t blockIndex = std::size_t(index) / CoarseBlock::vectors;
    const auto& codes = m_coarse[blockIndex].codes;
    const auto& fine = m_fine[std::size_t(index)];
    Embedding embedding;
    const auto decode = [&](std::span<float> half, std::size_t first, float coarseScale) {
        const float scale = coarseScale / fineSteps;
        for (std::size_t i = 0; i < half.size(); ++i) {
            const int coarse = int{codes[CoarseBlock::place(lane, first + i)]};
            half[i] = scale * float(coarse * fineSteps + int{fine[first + i]});
        }
    };
    decode(embedding.dlib, 0, m_scales[blockIndex].dlib[lane]);
    decode(embedding.second, dlibDimensions, m_scales[blockIndex].second[lane]);
    return embedding;
}

Cosines CodedVectors::cosinesWith(int index, const Embedding& probe) const
{
    const std::size_t lane = std::size_t(index) % CoarseBlock::vectors;
    const std::size_t blockIndex = std::size_t(index) / CoarseBlock::vectors;
    const auto& codes = m_coarse[blockIndex].codes;
    const auto& fine = m_fine[std::size_t(index)];
    const auto cosine = [&](std::span<const float> half, std::size_t first, float coarseScale) {
        std::array<double, CoarseBlock::group> sums{};
        for (std::size_t i = 0; i < half.size(); i += CoarseBlock::group) {
            const std::int8_t* coarse = &codes[CoarseBlock::place(lane, first + i)];
            for (std::size_t j = 0; j < CoarseBlock::group; ++j)
                sums[j] += double(coarse[j] * fineSteps + fine[first + i + j]) * double(half[i + j]);
        }
        return float((double(coarseScale) / fineSteps) * ((sums[0] + sums[1]) + (sums[2] + sums[3])));
    };
    return {.dlib = cosine(probe.dlib, 0, m_scales[blockIndex].dlib[lane]),
            .second = cosine(probe.second, dlibDimensions, m_scales[blockIndex].second[lane])};
}

void CodedVectors::wipe()
{
    if (m_fine.empty())
        return; // explicit_bzero() takes no null pointer
    explicit_bzero(m_coarse.data(), m_coarse.size() * sizeof(CoarseBlock));
    explicit_bzero(m_fine.data(), m_fine.size() * codeDimensions);
    m_coarse.clear();
    m_scales.clear();
    m_fine.clear();
    m_dlib = {};
    m_second = {};
}

void CodedVectors::upperBounds(const CodedProbe& probe, Bounds& bounds, Simd simd) const
{
    std::array<CoarseSums, blocksWhenFull> sums;
    const std::span<CoarseSums> used(sums.data(), m_coarse.size());
    scanCoarse(m_coarse, probe.codes, used, simd);

    const FusedLine& line = fusedLine();
    const auto lost = [](const Largest& stored, const CodedProbe::Half& half) {
        return stored.left * half.norm + stored.coarse * half.error;
    };
    const auto size = [](const Largest& stored, const CodedProbe::Half& half) {
        return (stored.coarse + stored.left) * (half.norm + half.error);
    };
    const float slack =
        roundingSlack
        * (std::abs(line.constant) + line.dlib * size(m_dlib, probe.dlib) + line.second * size(m_second, probe.second));
    const float top =
        line.constant + line.dlib * lost(m_dlib, probe.dlib) + line.second * lost(m_second, probe.second) + slack;
    const float dlibFactor = line.dlib * probe.dlib.scale;
    const float secondFactor = line.second * probe.second.scale;
    for (std::size_t block = 0; block < used.size(); ++block) {
        float* const of = bounds.data() + block * CoarseBlock::vectors;
        for (std::size_t lane = 0; lane < CoarseBlock::vectors; ++lane) {
            of[lane] = top + dlibFactor * m_scales[block].dlib[lane] * float(used[block].dlib[lane])
                       + secondFactor * m_scales[block].second[lane] * float(used[block].second[lane]);
        }
    }
}

} // namespace kobai::face
