// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Template.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <sodium.h>

#include <bit>
#include <cmath>

namespace kobai::face {

namespace {

/// In-place fast Walsh-Hadamard transform, scaled to be orthogonal; its own inverse.
template <std::size_t N>
void walshHadamard(std::array<float, N>& vector)
{
    static_assert(std::has_single_bit(N));
    for (std::size_t half = 1; half < N; half *= 2) {
        for (std::size_t block = 0; block < N; block += 2 * half) {
            for (std::size_t i = block; i < block + half; ++i) {
                const float a = vector[i];
                const float b = vector[i + half];
                vector[i] = a + b;
                vector[i + half] = a - b;
            }
        }
    }
    const float scale = 1.0F / std::sqrt(float(N));
    for (float& value : vector)
        value *= scale;
}

template <std::size_t N, std::size_t Words>
void flipSigns(std::array<float, N>& vector, const std::array<std::uint64_t, Words>& signs)
{
    static_assert(Words * 64 == N);
    for (std::size_t i = 0; i < N; ++i) {
        const auto sign = std::uint32_t(signs[i / 64] >> (i % 64)) << 31;
        vector[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(vector[i]) ^ sign);
    }
}

template <std::size_t N, std::size_t Words>
void forward(std::array<float, N>& vector, const std::array<std::array<std::uint64_t, Words>, 3>& signs)
{
    for (const auto& one : signs) {
        flipSigns(vector, one);
        walshHadamard(vector);
    }
}

template <std::size_t N, std::size_t Words>
void backward(std::array<float, N>& vector, const std::array<std::array<std::uint64_t, Words>, 3>& signs)
{
    for (auto one = signs.rbegin(); one != signs.rend(); ++one) {
        walshHadamard(vector);
        flipSigns(vector, *one);
    }
}

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
    forward(result.dlib, m_dlibSigns);
    forward(result.second, m_secondSigns);
    return result;
}

Embedding ProtectionMap::undo(const Embedding& protectedEmbedding) const
{
    Embedding result = protectedEmbedding;
    backward(result.dlib, m_dlibSigns);
    backward(result.second, m_secondSigns);
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
