// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Days.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

using sqlite::guarded;

Status PauseTable::add(const Row& row)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        m_connection
            .prepare("INSERT INTO face_pause (person, since, confirmations) "
                     "SELECT ?, ?, coalesce(max(seq), 0) FROM clock_confirmation")
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
        sqlite::Statement row = m_connection.prepare(
            "SELECT person, since, "
            "(SELECT max(doubted) FROM clock_setback WHERE undone AND seq <= p.confirmations), "
            "(SELECT min(confirmed) FROM clock_setback WHERE NOT undone AND seq > p.confirmations) "
            "FROM face_pause AS p ORDER BY person");
        std::vector<Row> pauses;
        while (row.step()) {
            QDate since = optionalDay(row, 1);
            if (!row.isNull(2))
                since = std::max(since, toLocal(row.instant(2)).date());
            if (!row.isNull(3))
                since = std::min(since, toLocal(row.instant(3)).date());
            pauses.push_back({row.id<PersonId>(0), since});
        }
        return pauses;
    });
}

} // namespace kobai::store
