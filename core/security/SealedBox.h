// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"
#include "security/Random.h"

#include <QByteArray>
#include <QByteArrayView>

namespace kobai::security {

/// Bytes that only the holder of the key can read, and that nobody can change unnoticed: XChaCha20-Poly1305 (IETF draft
/// irtf-cfrg-xchacha, libsodium), whose 24-byte nonce may be drawn at random for each sealing. Thread-safe.
inline constexpr int sealKeyBytes = 32;
inline constexpr int sealOverheadBytes = 24 + 16; ///< nonce before, tag after the text

/// nonce || ciphertext || tag. @p context is not in the box but must be the same at opening (what the box belongs to), so
/// that a box moved to another place does not open. Precondition: key of sealKeyBytes.
[[nodiscard]] QByteArray seal(const SecureBytes& key, QByteArrayView plain, QByteArrayView context,
                              RandomSource& random);

/// What was sealed. Fault StoreDamaged: other key, other context, or changed bytes; they cannot be told apart.
[[nodiscard]] Result<SecureBytes> unseal(const SecureBytes& key, QByteArrayView box, QByteArrayView context);

} // namespace kobai::security
