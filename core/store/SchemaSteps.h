// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/sqlite/Connection.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kobai::store {

/// One file of resources/schema: what turns version number - 1 of the database into version number.
struct SchemaStep {
    int number = 0;
    QByteArray script;

    [[nodiscard]] QByteArray hash() const; ///< SHA-256 of the script
};

/// PRAGMA application_id of every store: "KOBA".
inline constexpr std::int64_t applicationId = 0x4B4F4241;

/// The steps compiled into this program, 1, 2, 3 ...
[[nodiscard]] const std::vector<SchemaStep>& schemaSteps();

/// 0 for an empty database. Throws sqlite::Error.
[[nodiscard]] int schemaVersion(sqlite::Connection& connection);

/// Brings the database to the last of @p steps, each step in a transaction of its own with user_version, its hash on record, and a
/// check of all foreign keys before the commit. Foreign keys are off meanwhile, because rebuilding a table needs that (and
/// the pragma does nothing inside a transaction, trap 11). Throws sqlite::Error; the database is then at the last
/// step that succeeded.
void applySteps(sqlite::Connection& connection, const std::vector<SchemaStep>& steps, Instant now);

/// Copies the database to @p path under the same key, by the engine's own backup, and makes sure that the copy is encrypted (an
/// un-keyed target would become plaintext, trap 2). Faults: StoreEngine, StoreExists, StoreFull ... Throws sqlite::Error.
[[nodiscard]] Status backupBefore(sqlite::Connection& connection, const QString& path, const SecureBytes& databaseKey);

/// Whether the steps on record are the first of @p steps, byte for byte. Throws sqlite::Error.
[[nodiscard]] bool stepsMatch(sqlite::Connection& connection, const std::vector<SchemaStep>& steps);

/// Tables, indexes and triggers that differ from what @p steps make, by name; empty when all is as it should be. Throws sqlite::Error.
[[nodiscard]] std::vector<QString> schemaDifferences(sqlite::Connection& connection,
                                                     const std::vector<SchemaStep>& steps);

} // namespace kobai::store
