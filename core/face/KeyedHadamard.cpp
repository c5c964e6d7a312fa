// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/KeyedHadamard.h"

#include <immintrin.h>

#include <bit>
#include <cmath>
#include <utility>

namespace kobai::face {

namespace {

// ---- Plain: the same additions in the same order as below, one at a time

template <std::size_t N>
void walshHadamard(std::array<float, N>& vector)
{
    for (std::size_t half = 1; half < N; half *= 2) {
        for (std::size_t block = 0; block < N; block += 2 * half) {
            for (std::size_t i = block; i < block + half; ++i) {
                const float a = vector[i];
                const float b = vector[i + half];
                vector[i] = a + b;
                vector[i + half] = a - b;
            }
        }
    }
}

template <std::size_t N>
void flipSigns(std::array<float, N>& vector, const std::array<std::uint64_t, N / 64>& signs)
{
    for (std::size_t i = 0; i < N; ++i) {
        const auto sign = std::uint32_t(signs[i / 64] >> (i % 64)) << 31;
        vector[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(vector[i]) ^ sign);
    }
}

// ---- AVX2: eight registers hold 64 elements, so that a vector goes through memory once for every factor of 64 and
// once for what is left over it (2 of 128, 8 of 512)

#define KOBAI_AVX2 [[gnu::target("avx2"), gnu::always_inline]] inline

struct Registers {
    __m256 lanes[8];
};

KOBAI_AVX2 void butterfly(__m256& a, __m256& b)
{
    const __m256 sum = _mm256_add_ps(a, b);
    b = _mm256_sub_ps(a, b);
    a = sum;
}

/// Between the eight registers.
KOBAI_AVX2 void transformAcross(Registers& r)
{
    for (int half = 1; half < 8; half *= 2) {
        for (int block = 0; block < 8; block += 2 * half) {
            for (int i = block; i < block + half; ++i)
                butterfly(r.lanes[i], r.lanes[i + half]);
        }
    }
}

/// Between the eight lanes of one register: lane i becomes (lane i ^ h) + lane i, or - lane i where i has the bit h.
KOBAI_AVX2 void transformWithin(__m256& lanes)
{
    const __m256 odd = _mm256_castsi256_ps(_mm256_set_epi32(INT32_MIN, 0, INT32_MIN, 0, INT32_MIN, 0, INT32_MIN, 0));
    const __m256 pair = _mm256_castsi256_ps(_mm256_set_epi32(INT32_MIN, INT32_MIN, 0, 0, INT32_MIN, INT32_MIN, 0, 0));
    const __m256 upper = _mm256_castsi256_ps(_mm256_set_epi32(INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, 0, 0, 0, 0));
    lanes = _mm256_add_ps(_mm256_permute_ps(lanes, 0xB1), _mm256_xor_ps(lanes, odd));
    lanes = _mm256_add_ps(_mm256_permute_ps(lanes, 0x4E), _mm256_xor_ps(lanes, pair));
    lanes = _mm256_add_ps(_mm256_permute2f128_ps(lanes, lanes, 0x01), _mm256_xor_ps(lanes, upper));
}

KOBAI_AVX2 __m256 signMask(std::uint64_t word, unsigned firstBit)
{
    const __m256i bits = _mm256_set1_epi32(int(std::uint32_t(word >> firstBit)));
    const __m256i toTheTop = _mm256_sllv_epi32(bits, _mm256_set_epi32(24, 25, 26, 27, 28, 29, 30, 31));
    return _mm256_castsi256_ps(_mm256_and_si256(toTheTop, _mm256_set1_epi32(INT32_MIN)));
}

KOBAI_AVX2 void flipSigns64(float* elements, std::uint64_t signs)
{
    for (unsigned i = 0; i < 64; i += 8)
        _mm256_storeu_ps(elements + i, _mm256_xor_ps(_mm256_loadu_ps(elements + i), signMask(signs, i)));
}

/// A Walsh-Hadamard transform of 64 elements after changing their signs.
KOBAI_AVX2 void transform64(float* elements, std::uint64_t signs)
{
    Registers r;
    for (unsigned i = 0; i < 8; ++i) {
        r.lanes[i] = _mm256_xor_ps(_mm256_loadu_ps(elements + 8 * i), signMask(signs, 8 * i));
        transformWithin(r.lanes[i]);
    }
    transformAcross(r);
    for (unsigned i = 0; i < 8; ++i)
        _mm256_storeu_ps(elements + 8 * i, r.lanes[i]);
}

/// What is left of the transform when each 64 elements have theirs.
template <std::size_t N>
KOBAI_AVX2 void transformBetween64(float* elements)
{
    static_assert(N == 128 || N == 512);
    for (std::size_t i = 0; i < 64; i += 8) {
        if constexpr (N == 128) {
            __m256 a = _mm256_loadu_ps(elements + i);
            __m256 b = _mm256_loadu_ps(elements + i + 64);
            butterfly(a, b);
            _mm256_storeu_ps(elements + i, a);
            _mm256_storeu_ps(elements + i + 64, b);
        } else {
            Registers r;
            for (std::size_t block = 0; block < 8; ++block)
                r.lanes[block] = _mm256_loadu_ps(elements + i + 64 * block);
            transformAcross(r);
            for (std::size_t block = 0; block < 8; ++block)
                _mm256_storeu_ps(elements + i + 64 * block, r.lanes[block]);
        }
    }
}

template <std::size_t N>
[[gnu::target("avx2")]] void turnAvx2(std::array<float, N>& vector, const SignVectors<N>& signs)
{
    for (const auto& one : signs) {
        for (std::size_t block = 0; block < N / 64; ++block)
            transform64(vector.data() + 64 * block, one[block]);
        transformBetween64<N>(vector.data());
    }
}

template <std::size_t N>
[[gnu::target("avx2")]] void turnBackAvx2(std::array<float, N>& vector, const SignVectors<N>& signs)
{
    for (auto one = signs.rbegin(); one != signs.rend(); ++one) {
        for (std::size_t block = 0; block < N / 64; ++block)
            transform64(vector.data() + 64 * block, 0);
        transformBetween64<N>(vector.data());
        for (std::size_t block = 0; block < N / 64; ++block)
            flipSigns64(vector.data() + 64 * block, (*one)[block]);
    }
}

#undef KOBAI_AVX2

/// Three transforms have made the vector N^1.5 times longer.
template <std::size_t N>
void shorten(std::array<float, N>& vector)
{
    const float scale = 1.0F / (float(N) * std::sqrt(float(N)));
    for (float& value : vector)
        value *= scale;
}

} // namespace

template <std::size_t N>
void turn(std::array<float, N>& vector, const SignVectors<N>& signs, Simd simd)
{
    switch (simd) {
    case Simd::Plain:
        for (const auto& one : signs) {
            flipSigns(vector, one);
            walshHadamard(vector);
        }
        break;
    case Simd::Avx2:
    case Simd::Avx512Vnni:
        turnAvx2(vector, signs);
        break;
    }
    shorten(vector);
}

template <std::size_t N>
void turnBack(std::array<float, N>& vector, const SignVectors<N>& signs, Simd simd)
{
    switch (simd) {
    case Simd::Plain:
        for (auto one = signs.rbegin(); one != signs.rend(); ++one) {
            walshHadamard(vector);
            flipSigns(vector, *one);
        }
        break;
    case Simd::Avx2:
    case Simd::Avx512Vnni:
        turnBackAvx2(vector, signs);
        break;
    }
    shorten(vector);
}

template void turn(std::array<float, 128>&, const SignVectors<128>&, Simd);
template void turn(std::array<float, 512>&, const SignVectors<512>&, Simd);
template void turnBack(std::array<float, 128>&, const SignVectors<128>&, Simd);
template void turnBack(std::array<float, 512>&, const SignVectors<512>&, Simd);

} // namespace kobai::face
