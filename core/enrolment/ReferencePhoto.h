// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Store.h"

#include <QImage>

#include <optional>

namespace kobai::enrolment {

// A picture of the face that the till shows beside the name: kept only while a consent of its own holds (product row 19).
// It is sealed with the person's own key in faces.keys, so that it dies with the face and never comes back with a backup.

struct PhotoState {
    bool consented = false;
    bool hasPhoto = false;
};
[[nodiscard]] Result<PhotoState> photoState(store::Store& store, PersonId person);

/// Yes or no to a reference photo; a no, or the end of the face's consent, destroys the photo in the same unit of work. NotFound. Audited.
[[nodiscard]] Status recordPhotoConsent(store::Store& store, PersonId person, bool yes, OperatorId by);

/// Largest side of the picture that is kept, pixels.
inline constexpr int photoSide = 320;
/// Keeps @p photo, scaled down to photoSide; an earlier one is replaced. Faults: PhotoConsentMissing, ConsentMissing, NotEnrolled,
/// PictureUnreadable (a null image). Audited.
[[nodiscard]] Status keepPhoto(store::Store& store, PersonId person, const QImage& photo, OperatorId by);
/// nullopt without consent or photo. StoreDamaged when it does not open.
[[nodiscard]] Result<std::optional<QImage>> referencePhoto(store::Store& store, PersonId person);

} // namespace kobai::enrolment
