// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SecureBytes.h"

namespace kobai::security {

inline constexpr int storeKeyBytes = 32;

/// What a key derived from the store's own is for. Values go into the derivation: append, never renumber.
enum class KeyPurpose {
    Database = 1, ///< SQLCipher's raw key of store.db
    FaceKeys = 2, ///< seals faces.keys
};

/// A 32-byte key for one purpose (libsodium crypto_kdf, BLAKE2b): knowing one tells nothing about the others.
/// Precondition: storeKey of storeKeyBytes. Thread-safe.
[[nodiscard]] SecureBytes deriveKey(const SecureBytes& storeKey, KeyPurpose purpose);

} // namespace kobai::security
