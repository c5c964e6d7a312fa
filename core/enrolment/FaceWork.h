// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "enrolment/Enrolment.h"
#include "security/Random.h"
#include "store/FaceKeys.h"
#include "store/Tx.h"

#include <QString>

namespace kobai::enrolment {

// What several use cases of faces share.

/// face::modelId() of the networks in use, the shipped ones' where nothing else was chosen. Empty after another network was chosen and until
/// useModel() said which it is: then no template counts.
[[nodiscard]] Result<QString> modelInUse(store::Tx& tx);

/// Takes away everything that is kept of the person's face: the templates of every model and the reference photo. Its keys are the
/// caller's to destroy once the unit of work is committed.
[[nodiscard]] Status removeFaceRows(store::Tx& tx, PersonId person);

/// Whose references a gallery holds.
enum class WhoseFaces {
    Allowed,    ///< whose consent holds today: whom the till may recognise
    AlsoPaused, ///< and those who wait for an answer to a new notice: for finding out whether somebody is enrolled twice
};
/// loadGallery() of these persons.
[[nodiscard]] Result<LoadedGallery> readGallery(store::Store& store, WhoseFaces whose);

/// Ends what a renewal has left undecided because the disk failed in its very commit: whichever generation of keys the database has is
/// committed once more, so that it is on the disk, and the other one is destroyed. Nothing happens where nothing is undecided.
[[nodiscard]] Status settleRenewal(store::Store& store);

/// Fresh keys for one person. The epoch is drawn too, so that rows of earlier keys of the same person are known by it.
[[nodiscard]] store::FaceKeys::PersonKeys freshKeys(security::RandomSource& random);

/// A fresh key for a reference photo.
[[nodiscard]] SecureBytes freshPhotoKey(security::RandomSource& random);

} // namespace kobai::enrolment
