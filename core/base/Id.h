// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>

namespace kobai {

/// A 128-bit opaque identifier that says nothing about what it names. @p Tag keeps the kinds apart:
/// a PersonId does not convert to a SaleId. Made by IdSource outside the store, so that it can serve as the
/// idempotency key of the operation that creates the row.
template <typename Tag>
class OpaqueId final {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    OpaqueId() = default;
    explicit OpaqueId(const Bytes& bytes) : m_bytes(bytes) {}

    /// From a 16-byte blob; anything else is nullopt.
    [[nodiscard]] static std::optional<OpaqueId> fromBytes(const QByteArray& blob)
    {
        if (blob.size() != 16)
            return std::nullopt;
        Bytes bytes{};
        std::memcpy(bytes.data(), blob.constData(), bytes.size());
        return OpaqueId(bytes);
    }

    [[nodiscard]] QByteArray toBytes() const
    {
        return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), qsizetype(m_bytes.size()));
    }
    [[nodiscard]] QString toHex() const { return QString::fromLatin1(toBytes().toHex()); }
    [[nodiscard]] bool isNull() const { return m_bytes == Bytes{}; }

    friend auto operator<=>(const OpaqueId&, const OpaqueId&) = default;
    friend size_t qHash(const OpaqueId& id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

private:
    Bytes m_bytes{};
};

/// A row number of the store, strongly typed. 0 is "none".
template <typename Tag>
struct RowId {
    std::int64_t value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    friend auto operator<=>(const RowId&, const RowId&) = default;
    friend size_t qHash(RowId id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using PersonId = OpaqueId<struct PersonTag>;
using GuardianId = OpaqueId<struct GuardianTag>;
using SaleId = OpaqueId<struct SaleTag>;
using TransferId = OpaqueId<struct TransferTag>;
using ConsentEventId = OpaqueId<struct ConsentEventTag>;
using StoreId = OpaqueId<struct StoreTag>;
/// Of a product or category that is about to be added.
using CatalogueKey = OpaqueId<struct CatalogueKeyTag>;
using AccountId = RowId<struct AccountTag>;
using ProductId = RowId<struct ProductTag>;
using CategoryId = RowId<struct CategoryTag>;
using OperatorId = RowId<struct OperatorTag>;

} // namespace kobai

Q_DECLARE_METATYPE(kobai::PersonId)
Q_DECLARE_METATYPE(kobai::SaleId)
Q_DECLARE_METATYPE(kobai::ProductId)
