// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AuditRows.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

using sqlite::guarded;
using sqlite::Statement;

Status AuditTable::append(const audit::Record& record)
{
    return guarded([&]() -> Status {
        audit::Record next = record;
        next.sequence = 1;
        QByteArray previous;
        {
            Statement last = m_connection.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
            if (last.step()) {
                next.sequence = last.integer(0) + 1;
                previous = last.blob(1);
            }
        }
        m_connection
            .prepare("INSERT INTO audit (seq, at, by, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(next.sequence)
            .bind(next.at)
            .bind(next.by)
            .bind(next.action)
            .bind(next.subject)
            .bind(next.detail)
            .bind(audit::chainHash(previous, next))
            .run();
        return {};
    });
}

Result<std::vector<audit::Record>> AuditTable::latest(int most)
{
    return guarded([&]() -> Result<std::vector<audit::Record>> {
        Statement row = m_connection.prepare(
            "SELECT seq, at, by, action, subject, detail, hash FROM audit ORDER BY seq DESC LIMIT ?");
        row.bind(std::max(most, 0));
        std::vector<audit::Record> records;
        while (row.step())
            records.push_back(readAuditRow(row));
        return records;
    });
}

} // namespace kobai::store
