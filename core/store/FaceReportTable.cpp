// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

using sqlite::guarded;

Result<std::int64_t> FaceReportTable::append(const Row& row)
{
    return guarded([&]() -> Result<std::int64_t> {
        m_connection
            .prepare("INSERT INTO face_report (number, kind, at, by, json) "
                     "VALUES ((SELECT coalesce(max(number), 0) + 1 FROM face_report), ?, ?, ?, ?)")
            .bind(row.kind)
            .bind(row.at)
            .bind(row.by)
            .bind(row.json)
            .run();
        return m_connection.lastRowId();
    });
}

Result<std::vector<FaceReportTable::Row>> FaceReportTable::latest(int kind, int most)
{
    return guarded([&]() -> Result<std::vector<Row>> {
        sqlite::Statement row = m_connection.prepare(
            "SELECT number, kind, at, by, json FROM face_report WHERE kind = ? ORDER BY number DESC LIMIT ?");
        row.bind(kind).bind(std::max(most, 0));
        std::vector<Row> rows;
        while (row.step())
            rows.push_back({row.integer(0), row.small(1), row.instant(2), row.row<OperatorId>(3), row.blob(4)});
        return rows;
    });
}

} // namespace kobai::store
