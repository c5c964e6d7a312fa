// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ReferencePhoto.h"

#include "enrolment/ConsentWork.h"
#include "enrolment/FaceWork.h"
#include "store/LivingTemplates.h"
#include "store/ReferencePhotos.h"

#include <QBuffer>
#include <QPainter>

// As with the templates, the key goes into faces.keys before the photo's row and out of it after: a crash between leaves a key that
// opens nothing, and the next loadGallery() takes it away.

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int jpegQuality = 90; ///< about 30 kB at photoSide

/// JPEG of the pixels alone: what a camera or program wrote into the picture's texts (place, name, time) stays behind.
Result<QByteArray> encoded(const QImage& photo)
{
    const bool isLarge = std::max(photo.width(), photo.height()) > photoSide;
    const QImage scaled =
        isLarge ? photo.scaled(photoSide, photoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : photo;
    QImage pixels(scaled.size(), QImage::Format_RGB32);
    pixels.fill(Qt::white);
    QPainter painter(&pixels);
    painter.drawImage(pixels.rect(), scaled);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !pixels.save(&buffer, "JPEG", jpegQuality))
        return fail(FaultCode::Internal, u"JPEG"_s);
    return bytes;
}

Status checkMayKeep(store::Tx& tx, const store::FaceKeys& keys, PersonId person, QDate today)
{
    KOBAI_TRY(tx.people().find(person));
    KOBAI_ASSIGN(const bool consented, tx.photos().isConsented(person));
    if (!consented)
        return fail(FaultCode::PhotoConsentMissing);
    KOBAI_ASSIGN(const auto state, consentState(tx, person, today));
    if (!state.allowed())
        return fail(FaultCode::ConsentMissing);
    KOBAI_ASSIGN(const QString model, modelInUse(tx));
    KOBAI_ASSIGN(const auto templates, store::livingTemplates(tx, keys, person, model));
    return templates.empty() ? Status(fail(FaultCode::NotEnrolled)) : Status();
}

} // namespace

Result<PhotoState> photoState(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) -> Result<PhotoState> {
        PhotoState state;
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(state.consented, tx.photos().isConsented(person));
        KOBAI_ASSIGN(const auto row, tx.photos().find(person));
        const store::FaceKeys::PersonKeys* keys = store.faceKeys().find(person);
        state.hasPhoto = state.consented && row && keys != nullptr && !keys->photo.isEmpty();
        return state;
    });
}

Status recordPhotoConsent(store::Store& store, PersonId person, bool yes, OperatorId by)
{
    const Instant at = store.now();
    const Status recorded = store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.people().find(person));
        KOBAI_TRY(tx.photos().recordConsent(person, yes, at, by));
        return tx.audit().append(
            audit::entry(audit::Action::PhotoConsentRecorded, person.toHex(), at, by, yes ? u"yes"_s : u"no"_s));
    });
    KOBAI_TRY(recorded);
    // The no is on record and the photo is gone; a key that cannot be destroyed just now opens nothing.
    if (!yes)
        (void)store.faceKeys().setPhotoKey(person, {});
    return {};
}

Status keepPhoto(store::Store& store, PersonId person, const QImage& photo, OperatorId by)
{
    if (photo.isNull())
        return fail(FaultCode::PictureUnreadable);
    store::FaceKeys& keys = store.faceKeys();
    const QDate today = store.clock().today();
    KOBAI_TRY(store.read([&](store::Tx& tx) { return checkMayKeep(tx, keys, person, today); }));
    KOBAI_ASSIGN(const QByteArray bytes, encoded(photo));

    const bool hadKey = !keys.find(person)->photo.isEmpty();
    if (!hadKey)
        KOBAI_TRY(keys.setPhotoKey(person, freshPhotoKey(store.random())));
    const Instant at = store.now();
    const QByteArray sealed = store::sealPhoto(keys.find(person)->photo, person, bytes, store.random());
    const Status kept = store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.photos().put({person, sealed, at}));
        return tx.audit().append(audit::entry(audit::Action::PhotoKept, person.toHex(), at, by));
    });
    if (!kept && !hadKey)
        (void)keys.setPhotoKey(person, {});
    return kept;
}

Result<std::optional<QImage>> referencePhoto(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) -> Result<std::optional<QImage>> {
        KOBAI_ASSIGN(const auto state, consentState(tx, person, store.clock().today()));
        if (!state.allowed())
            return std::nullopt;
        return store::readPhoto(tx, store.faceKeys(), person);
    });
}

} // namespace kobai::enrolment
