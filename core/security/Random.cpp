// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Random.h"

#include "security/Sodium.h"

#include <sodium.h>

namespace kobai::security {

void SystemRandom::fill(unsigned char* bytes, std::size_t size)
{
    readySodium();
    randombytes_buf(bytes, size);
}

QByteArray randomBytes(RandomSource& random, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill(reinterpret_cast<unsigned char*>(bytes.data()), std::size_t(size));
    return bytes;
}

SecureBytes randomSecret(RandomSource& random, std::size_t size)
{
    SecureBytes secret(size);
    random.fill(secret.data(), size);
    return secret;
}

} // namespace kobai::security
