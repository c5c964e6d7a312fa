// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Template.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <sodium.h>

namespace kobai::face {

namespace {

template <std::size_t Words>
void readSigns(std::array<std::array<std::uint64_t, Words>, 3>& signs, const uchar*& source)
{
    for (auto& one : signs) {
        for (std::uint64_t& word : one) {
            word = qFromLittleEndian<std::uint64_t>(source);
            source += sizeof word;
        }
    }
}

constexpr quint32 formatVersion = 1;
constexpr qsizetype templateSize = 4 + 4 * (dlibDimensions + secondDimensions);

} // namespace

// The signs: BLAKE2b-256 keyed with the store's secret over (seed, epoch, capture), a pseudo-random function, gives a
// key; ChaCha20 under it (IETF, zero nonce: each key is used for this one stream) gives the bits.
ProtectionMap::ProtectionMap(const TemplateKey& key)
{
    std::array<uchar, crypto_stream_chacha20_ietf_KEYBYTES> streamKey{};
    static_assert(crypto_stream_chacha20_ietf_KEYBYTES == crypto_generichash_BYTES);
    QByteArray message("kobai template signs 1");
    message += key.seed;
    std::array<uchar, 8> numbers{};
    qToLittleEndian<quint32>(key.epoch, numbers.data());
    qToLittleEndian<quint32>(key.capture, numbers.data() + 4);
    message.append(reinterpret_cast<const char*>(numbers.data()), qsizetype(numbers.size()));
    crypto_generichash(streamKey.data(), streamKey.size(), reinterpret_cast<const uchar*>(message.constData()),
                       static_cast<unsigned long long>(message.size()), key.secret.data(), key.secret.size());

    std::array<uchar, sizeof m_dlibSigns + sizeof m_secondSigns> bits{};
    const std::array<uchar, crypto_stream_chacha20_ietf_NONCEBYTES> nonce{};
    crypto_stream_chacha20_ietf(bits.data(), bits.size(), nonce.data(), streamKey.data());
    const uchar* source = bits.data();
    readSigns(m_dlibSigns, source);
    readSigns(m_secondSigns, source);
    sodium_memzero(streamKey.data(), streamKey.size());
    sodium_memzero(bits.data(), bits.size());
}

ProtectionMap::~ProtectionMap()
{
    sodium_memzero(&m_dlibSigns, sizeof m_dlibSigns);
    sodium_memzero(&m_secondSigns, sizeof m_secondSigns);
}

Embedding ProtectionMap::apply(const Embedding& plain) const
{
    Embedding result = plain;
    turn(result.dlib, m_dlibSigns);
    turn(result.second, m_secondSigns);
    return result;
}

Embedding ProtectionMap::undo(const Embedding& protectedEmbedding) const
{
    Embedding result = protectedEmbedding;
    turnBack(result.dlib, m_dlibSigns);
    turnBack(result.second, m_secondSigns);
    return result;
}

QByteArray encodeTemplate(const Embedding& protectedEmbedding)
{
    QByteArray blob;
    blob.reserve(templateSize);
    QDataStream stream(&blob, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    stream << formatVersion;
    for (const float value : protectedEmbedding.dlib)
        stream << value;
    for (const float value : protectedEmbedding.second)
        stream << value;
    return blob;
}

std::optional<Embedding> decodeTemplate(const QByteArray& blob)
{
    if (blob.size() != templateSize)
        return std::nullopt;
    QDataStream stream(blob);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 version = 0;
    stream >> version;
    if (version != formatVersion)
        return std::nullopt;
    Embedding embedding;
    for (float& value : embedding.dlib)
        stream >> value;
    for (float& value : embedding.second)
        stream >> value;
    if (!isUnitLength(embedding))
        return std::nullopt;
    return embedding;
}

} // namespace kobai::face
