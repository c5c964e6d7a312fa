// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Simd.h"

namespace kobai::face {

std::vector<Simd> availableSimd()
{
    std::vector<Simd> available{Simd::Plain};
    if (__builtin_cpu_supports("avx2") != 0)
        available.push_back(Simd::Avx2);
    if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("avx512bw") != 0
        && __builtin_cpu_supports("avx512vnni") != 0)
        available.push_back(Simd::Avx512Vnni);
    return available;
}

Simd bestSimd()
{
    static const Simd best = availableSimd().back();
    return best;
}

} // namespace kobai::face
