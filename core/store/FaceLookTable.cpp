// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;

Result<std::int64_t> FaceLookTable::add(Instant at, OperatorId by)
{
    return guarded([&]() -> Result<std::int64_t> {
        m_connection.prepare("INSERT INTO face_look (at, by) VALUES (?, ?)").bind(at).bind(by).run();
        return m_connection.lastRowId();
    });
}

Result<std::vector<Instant>> FaceLookTable::all()
{
    return guarded([&]() -> Result<std::vector<Instant>> {
        sqlite::Statement row = m_connection.prepare("SELECT at FROM face_look ORDER BY seq");
        std::vector<Instant> looks;
        while (row.step())
            looks.push_back(row.instant(0));
        return looks;
    });
}

Status FaceLookTable::age(Instant now, Instant oldest)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM face_look WHERE at <= ?").bind(oldest).run();
        m_connection.prepare("UPDATE face_look SET at = ?1 WHERE at > ?1").bind(now).run();
        return {};
    });
}

Status FaceLookTable::remove(std::int64_t look)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM face_look WHERE seq = ?").bind(look).run();
        return {};
    });
}

Status FaceLookTable::clear()
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM face_look").run();
        return {};
    });
}

} // namespace kobai::store
