// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "security/Random.h"
#include "store/FaceKeys.h"
#include "store/Tx.h"

#include <QImage>

#include <optional>

namespace kobai::store {

// Reference photos as they lie in the database: sealed with the person's own photo key in faces.keys and bound to the person, so that
// a photo moved to somebody else does not open, and one whose key is gone never opens again (product row 19).

/// @p encoded (JPEG or PNG) sealed. Precondition: key of 32 bytes.
[[nodiscard]] QByteArray sealPhoto(const SecureBytes& key, PersonId person, QByteArrayView encoded,
                                   security::RandomSource& random);
/// What sealPhoto() was given. Fault: StoreDamaged.
[[nodiscard]] Result<SecureBytes> unsealPhoto(const SecureBytes& key, PersonId person, const QByteArray& sealed);

/// The photo, while its own consent holds (that of the face is the caller's to check). nullopt without consent, photo or key.
/// Fault: StoreDamaged when it does not open or is no picture.
[[nodiscard]] Result<std::optional<QImage>> readPhoto(Tx& tx, const FaceKeys& keys, PersonId person);

} // namespace kobai::store
