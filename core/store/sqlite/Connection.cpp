// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/Connection.h"

#include "store/sqlite/Error.h"

#include <QFile>

#include <sqlite3.h>

#include <array>
#include <cstring>

namespace kobai::store::sqlite {

namespace {

constexpr qsizetype headerBytes = 16;
/// Statements of this program are a fixed set; more than this is SQL with values in its text.
constexpr std::size_t mostCached = 256;

/// x'<64 hex digits>': SQLCipher takes it as the key itself, without its own key derivation.
SecureBytes rawKeyText(const SecureBytes& key)
{
    static constexpr char digits[] = "0123456789abcdef";
    SecureBytes text(2 * key.size() + 3);
    unsigned char* out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (const unsigned char byte : key.span()) {
        *out++ = static_cast<unsigned char>(digits[byte >> 4]);
        *out++ = static_cast<unsigned char>(digits[byte & 15]);
    }
    *out = '\'';
    return text;
}

} // namespace

QByteArrayView plainHeader()
{
    return QByteArrayView("SQLite format 3\0", headerBytes);
}

void checkEngine()
{
    if (sqlite3_libversion_number() != SQLITE_VERSION_NUMBER || std::strcmp(sqlite3_sourceid(), SQLITE_SOURCE_ID) != 0)
        throw Error(SQLITE_ERROR, QStringLiteral("another SQLite than the one compiled against: %1")
                                      .arg(QString::fromLatin1(sqlite3_libversion())));
    Connection probe;
    Statement version = probe.prepare("PRAGMA cipher_version");
    if (!version.step() || !version.text(0).startsWith(QLatin1String("4.")))
        throw Error(SQLITE_ERROR, QStringLiteral("not SQLCipher 4"));
}

Connection::Connection()
{
    open(QStringLiteral(":memory:"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Connection::Connection(const QString& path, const SecureBytes& key, bool mayCreate)
{
    try {
        open(path, SQLITE_OPEN_READWRITE | (mayCreate ? SQLITE_OPEN_CREATE : 0));
        // The engine opens a write-protected file for reading without a word.
        if (sqlite3_db_readonly(m_handle, "main") != 0)
            throw Error(SQLITE_READONLY, QStringLiteral("the database file cannot be written"));
        applyKey(key);
        // After the key: with it SQLCipher starts to log to standard error. What fails is reported as a fault or a finding.
        execute("PRAGMA cipher_log_level = NONE;");
        applySettings();
    } catch (const Error&) {
        close(); // the destructor does not run for a constructor that throws
        throw;
    }
}

Connection::~Connection()
{
    close();
}

void Connection::open(const QString& path, int flags)
{
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const Error error = Error::of(m_handle, code);
        close();
        throw error;
    }
}

void Connection::applyKey(const SecureBytes& key)
{
    const SecureBytes text = rawKeyText(key);
    if (const int code = sqlite3_key(m_handle, text.data(), int(text.size())); code != SQLITE_OK)
        throw Error::of(m_handle, code);
}

void Connection::applySettings()
{
    // Exclusive locking before the first access: the WAL's index then lives in memory, not in a third file. Foreign keys and
    // recursive triggers: without the latter INSERT OR REPLACE deletes past the no-DELETE triggers (trap 10).
    // cipher_memory_security stays off: locking and wiping every page buffer makes bulk writes 2.4 times and reads 1.4 times as
    // slow (measured), against a reader of this process's memory, who finds the same names in the lists on the screen.
    execute("PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA recursive_triggers = ON;"
            "PRAGMA cache_size = -16384;" // KiB; each page that is read again must be decrypted again
            "PRAGMA secure_delete = ON;"
            "PRAGMA temp_store = MEMORY;"
            "PRAGMA cell_size_check = ON;"
            "PRAGMA trusted_schema = OFF;");
    for (const int option : {SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION})
        sqlite3_db_config(m_handle, option, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);

    (void)integer("SELECT count(*) FROM sqlite_schema");
    if (text("PRAGMA journal_mode = WAL") != QLatin1String("wal"))
        throw Error(SQLITE_IOERR, QStringLiteral("no write-ahead log"));
    // In WAL mode FULL syncs the log at each commit: a sale that was confirmed survives a power cut.
    execute("PRAGMA synchronous = FULL;");
    if (integer("PRAGMA foreign_keys") != 1 || integer("PRAGMA recursive_triggers") != 1
        || integer("PRAGMA synchronous") != 2)
        throw Error(SQLITE_ERROR, QStringLiteral("the engine ignores a setting"));
}

void Connection::close() noexcept
{
    for (const auto& [sql, cached] : m_cache)
        sqlite3_finalize(cached.statement);
    m_cache.clear();
    sqlite3_close_v2(m_handle);
    m_handle = nullptr;
}

Statement Connection::prepare(std::string_view sql)
{
    const auto found = m_cache.find(sql);
    if (found != m_cache.end() && !found->second.onLoan) {
        found->second.onLoan = true;
        return Statement(*this, found->second.statement, true);
    }
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        throw Error::of(m_handle, code);
    // A second loan of the same text (a loop within a loop) gets a statement of its own.
    const bool cache = found == m_cache.end() && m_cache.size() < mostCached;
    if (cache)
        m_cache.emplace(std::string(sql), Cached{statement, true});
    return Statement(*this, statement, cache);
}

void Connection::giveBack(sqlite3_stmt* statement) noexcept
{
    const auto found = m_cache.find(std::string_view(sqlite3_sql(statement)));
    if (found != m_cache.end())
        found->second.onLoan = false;
}

void Connection::checkMayRun(sqlite3_stmt* statement) const
{
    if (!m_inTransaction)
        return;
    // After SQLITE_FULL and the like the engine ends the transaction by itself. Whatever ran next would be committed alone.
    if (sqlite3_get_autocommit(m_handle) != 0)
        throw Error(SQLITE_ABORT, QStringLiteral("the transaction has been rolled back"));
    if (m_reading && sqlite3_stmt_readonly(statement) == 0)
        throw Error(SQLITE_READONLY, QStringLiteral("a write inside a reading unit of work"));
}

void Connection::execute(const char* script)
{
    if (const int code = sqlite3_exec(m_handle, script, nullptr, nullptr, nullptr); code != SQLITE_OK)
        throw Error::of(m_handle, code);
}

std::int64_t Connection::integer(std::string_view sql)
{
    Statement statement = prepare(sql);
    if (!statement.step())
        throw Error(SQLITE_MISMATCH, QStringLiteral("no row"));
    return statement.integer(0);
}

QString Connection::text(std::string_view sql)
{
    Statement statement = prepare(sql);
    if (!statement.step())
        throw Error(SQLITE_MISMATCH, QStringLiteral("no row"));
    return statement.text(0);
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

std::int64_t Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

void Connection::begin(bool forWriting)
{
    if (m_inTransaction)
        throw Error(SQLITE_MISUSE, QStringLiteral("a unit of work inside another"));
    execute(forWriting ? "BEGIN IMMEDIATE" : "BEGIN");
    m_inTransaction = true;
    m_reading = !forWriting;
}

void Connection::commit()
{
    if (!m_inTransaction || sqlite3_get_autocommit(m_handle) != 0) {
        rollback();
        throw Error(SQLITE_ABORT, QStringLiteral("the transaction has been rolled back"));
    }
    try {
        execute("COMMIT");
    } catch (const Error&) {
        rollback();
        throw;
    }
    m_inTransaction = false;
}

void Connection::rollback() noexcept
{
    m_inTransaction = false;
    m_reading = false;
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

QByteArray Connection::headerOnDisk()
{
    // Through the engine's own file: a second descriptor would drop its POSIX locks when closed.
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::array<char, headerBytes> header{};
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, header.data(), int(header.size()), 0);
    if (code != SQLITE_OK)
        throw Error::of(nullptr, code);
    return QByteArray(header.data(), headerBytes);
}

void Connection::backupInto(Connection& target)
{
    sqlite3_backup* backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (backup == nullptr)
        throw Error::of(target.m_handle, sqlite3_extended_errcode(target.m_handle));
    sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK)
        throw Error::of(target.m_handle, code);
}

} // namespace kobai::store::sqlite
