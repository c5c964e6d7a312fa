// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;
using sqlite::Statement;

Status PhotoTable::recordConsent(PersonId person, bool given, Instant at, OperatorId by)
{
    return guarded([&]() -> Status {
        m_connection
            .prepare("INSERT INTO photo_consent (seq, person, given, at, recorded_by) "
                     "VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM photo_consent), ?, ?, ?, ?)")
            .bind(person)
            .bind(given)
            .bind(at)
            .bind(by)
            .run();
        return {};
    });
}

Result<bool> PhotoTable::isConsented(PersonId person)
{
    return guarded([&]() -> Result<bool> {
        Statement row =
            m_connection.prepare("SELECT given FROM photo_consent WHERE person = ? ORDER BY seq DESC LIMIT 1");
        return row.bind(person).step() && row.flag(0);
    });
}

Status PhotoTable::put(const Row& row)
{
    try {
        m_connection
            .prepare("INSERT INTO reference_photo (person, sealed, at) VALUES (?, ?, ?) "
                     "ON CONFLICT (person) DO UPDATE SET sealed = excluded.sealed, at = excluded.at")
            .bind(row.person)
            .bind(row.sealed)
            .bind(row.at)
            .run();
        return {};
    } catch (const sqlite::Error& error) {
        return fail(error.isConstraint(u"photo_consent_missing") ? Fault{FaultCode::PhotoConsentMissing, {}}
                                                                 : error.fault());
    }
}

Status PhotoTable::remove(PersonId person)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM reference_photo WHERE person = ?").bind(person).run();
        return {};
    });
}

Result<std::optional<PhotoTable::Row>> PhotoTable::find(PersonId person)
{
    return guarded([&]() -> Result<std::optional<Row>> {
        Statement row = m_connection.prepare("SELECT person, sealed, at FROM reference_photo WHERE person = ?");
        if (!row.bind(person).step())
            return std::nullopt;
        return Row{row.id<PersonId>(0), row.blob(1), row.instant(2)};
    });
}

Result<std::vector<PersonId>> PhotoTable::people()
{
    return guarded([&]() -> Result<std::vector<PersonId>> {
        Statement row = m_connection.prepare("SELECT person FROM reference_photo ORDER BY person");
        std::vector<PersonId> people;
        while (row.step())
            people.push_back(row.id<PersonId>(0));
        return people;
    });
}

} // namespace kobai::store
