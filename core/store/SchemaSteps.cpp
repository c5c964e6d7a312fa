// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SchemaSteps.h"

#include "store/Files.h"
#include "store/sqlite/Error.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <map>

namespace kobai::store {

namespace {

/// The codes of sqlite3.h, which this folder does not see.
constexpr int sqliteCorrupt = 11;

constexpr auto bookkeeping = "CREATE TABLE IF NOT EXISTS schema_step ("
                             "number INTEGER PRIMARY KEY CHECK (number > 0), "
                             "hash BLOB NOT NULL CHECK (length(hash) = 32), "
                             "applied_at INTEGER NOT NULL) STRICT";

class ForeignKeysOff final {
public:
    explicit ForeignKeysOff(sqlite::Connection& connection) : m_connection(connection)
    {
        m_connection.execute("PRAGMA foreign_keys = OFF");
    }
    ~ForeignKeysOff()
    {
        try {
            m_connection.execute("PRAGMA foreign_keys = ON");
        } catch (const sqlite::Error&) {
            // The step's own error is on its way; the connection is closed after it.
        }
    }
    Q_DISABLE_COPY_MOVE(ForeignKeysOff)

private:
    sqlite::Connection& m_connection;
};

void applyStep(sqlite::Connection& connection, const SchemaStep& step, Instant now)
{
    sqlite::Transaction transaction(connection);
    connection.execute(bookkeeping);
    connection.execute(step.script.constData());
    connection.prepare("INSERT INTO schema_step (number, hash, applied_at) VALUES (?, ?, ?)")
        .bind(step.number)
        .bind(step.hash())
        .bind(now)
        .run();
    const QByteArray identity = QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2")
                                    .arg(applicationId)
                                    .arg(step.number)
                                    .toLatin1();
    connection.execute(identity.constData());
    if (connection.prepare("PRAGMA foreign_key_check").step())
        throw sqlite::Error(sqliteCorrupt, QStringLiteral("schema step %1 breaks a foreign key").arg(step.number));
    transaction.commit();
}

using SchemaObjects = std::map<QString, QString>; ///< name to SQL

SchemaObjects schemaObjects(sqlite::Connection& connection)
{
    SchemaObjects objects;
    sqlite::Statement rows = connection.prepare(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*'");
    while (rows.step())
        objects.emplace(rows.text(0), rows.text(1));
    return objects;
}

} // namespace

QByteArray SchemaStep::hash() const
{
    return QCryptographicHash::hash(script, QCryptographicHash::Sha256);
}

const std::vector<SchemaStep>& schemaSteps()
{
    static const std::vector<SchemaStep> steps = [] {
        std::vector<SchemaStep> found;
        const QDir folder(QStringLiteral(":/schema"));
        const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly) || name.left(4).toInt() != int(found.size()) + 1)
                qFatal("the compiled-in schema steps are not 0001, 0002 ...");
            found.push_back({int(found.size()) + 1, file.readAll()});
        }
        if (found.empty())
            qFatal("no schema steps are compiled in");
        return found;
    }();
    return steps;
}

int schemaVersion(sqlite::Connection& connection)
{
    return int(connection.integer("PRAGMA user_version"));
}

void applySteps(sqlite::Connection& connection, const std::vector<SchemaStep>& steps, Instant now)
{
    const int version = schemaVersion(connection);
    const ForeignKeysOff off(connection);
    for (const SchemaStep& step : steps) {
        if (step.number > version)
            applyStep(connection, step, now);
    }
}

Status backupBefore(sqlite::Connection& connection, const QString& path, const SecureBytes& databaseKey)
{
    // What an interrupted upgrade left behind is older than the copy made now.
    QFile::remove(path);
    KOBAI_TRY(makePrivateFile(path));
    sqlite::Connection target(path, databaseKey, true);
    connection.backupInto(target);
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    if (target.headerOnDisk() == sqlite::plainHeader()) {
        QFile::remove(path);
        return fail(FaultCode::StoreEngine, QStringLiteral("the backup is not encrypted"));
    }
    return {};
}

bool stepsMatch(sqlite::Connection& connection, const std::vector<SchemaStep>& steps)
{
    sqlite::Statement rows = connection.prepare("SELECT number, hash FROM schema_step ORDER BY number");
    std::size_t index = 0;
    while (rows.step()) {
        if (index >= steps.size() || rows.small(0) != steps[index].number || rows.blob(1) != steps[index].hash())
            return false;
        ++index;
    }
    return int(index) == schemaVersion(connection);
}

std::vector<QString> schemaDifferences(sqlite::Connection& connection, const std::vector<SchemaStep>& steps)
{
    sqlite::Connection pattern;
    applySteps(pattern, steps, Instant{});
    const SchemaObjects wanted = schemaObjects(pattern);
    const SchemaObjects found = schemaObjects(connection);

    std::vector<QString> differences;
    for (const auto& [name, sql] : wanted) {
        const auto here = found.find(name);
        if (here == found.end() || here->second != sql)
            differences.push_back(name);
    }
    for (const auto& [name, sql] : found) {
        if (!wanted.contains(name))
            differences.push_back(name);
    }
    return differences;
}

} // namespace kobai::store
