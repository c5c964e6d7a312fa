// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QtEndian>

#include <concepts>

namespace kobai::security {

/// Writes numbers (little-endian, fixed width) and byte strings one after another: the encoding under our file formats
/// and hash chains. Two different sequences of fields never give the same bytes, because whatever varies in length carries it.
class ByteWriter final {
public:
    /// With @p expectedBytes right, nothing is moved in memory on the way and wipe() reaches everything.
    explicit ByteWriter(qsizetype expectedBytes = 0) { m_bytes.reserve(expectedBytes); }

    template <std::integral T>
    void number(T value)
    {
        const T little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    /// Bytes whose length the reader knows.
    void fixed(QByteArrayView bytes) { m_bytes.append(bytes.data(), bytes.size()); }
    /// A 32-bit length and the bytes.
    void sized(QByteArrayView bytes)
    {
        number(std::uint32_t(bytes.size()));
        fixed(bytes);
    }
    void text(const QString& text) { sized(text.toUtf8()); }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// Overwrites what was written, for secrets.
    void wipe() { explicit_bzero(m_bytes.data(), std::size_t(m_bytes.size())); }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. Reading past the end gives zeros and makes failed() true for good: check once, at the end.
class ByteReader final {
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}

    template <std::integral T>
    [[nodiscard]] T number()
    {
        const QByteArrayView raw = fixed(sizeof(T));
        return raw.isEmpty() ? T{} : qFromLittleEndian<T>(raw.data());
    }
    /// A view into the source; empty when there are fewer bytes left.
    [[nodiscard]] QByteArrayView fixed(qsizetype size)
    {
        if (m_failed || size < 0 || size > m_bytes.size() - m_position) {
            m_failed = true;
            return {};
        }
        m_position += size;
        return m_bytes.sliced(m_position - size, size);
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_position == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_failed = false;
};

} // namespace kobai::security
