// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <vector>

namespace kobai {

/// Where all secrets of the process lie: a few large blocks of libsodium's guarded memory (kept out of swap and core dumps, with pages before
/// and after that may not be touched), parted among them. For each secret a guarded block of its own would be safer, but of those a
/// process gets 16,377 (counted at the usual vm.max_map_count of 65,530); and locking the pages of single secrets in common memory unlocks the neighbours' with the
/// first that goes. Lives as long as the process. Thread-safe.
class SecretArena final {
public:
    [[nodiscard]] static SecretArena& instance();

    static constexpr std::size_t leastSize = 16;

    /// @p size bytes, zero, aligned to 16. Throws std::bad_alloc. Precondition: size > 0.
    [[nodiscard]] unsigned char* take(std::size_t size);
    /// Wiped, and for the next one.
    void giveBack(unsigned char* secret, std::size_t size) noexcept;

    SecretArena(const SecretArena&) = delete;
    SecretArena& operator=(const SecretArena&) = delete;

private:
    SecretArena();

    static constexpr std::size_t sizes = 13; ///< 16, 32 ... 65,536: what is larger has a block of its own
    using Free = std::vector<unsigned char*>;

    void addBlock(std::size_t number);

    std::mutex m_mutex;
    std::array<Free, sizes> m_free; ///< by size
    std::array<std::size_t, sizes> m_all{};
};

} // namespace kobai
