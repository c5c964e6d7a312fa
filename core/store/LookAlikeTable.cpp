// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

using sqlite::guarded;
using sqlite::Statement;

Status LookAlikeTable::add(const Row& row)
{
    // The database refuses it too, but as a constraint, which is nobody's mistake to read about.
    if (row.a == row.b)
        return fail(FaultCode::Duplicate);
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        m_connection.prepare("INSERT INTO look_alike (a, b, at, by) VALUES (?, ?, ?, ?)")
            .bind(std::min(row.a, row.b))
            .bind(std::max(row.a, row.b))
            .bind(row.at)
            .bind(row.by)
            .run();
        return {};
    });
}

Status LookAlikeTable::remove(PersonId one, PersonId other)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM look_alike WHERE a = ? AND b = ?")
            .bind(std::min(one, other))
            .bind(std::max(one, other))
            .run();
        return m_connection.changes() == 0 ? Status(fail(FaultCode::NotFound)) : Status();
    });
}

Result<std::vector<LookAlikeTable::Row>> LookAlikeTable::all()
{
    return guarded([&]() -> Result<std::vector<Row>> {
        Statement row = m_connection.prepare("SELECT a, b, at, by FROM look_alike ORDER BY at DESC, a, b");
        std::vector<Row> rows;
        while (row.step())
            rows.push_back({row.id<PersonId>(0), row.id<PersonId>(1), row.instant(2), row.row<OperatorId>(3)});
        return rows;
    });
}

Result<std::vector<PersonId>> LookAlikeTable::of(PersonId person)
{
    return guarded([&]() -> Result<std::vector<PersonId>> {
        Statement row =
            m_connection.prepare("SELECT b FROM look_alike WHERE a = ? UNION SELECT a FROM look_alike WHERE b = ?");
        row.bind(person).bind(person);
        std::vector<PersonId> others;
        while (row.step())
            others.push_back(row.id<PersonId>(0));
        return others;
    });
}

} // namespace kobai::store
