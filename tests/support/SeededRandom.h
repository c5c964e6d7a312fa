// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/Random.h"

#include <mutex>
#include <random>

namespace kobai::test {

/// Randomness that comes out the same in every run.
class SeededRandom final : public security::RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}

    void fill(unsigned char* bytes, std::size_t size) override
    {
        const std::scoped_lock lock(m_mutex);
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<unsigned char>(m_engine());
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace kobai::test
