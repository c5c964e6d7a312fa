// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceWork.h"

#include "face/ModelFolder.h"

#include <cstring>

namespace kobai::enrolment {

namespace {

constexpr int seedBytes = 16;
constexpr int keyBytes = 32;

} // namespace

Result<QString> modelInUse(store::Tx& tx)
{
    return tx.settings().text(QStringView(store::setting::faceModelId).toString(), face::shippedModelId());
}

Status removeFaceRows(store::Tx& tx, PersonId person)
{
    KOBAI_TRY(tx.photos().remove(person));
    KOBAI_TRY(tx.pauses().remove(person));
    return tx.templates().removeAll(person);
}

store::FaceKeys::PersonKeys freshKeys(security::RandomSource& random)
{
    store::FaceKeys::PersonKeys keys;
    keys.seed = security::randomBytes(random, seedBytes);
    keys.sealing = security::randomSecret(random, keyBytes);
    const QByteArray drawn = security::randomBytes(random, sizeof keys.epoch);
    std::memcpy(&keys.epoch, drawn.constData(), sizeof keys.epoch);
    return keys;
}

SecureBytes freshPhotoKey(security::RandomSource& random)
{
    return security::randomSecret(random, keyBytes);
}

} // namespace kobai::enrolment
