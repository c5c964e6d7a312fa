// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/SealedBox.h"

#include "security/Sodium.h"

#include <sodium.h>

namespace kobai::security {

namespace {

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealOverheadBytes == nonceBytes + tagBytes);
static_assert(sealKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

QByteArray seal(const SecureBytes& key, QByteArrayView plain, QByteArrayView context, RandomSource& random)
{
    readySodium();
    Q_ASSERT(key.size() == std::size_t(sealKeyBytes));
    QByteArray box(nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(box.data());
    random.fill(out, std::size_t(nonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        out + nonceBytes, nullptr, raw(plain), static_cast<unsigned long long>(plain.size()), raw(context),
        static_cast<unsigned long long>(context.size()), nullptr, out, key.data());
    return box;
}

Result<SecureBytes> unseal(const SecureBytes& key, QByteArrayView box, QByteArrayView context)
{
    readySodium();
    if (key.size() != std::size_t(sealKeyBytes) || box.size() < sealOverheadBytes)
        return fail(FaultCode::StoreDamaged, QStringLiteral("sealed box: size"));
    SecureBytes plain(std::size_t(box.size() - sealOverheadBytes));
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain.data(), nullptr, nullptr, raw(box) + nonceBytes, static_cast<unsigned long long>(box.size() - nonceBytes),
        raw(context), static_cast<unsigned long long>(context.size()), raw(box), key.data());
    if (refused != 0)
        return fail(FaultCode::StoreDamaged, QStringLiteral("sealed box: does not open"));
    return plain;
}

} // namespace kobai::security
