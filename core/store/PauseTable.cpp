// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Days.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;

Status PauseTable::set(const Row& row)
{
    return guarded([&]() -> Status {
        m_connection
            .prepare("INSERT INTO face_pause (person, since) VALUES (?, ?) "
                     "ON CONFLICT (person) DO UPDATE SET since = excluded.since")
            .bind(row.person)
            .bind(dayNumber(row.since))
            .run();
        return {};
    });
}

Status PauseTable::remove(PersonId person)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM face_pause WHERE person = ?").bind(person).run();
        return {};
    });
}

Result<std::vector<PauseTable::Row>> PauseTable::all()
{
    return guarded([&]() -> Result<std::vector<Row>> {
        sqlite::Statement row = m_connection.prepare("SELECT person, since FROM face_pause ORDER BY person");
        std::vector<Row> pauses;
        while (row.step())
            pauses.push_back({row.id<PersonId>(0), optionalDay(row, 1)});
        return pauses;
    });
}

} // namespace kobai::store
