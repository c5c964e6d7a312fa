// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "face/FrameSource.h"
#include "store/Store.h"

#include <optional>

namespace kobai::enrolment {

/// Whether a face may be looked at to pay, and if not why; the first that applies, in this order.
enum class FaceUse {
    Unknown, ///< not asked yet, or the store did not answer; faceUse() never returns it
    Allowed,
    FacesOff,       ///< the school has switched faces off
    CameraIsFilm,   ///< a film or a folder of pictures stands in for the camera, and the store is no demo
    ModelUnread,    ///< the networks that were chosen could not be read: no template is of theirs
    NobodyEnrolled, ///< there is no template whose owner's consent holds today
    NoneOpens,      ///< there are such templates, and all of them are damaged; 1:1: the claimed person's is
    ConsentMissing, ///< 1:1: the claimed person's consent does not hold today
    NotEnrolled,    ///< 1:1: the claimed person has no template of the networks in use
};

/// The one place that answers, before a camera opens: nobody is encoded who could not be recognised, and nobody who never agreed. 1:1 when
/// somebody is @p claimed, a search among all otherwise. @p camera: which would be opened. What is asked again inside the sale is the consent. Faults of the store.
[[nodiscard]] Result<FaceUse> faceUse(store::Store& store, const face::CameraChoice& camera,
                                      std::optional<PersonId> claimed = {});
/// The same question before @p person is enrolled, who need not be yet. Faults: FacesOff, CameraIsFilm, ModelMissing (with the file's name), ConsentMissing,
/// NotFound.
[[nodiscard]] Status mayEnrol(store::Store& store, const face::CameraChoice& camera, PersonId person);
/// And before a reference photo is taken of @p person, whose face has to be enrolled; the consent to the photo is asked for by
/// keepPhoto(). Faults as mayEnrol(), NotEnrolled.
[[nodiscard]] Status mayPhotograph(store::Store& store, const face::CameraChoice& camera, PersonId person);

} // namespace kobai::enrolment
