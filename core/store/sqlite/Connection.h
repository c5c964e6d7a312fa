// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SecureBytes.h"
#include "store/sqlite/Statement.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace kobai::store::sqlite {

/// "SQLite format 3" and a zero: what a database file begins with when it is NOT encrypted.
[[nodiscard]] QByteArrayView plainHeader();

/// Throws Error(SQLITE_ERROR) unless the engine in this binary is SQLCipher 4 in the very version that it was compiled against:
/// with a plain SQLite, keying "works" and the file is plaintext (codebases, trap 1).
void checkEngine();

/// The one connection to an encrypted database. Not copyable; lives on one thread with its statements. Throws Error.
class Connection final {
public:
    /// Opens (with @p mayCreate: or makes) the file, keys it raw, sets the pragmas and reads the schema, so that a wrong
    /// key or another file shows here. @p key: 32 bytes.
    Connection(const QString& path, const SecureBytes& key, bool mayCreate);
    /// A plain database in memory, to compare schemas with.
    Connection();
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// A statement from the cache, or a new one. The text must hold no values: only ?-parameters.
    [[nodiscard]] Statement prepare(std::string_view sql);
    /// Runs a whole script, triggers and all, as the engine splits it.
    void execute(const char* script);
    /// The first column of the first row of @p sql.
    [[nodiscard]] std::int64_t integer(std::string_view sql);
    [[nodiscard]] QString text(std::string_view sql);

    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t lastRowId() const;

    void begin(bool forWriting);
    void commit();
    /// Safe at any time, also after the engine rolled back by itself.
    void rollback() noexcept;

    /// The file's first 16 bytes as they lie on disk.
    [[nodiscard]] QByteArray headerOnDisk();
    /// Copies the whole database into @p target, which must be keyed.
    void backupInto(Connection& target);

    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    friend class Statement;
    void open(const QString& path, int flags);
    void applyKey(const SecureBytes& key);
    void applySettings();
    /// Refuses to write in a reading transaction, and to go on outside a transaction that the engine has ended.
    void checkMayRun(sqlite3_stmt* statement) const;
    void giveBack(sqlite3_stmt* statement) noexcept;
    void close() noexcept;

    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool onLoan = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    sqlite3* m_handle = nullptr;
    std::unordered_map<std::string, Cached, TextHash, std::equal_to<>> m_cache;
    bool m_inTransaction = false;
    bool m_reading = false;
};

/// A transaction that is undone unless it was committed. Lives on the connection's thread.
class Transaction final {
public:
    explicit Transaction(Connection& connection) : m_connection(connection) { m_connection.begin(true); }
    ~Transaction()
    {
        if (m_open)
            m_connection.rollback();
    }
    Q_DISABLE_COPY_MOVE(Transaction)

    void commit()
    {
        m_connection.commit();
        m_open = false;
    }

private:
    Connection& m_connection;
    bool m_open = true;
};

} // namespace kobai::store::sqlite
