// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

using sqlite::guarded;

Result<QString> SettingsTable::text(const QString& key, const QString& fallback)
{
    return guarded([&]() -> Result<QString> {
        sqlite::Statement row = m_connection.prepare("SELECT value FROM setting WHERE key = ?");
        return row.bind(key).step() ? row.text(0) : fallback;
    });
}

Status SettingsTable::setText(const QString& key, const QString& value)
{
    return guarded([&]() -> Status {
        m_connection
            .prepare(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .bind(key)
            .bind(value)
            .run();
        return {};
    });
}

} // namespace kobai::store
