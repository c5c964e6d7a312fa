// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace kobai::security {

/// How dear one guess is made: Argon2id (RFC 9106) passes and memory.
struct PasswordCost {
    std::uint64_t passes = 0;
    std::uint64_t memoryBytes = 0;

    /// Between openCost and highestCost.
    [[nodiscard]] bool isAllowed() const;

    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

/// libsodium's "moderate": about 0.7 s and 256 MiB a guess, paid once at opening a store.
inline constexpr PasswordCost passphraseCost{3, 256ULL << 20};
/// libsodium's "interactive": about 0.1 s; the till waits for it. A PIN's real guard is the lock after wrong tries.
inline constexpr PasswordCost pinCost{2, 64ULL << 20};
/// No protection at all: for tests, and for the demo school, whose passphrase is printed in the manual.
inline constexpr PasswordCost openCost{1, 8192};
/// What a file may ask for at most, so that a hostile one cannot exhaust the machine.
inline constexpr PasswordCost highestCost{16, 1ULL << 30};

inline constexpr int passwordSaltBytes = 16;

/// 32 bytes from a passphrase. Precondition: salt of passwordSaltBytes. Faults: StoreDamaged (cost outside
/// openCost..highestCost), Internal (no memory). Thread-safe.
[[nodiscard]] Result<SecureBytes> keyFromPassphrase(const SecureBytes& passphrase, QByteArrayView salt,
                                                    PasswordCost cost);

/// Argon2id's text form with its own salt, for PinTable. Fault: Internal (no memory). Thread-safe.
[[nodiscard]] Result<QByteArray> hashPin(const QString& pin, PasswordCost cost = pinCost);
/// Compares in constant time; false for anything that is not a hash. Thread-safe.
[[nodiscard]] bool verifyPin(const QString& pin, const QByteArray& hash);

} // namespace kobai::security
