// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ReferencePhotos.h"

#include "security/SealedBox.h"

namespace kobai::store {

namespace {

QByteArray context(PersonId person)
{
    return "kobai reference photo 1" + person.toBytes();
}

} // namespace

QByteArray sealPhoto(const SecureBytes& key, PersonId person, QByteArrayView encoded, security::RandomSource& random)
{
    return security::seal(key, encoded, context(person), random);
}

Result<SecureBytes> unsealPhoto(const SecureBytes& key, PersonId person, const QByteArray& sealed)
{
    auto opened = security::unseal(key, sealed, context(person));
    if (!opened)
        return fail(FaultCode::StoreDamaged, QStringLiteral("reference photo"));
    return opened;
}

Result<std::optional<QImage>> readPhoto(Tx& tx, const FaceKeys& keys, PersonId person)
{
    KOBAI_ASSIGN(const bool consented, tx.photos().isConsented(person));
    const FaceKeys::PersonKeys* own = keys.find(person);
    if (!consented || own == nullptr || own->photo.isEmpty())
        return std::nullopt;
    KOBAI_ASSIGN(const auto row, tx.photos().find(person));
    if (!row)
        return std::nullopt;
    KOBAI_ASSIGN(const SecureBytes encoded, unsealPhoto(own->photo, person, row->sealed));
    const QImage photo = QImage::fromData(encoded.span().data(), int(encoded.size()));
    if (photo.isNull())
        return fail(FaultCode::StoreDamaged, QStringLiteral("reference photo"));
    return photo;
}

} // namespace kobai::store
