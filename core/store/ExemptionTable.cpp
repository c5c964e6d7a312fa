// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;

Status ExemptionTable::add(PersonId person, Instant at, OperatorId by)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        m_connection.prepare("INSERT INTO challenge_exemption (person, at, by) VALUES (?, ?, ?)")
            .bind(person)
            .bind(at)
            .bind(by)
            .run();
        return {};
    });
}

Status ExemptionTable::remove(PersonId person)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM challenge_exemption WHERE person = ?").bind(person).run();
        return m_connection.changes() == 0 ? Status(fail(FaultCode::NotFound)) : Status();
    });
}

Result<std::vector<PersonId>> ExemptionTable::all()
{
    return guarded([&]() -> Result<std::vector<PersonId>> {
        sqlite::Statement row = m_connection.prepare("SELECT person FROM challenge_exemption ORDER BY person");
        std::vector<PersonId> people;
        while (row.step())
            people.push_back(row.id<PersonId>(0));
        return people;
    });
}

} // namespace kobai::store
