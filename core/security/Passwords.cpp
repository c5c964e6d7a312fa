// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Passwords.h"

#include "security/Sodium.h"

#include <sodium.h>

namespace kobai::security {

namespace {

/// UTF-8 of a secret text, wiped afterwards.
SecureBytes utf8(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    SecureBytes secret{QByteArrayView(bytes)};
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    return secret;
}

/// The library takes no null pointer, not even for an empty text.
const char* text(const SecureBytes& secret)
{
    return secret.isEmpty() ? "" : reinterpret_cast<const char*>(secret.data());
}

} // namespace

bool PasswordCost::isAllowed() const
{
    return passes >= openCost.passes && passes <= highestCost.passes && memoryBytes >= openCost.memoryBytes
           && memoryBytes <= highestCost.memoryBytes;
}

Result<SecureBytes> keyFromPassphrase(const SecureBytes& passphrase, QByteArrayView salt, PasswordCost cost)
{
    static_assert(passwordSaltBytes == crypto_pwhash_SALTBYTES);
    static_assert(openCost.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && openCost.passes >= crypto_pwhash_OPSLIMIT_MIN);
    readySodium();
    if (!cost.isAllowed() || salt.size() != passwordSaltBytes)
        return fail(FaultCode::StoreDamaged, QStringLiteral("key derivation: parameters"));
    SecureBytes key(32);
    const int refused = crypto_pwhash(key.data(), key.size(), text(passphrase), passphrase.size(),
                                      reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
                                      std::size_t(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (refused != 0)
        return fail(FaultCode::Internal, QStringLiteral("key derivation: no memory"));
    return key;
}

Result<QByteArray> hashPin(const QString& pin, PasswordCost cost)
{
    readySodium();
    const SecureBytes secret = utf8(pin);
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    const int refused = crypto_pwhash_str_alg(hash.data(), text(secret), secret.size(), cost.passes,
                                              std::size_t(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (refused != 0)
        return fail(FaultCode::Internal, QStringLiteral("PIN hash: no memory"));
    hash.truncate(qsizetype(qstrlen(hash.constData())));
    return hash;
}

bool verifyPin(const QString& pin, const QByteArray& hash)
{
    readySodium();
    // The library reads a fixed-size, zero-padded field.
    if (hash.isEmpty() || hash.size() >= qsizetype(crypto_pwhash_STRBYTES) || hash.contains('\0'))
        return false;
    const QByteArray padded = hash.leftJustified(crypto_pwhash_STRBYTES, '\0');
    const SecureBytes secret = utf8(pin);
    return crypto_pwhash_str_verify(padded.constData(), text(secret), secret.size()) == 0;
}

} // namespace kobai::security
