// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/SecretArena.h"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <new>

namespace kobai {

namespace {

constexpr std::size_t blockBytes = std::size_t(1) << 18;

unsigned char* guarded(std::size_t size)
{
    auto* memory = static_cast<unsigned char*>(sodium_malloc(size));
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

std::size_t wholeSize(std::size_t size)
{
    return std::bit_ceil(std::max(size, SecretArena::leastSize));
}

/// Which list of free places is for that size; beyond the last one it has a block of its own.
std::size_t listOf(std::size_t size)
{
    return std::size_t(std::countr_zero(wholeSize(size)) - std::countr_zero(SecretArena::leastSize));
}

} // namespace

SecretArena& SecretArena::instance()
{
    // Never destroyed: secrets of other lasting objects may go after it would.
    static auto* arena = new SecretArena;
    return *arena;
}

SecretArena::SecretArena()
{
    if (sodium_init() < 0)
        throw std::bad_alloc();
}

unsigned char* SecretArena::take(std::size_t size)
{
    const std::size_t number = listOf(size);
    if (number >= sizes) {
        // The guard lies right behind it: rounded up, so that it begins aligned.
        unsigned char* memory = guarded((size + leastSize - 1) / leastSize * leastSize);
        sodium_memzero(memory, size);
        return memory;
    }
    const std::scoped_lock lock(m_mutex);
    Free& free = m_free[number];
    if (free.empty())
        addBlock(number);
    unsigned char* memory = free.back();
    free.pop_back();
    return memory;
}

void SecretArena::giveBack(unsigned char* secret, std::size_t size) noexcept
{
    const std::size_t number = listOf(size);
    if (number >= sizes) {
        sodium_free(secret); // wipes
        return;
    }
    sodium_memzero(secret, wholeSize(size));
    const std::scoped_lock lock(m_mutex);
    m_free[number].push_back(secret); // reserved when the block was added
}

void SecretArena::addBlock(std::size_t number)
{
    const std::size_t each = leastSize << number;
    const std::size_t count = blockBytes / each;
    m_free[number].reserve(m_all[number] + count);
    unsigned char* block = guarded(blockBytes);
    sodium_memzero(block, blockBytes);
    m_all[number] += count;
    for (std::size_t i = 0; i < count; ++i)
        m_free[number].push_back(block + i * each);
}

} // namespace kobai
