// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceVault.h"

#include "security/SealedBox.h"

#include <cstring>
#include <limits>
#include <memory>

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

/// No capture has this number: the map of the averaged reference, which is never stored.
constexpr std::uint32_t referenceCapture = std::numeric_limits<std::uint32_t>::max();

face::ProtectionMap mapFor(const Vault& vault, std::uint32_t epoch, std::uint32_t capture)
{
    return face::ProtectionMap(face::TemplateKey{vault.templateSecret.clone(), vault.keys.seed, epoch, capture});
}

/// Every field is of fixed length but the last: no two places have the same context.
QByteArray context(const store::TemplateTable::Row& row)
{
    QByteArray bytes("kobai template 1");
    bytes += row.person.toBytes();
    bytes += QByteArray::number(row.capture).rightJustified(10, '0');
    bytes += QByteArray::number(row.epoch).rightJustified(10, '0');
    bytes += row.model.toUtf8();
    return bytes;
}

/// Unsealed, and still protected by the map.
Result<face::Embedding> openCapture(const store::TemplateTable::Row& row, const store::FaceKeys::PersonKeys& keys)
{
    const auto damaged = fail(FaultCode::StoreDamaged, u"template"_s);
    const auto opened = security::unseal(keys.sealing, row.sealed, context(row));
    if (!opened || !(row.weight > 0))
        return damaged;
    const auto stored = face::decodeTemplate(opened->view().toByteArray());
    if (!stored)
        return damaged;
    return *stored;
}

} // namespace

void sealCapture(const face::Embedding& plain, store::TemplateTable::Row& row, const Vault& vault,
                 security::RandomSource& random)
{
    row.epoch = vault.keys.epoch;
    const auto map = mapFor(vault, row.epoch, std::uint32_t(row.capture));
    row.sealed = security::seal(vault.keys.sealing, face::encodeTemplate(map.apply(plain)), context(row), random);
}

bool opens(const store::TemplateTable::Row& row, const store::FaceKeys::PersonKeys& keys)
{
    return openCapture(row, keys).has_value();
}

Result<store::TemplateTable::Row> renewed(store::TemplateTable::Row row, const Vault& from, const Vault& to,
                                          security::RandomSource& random)
{
    KOBAI_ASSIGN(const face::Embedding stored, openCapture(row, from.keys));
    const face::Embedding plain = mapFor(from, row.epoch, std::uint32_t(row.capture)).undo(stored);
    sealCapture(plain, row, to, random);
    return row;
}

Result<face::GalleryEntry> openReference(PersonId person, const std::vector<store::TemplateTable::Row>& rows,
                                         const Vault& vault)
{
    std::vector<face::Embedding> plain;
    plain.reserve(rows.size());
    std::vector<float> weights;
    for (const auto& row : rows) {
        KOBAI_ASSIGN(const face::Embedding stored, openCapture(row, vault.keys));
        plain.push_back(mapFor(vault, row.epoch, std::uint32_t(row.capture)).undo(stored));
        weights.push_back(row.weight);
    }
    if (plain.empty())
        return fail(FaultCode::StoreDamaged, u"template"_s);
    const face::Embedding mean = face::meanEmbedding(plain, weights);
    const auto map = mapFor(vault, vault.keys.epoch, referenceCapture);
    return face::GalleryEntry{person, map, map.apply(mean)};
}

} // namespace kobai::enrolment
