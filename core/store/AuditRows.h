// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Audit.h"
#include "store/sqlite/Statement.h"

namespace kobai::store {

/// From the columns seq, at, by, action, subject, detail, hash. An action that this program does not know (of a later version)
/// is kept as the number that it is. Throws sqlite::Error.
[[nodiscard]] inline audit::Record readAuditRow(const sqlite::Statement& row)
{
    return {
        row.integer(0), row.instant(1), row.row<OperatorId>(2), static_cast<audit::Action>(row.small(3)), row.text(4),
        row.text(5),    row.blob(6)};
}

} // namespace kobai::store
