// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceUse.h"

#include "enrolment/ConsentWork.h"
#include "enrolment/FaceVault.h"
#include "enrolment/FaceWork.h"
#include "enrolment/Recognition.h"
#include "store/LivingTemplates.h"

#include <algorithm>
#include <set>

namespace kobai::enrolment {

namespace {

Result<FaceUse> useOf(store::Tx& tx, store::Store& store, PersonId claimed, const QString& model)
{
    KOBAI_ASSIGN(const auto state, consentState(tx, claimed, store.clock().today()));
    if (!state.allowed())
        return FaceUse::ConsentMissing;
    KOBAI_ASSIGN(const auto templates, store::livingTemplates(tx, store.faceKeys(), claimed, model));
    if (templates.empty())
        return FaceUse::NotEnrolled;
    const store::FaceKeys::PersonKeys& keys = *store.faceKeys().find(claimed);
    const auto isReadable = [&](const auto& row) { return opens(row, keys); };
    return std::ranges::all_of(templates, isReadable) ? FaceUse::Allowed : FaceUse::NoneOpens;
}

/// Somebody, whoever it is, may be recognised.
Result<FaceUse> useOfAnybody(store::Tx& tx, store::Store& store, const QString& model)
{
    KOBAI_ASSIGN(const auto rows, tx.templates().all());
    std::set<PersonId> asked;
    FaceUse best = FaceUse::NobodyEnrolled;
    for (const auto& row : rows) {
        if (row.model != model || !asked.insert(row.person).second)
            continue;
        KOBAI_ASSIGN(const FaceUse use, useOf(tx, store, row.person, model));
        if (use == FaceUse::Allowed)
            return use;
        if (use == FaceUse::NoneOpens)
            best = use;
    }
    return best;
}

} // namespace

Result<FaceUse> faceUse(store::Store& store, const face::CameraChoice& camera, std::optional<PersonId> claimed)
{
    // Whose consent has run out is not known while the day is not.
    if (store.clockQuestion())
        return fail(FaultCode::ClockDoubtful);
    return store.read([&](store::Tx& tx) -> Result<FaceUse> {
        KOBAI_ASSIGN(const bool on, tx.consents().facesOn());
        if (!on)
            return FaceUse::FacesOff;
        if (camera.isFilm() && !store.info().demo)
            return FaceUse::CameraIsFilm;
        KOBAI_ASSIGN(const QString model, modelInUse(tx));
        if (model.isEmpty())
            return FaceUse::ModelUnread;
        return claimed ? useOf(tx, store, *claimed, model) : useOfAnybody(tx, store, model);
    });
}

Status mayEnrol(store::Store& store, const face::CameraChoice& camera, PersonId person)
{
    const Status may = mayPhotograph(store, camera, person);
    return !may && may.error().code == FaultCode::NotEnrolled ? Status() : may;
}

Status mayPhotograph(store::Store& store, const face::CameraChoice& camera, PersonId person)
{
    KOBAI_ASSIGN(const FaceUse use, faceUse(store, camera, person));
    switch (use) {
    case FaceUse::Allowed:
        return {};
    case FaceUse::NotEnrolled:
    case FaceUse::NoneOpens:
        return fail(FaultCode::NotEnrolled);
    case FaceUse::FacesOff:
        return fail(FaultCode::FacesOff);
    case FaceUse::CameraIsFilm:
        return fail(FaultCode::CameraIsFilm);
    case FaceUse::ModelUnread: {
        KOBAI_ASSIGN(const RecognitionSettings settings, recognitionSettings(store));
        return fail(FaultCode::ModelMissing, settings.model);
    }
    case FaceUse::ConsentMissing:
        return fail(FaultCode::ConsentMissing);
    case FaceUse::NobodyEnrolled: // these are no answers about one person
    case FaceUse::Unknown:
        break;
    }
    return fail(FaultCode::Internal, QStringLiteral("face use"));
}

} // namespace kobai::enrolment
