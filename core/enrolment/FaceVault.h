// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Embedding.h"
#include "face/Gallery.h"
#include "face/Template.h"
#include "security/Random.h"
#include "store/FaceKeys.h"
#include "store/Tx.h"

#include <QString>

#include <span>
#include <vector>

namespace kobai::enrolment {

/// What opens a person's templates: the secret of the store and the person's keys, of one generation. References: for one call.
struct Vault {
    const SecureBytes& templateSecret;
    const store::FaceKeys::PersonKeys& keys;
};

/// Protects one capture by the person's map for that capture number and seals it with the person's own key, bound to
/// person, capture, epoch and model: a row moved to another place does not open. @p row says all of them but the epoch, which is the keys'
/// and is set with the sealed template.
void sealCapture(const face::Embedding& plain, store::TemplateTable::Row& row, const Vault& vault,
                 security::RandomSource& random);

/// Whether the row is what sealCapture() made of it with these keys.
[[nodiscard]] bool opens(const store::TemplateTable::Row& row, const store::FaceKeys::PersonKeys& keys);

/// The same capture under other keys; plain only in between. Fault: StoreDamaged when it does not open.
[[nodiscard]] Result<store::TemplateTable::Row> renewed(store::TemplateTable::Row row, const Vault& from,
                                                        const Vault& to, security::RandomSource& random);

/// The person's gallery entry from all of its captures. Each is stored under a map of its own, so they are turned back,
/// averaged by weight and turned by the map of a reserved capture number; nothing plain outlives the call.
/// Fault: StoreDamaged when one does not open or does not hold a template.
[[nodiscard]] Result<face::GalleryEntry> openReference(PersonId person,
                                                       const std::vector<store::TemplateTable::Row>& rows,
                                                       const Vault& vault);

} // namespace kobai::enrolment
