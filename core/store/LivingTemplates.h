// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/FaceKeys.h"
#include "store/Tx.h"

#include <vector>

namespace kobai::store {

/// Those of one person's @p rows that are templates of @p model which @p keys may open. Rows without keys, or of another epoch than
/// the keys', are what an old backup brings back of a face that was destroyed or re-keyed since: they are dead, and no damage. Where
/// only some are of another epoch the file was tampered with: all are returned, and opening them says so.
[[nodiscard]] std::vector<TemplateTable::Row> living(const std::vector<TemplateTable::Row>& rows,
                                                     const FaceKeys::PersonKeys* keys, const QString& model);

/// The same from the table.
[[nodiscard]] Result<std::vector<TemplateTable::Row>> livingTemplates(Tx& tx, const FaceKeys& keys, PersonId person,
                                                                      const QString& model);

} // namespace kobai::store
