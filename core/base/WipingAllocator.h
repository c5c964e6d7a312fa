// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>

namespace kobai {

/// For a vector of what must not lie about: its memory is overwritten before it is given back, also when the vector grows out of it.
template <typename T>
struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template <typename U>
    explicit(false) WipingAllocator(const WipingAllocator<U>& /*other*/) noexcept
    {
    }

    [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* values, std::size_t count) noexcept
    {
        explicit_bzero(values, count * sizeof(T));
        std::allocator<T>().deallocate(values, count);
    }

    friend bool operator==(const WipingAllocator&, const WipingAllocator&) = default;
};

} // namespace kobai
