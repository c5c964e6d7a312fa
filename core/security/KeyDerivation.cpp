// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/KeyDerivation.h"

#include "security/Sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace kobai::security {

SecureBytes deriveKey(const SecureBytes& storeKey, KeyPurpose purpose)
{
    static_assert(storeKeyBytes == crypto_kdf_KEYBYTES);
    static constexpr char context[crypto_kdf_CONTEXTBYTES] = {'k', 'o', 'b', 'a', 'i', 'k', 'e', 'y'};
    readySodium();
    Q_ASSERT(storeKey.size() == std::size_t(storeKeyBytes));
    SecureBytes key(storeKeyBytes);
    crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(purpose), context, storeKey.data());
    return key;
}

} // namespace kobai::security
