// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/SecureBytes.h"

#include <QByteArray>

#include <cstddef>

namespace kobai::security {

/// Where randomness comes from; handed to constructors so that tests and the demo school can be repeated.
/// Implementations are thread-safe.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(unsigned char* bytes, std::size_t size) = 0;
};

/// libsodium's generator, seeded by the operating system.
class SystemRandom final : public RandomSource {
public:
    void fill(unsigned char* bytes, std::size_t size) override;
};

[[nodiscard]] QByteArray randomBytes(RandomSource& random, int size);
[[nodiscard]] SecureBytes randomSecret(RandomSource& random, std::size_t size);

/// A fresh id: 48 bits of time (so that rows made together lie together in the index) and 80 random bits.
template <typename Id>
[[nodiscard]] Id newId(RandomSource& random, const Clock& clock)
{
    typename Id::Bytes bytes{};
    random.fill(bytes.data(), bytes.size());
    const std::int64_t ms = toUnixMs(clock.now());
    for (int i = 0; i < 6; ++i)
        bytes[std::size_t(i)] = std::uint8_t(ms >> (8 * (5 - i)));
    return Id(bytes);
}

} // namespace kobai::security
