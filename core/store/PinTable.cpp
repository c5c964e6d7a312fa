// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;

Status PinTable::set(PersonId person, const QByteArray& hash)
{
    return guarded([&]() -> Status {
        m_connection
            .prepare("INSERT INTO pin (person, hash, failures, locked_until) VALUES (?, ?, 0, 0) "
                     "ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, failures = 0, locked_until = 0")
            .bind(person)
            .bind(hash)
            .run();
        return {};
    });
}

Result<std::optional<PinTable::Row>> PinTable::find(PersonId person)
{
    return guarded([&]() -> Result<std::optional<Row>> {
        sqlite::Statement row = m_connection.prepare("SELECT hash, failures, locked_until FROM pin WHERE person = ?");
        if (!row.bind(person).step())
            return std::optional<Row>();
        return std::optional(Row{row.blob(0), row.small(1), row.instant(2)});
    });
}

Status PinTable::noteFailure(PersonId person, int failures, Instant lockedUntil)
{
    return guarded([&]() -> Status {
        m_connection.prepare("UPDATE pin SET failures = ?, locked_until = ? WHERE person = ?")
            .bind(failures)
            .bind(lockedUntil)
            .bind(person)
            .run();
        return m_connection.changes() == 0 ? fail(FaultCode::PinNotSet) : Status{};
    });
}

Status PinTable::clearFailures(PersonId person)
{
    return noteFailure(person, 0, Instant{});
}

} // namespace kobai::store
