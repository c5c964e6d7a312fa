// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CoarseScan.h"

#include <QtGlobal>

#include <immintrin.h>

#include <cstring>

namespace kobai::face {

namespace {

constexpr std::size_t dlibGroups = dlibDimensions / CoarseBlock::group;
constexpr std::size_t groups = codeDimensions / CoarseBlock::group;
constexpr std::size_t groupBytes = CoarseBlock::vectors * CoarseBlock::group;

/// Four codes of the probe as the one number that is put into every lane.
std::int32_t fourCodes(const std::int8_t* codes)
{
    std::int32_t four = 0;
    std::memcpy(&four, codes, sizeof four);
    return four;
}

void sumPlain(const std::int8_t* codes, const std::int8_t* probe, std::size_t count, std::int32_t* sums)
{
    for (std::size_t g = 0; g < count; ++g) {
        for (std::size_t vector = 0; vector < CoarseBlock::vectors; ++vector) {
            const std::int8_t* four = codes + g * groupBytes + vector * CoarseBlock::group;
            for (std::size_t i = 0; i < CoarseBlock::group; ++i)
                sums[vector] += std::int32_t(four[i]) * probe[g * CoarseBlock::group + i];
        }
    }
}

/// maddubs wants one side without sign: |p| and the sign of p moved to the code. Its 16-bit sums of two products cannot
/// overflow, since no code is -128: 2 * 127 * 127 < 32768.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i addProductsAvx2(__m256i sum, const std::int8_t* codes,
                                                                           __m256i probe)
{
    const __m256i stored = _mm256_load_si256(reinterpret_cast<const __m256i*>(codes));
    const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(probe), _mm256_sign_epi8(stored, probe));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

[[gnu::target("avx2")]] void sumAvx2(const std::int8_t* codes, const std::int8_t* probe, std::size_t count,
                                     std::int32_t* sums)
{
    __m256i low = _mm256_setzero_si256();
    __m256i high = _mm256_setzero_si256();
    for (std::size_t g = 0; g < count; ++g) {
        const __m256i four = _mm256_set1_epi32(fourCodes(probe + g * CoarseBlock::group));
        low = addProductsAvx2(low, codes + g * groupBytes, four);
        high = addProductsAvx2(high, codes + g * groupBytes + 32, four);
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), low);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 8), high);
}

/// The instruction takes one side without sign: 128 is added to each code, and 128 times the probe's sum taken off.
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void sumVnni(const std::int8_t* codes, const std::int8_t* probe,
                                                            std::size_t count, std::int32_t* sums)
{
    const __m512i offset = _mm512_set1_epi8(-128);
    __m512i even = _mm512_setzero_si512(); // two sums, because each addition waits for the one before
    __m512i odd = _mm512_setzero_si512();
    __m512i surplus = _mm512_setzero_si512();
    for (std::size_t g = 0; g < count; g += 2) {
        const std::int8_t* stored = codes + g * groupBytes;
        const __m512i first = _mm512_set1_epi32(fourCodes(probe + g * CoarseBlock::group));
        const __m512i second = _mm512_set1_epi32(fourCodes(probe + (g + 1) * CoarseBlock::group));
        even = _mm512_dpbusd_epi32(even, _mm512_xor_si512(_mm512_load_si512(stored), offset), first);
        odd = _mm512_dpbusd_epi32(odd, _mm512_xor_si512(_mm512_load_si512(stored + groupBytes), offset), second);
        surplus = _mm512_dpbusd_epi32(surplus, offset, first);
        surplus = _mm512_dpbusd_epi32(surplus, offset, second);
    }
    _mm512_storeu_si512(sums, _mm512_sub_epi32(_mm512_add_epi32(even, odd), surplus));
}

using Sum = void (*)(const std::int8_t* codes, const std::int8_t* probe, std::size_t count, std::int32_t* sums);

Sum sumFor(Simd simd)
{
    switch (simd) {
    case Simd::Plain:
        return sumPlain;
    case Simd::Avx2:
        return sumAvx2;
    case Simd::Avx512Vnni:
        return sumVnni;
    }
    Q_UNREACHABLE();
}

} // namespace

void scanCoarse(std::span<const CoarseBlock> blocks, const CoarseCodes& probe, std::span<CoarseSums> sums, Simd simd)
{
    Q_ASSERT(blocks.size() == sums.size());
    const Sum sum = sumFor(simd);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::int8_t* codes = blocks[i].codes.data();
        sums[i] = {};
        sum(codes, probe.data(), dlibGroups, sums[i].dlib.data());
        sum(codes + dlibGroups * groupBytes, probe.data() + dlibDimensions, groups - dlibGroups, sums[i].second.data());
    }
}

} // namespace kobai::face
