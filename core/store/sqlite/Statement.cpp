// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/Statement.h"

#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <sqlite3.h>

#include <limits>
#include <utility>

namespace kobai::store::sqlite {

Statement::Statement(Connection& connection, sqlite3_stmt* statement, bool cached)
    : m_connection(connection), m_statement(statement), m_cached(cached)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
      m_cached(other.m_cached), m_bound(other.m_bound)
{
}

Statement::~Statement()
{
    if (m_statement == nullptr)
        return;
    if (m_cached) {
        // The error of a failed step comes again here; it has been thrown already.
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        m_connection.giveBack(m_statement);
    } else {
        sqlite3_finalize(m_statement);
    }
}

void Statement::checkBind(int code)
{
    if (code != SQLITE_OK)
        throw Error::of(m_connection.handle(), code);
}

Statement& Statement::bind(std::int64_t value)
{
    checkBind(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

Statement& Statement::bind(double value)
{
    checkBind(sqlite3_bind_double(m_statement, ++m_bound, value));
    return *this;
}

Statement& Statement::bind(const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    checkBind(sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), sqlite3_uint64(utf8.size()),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(const QByteArray& value)
{
    checkBind(
        sqlite3_bind_blob64(m_statement, ++m_bound, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull()
{
    checkBind(sqlite3_bind_null(m_statement, ++m_bound));
    return *this;
}

bool Statement::step()
{
    m_connection.checkMayRun(m_statement);
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    throw Error::of(m_connection.handle(), code);
}

void Statement::run()
{
    while (step()) {
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER)
        throwMismatch(column);
    return sqlite3_column_int64(m_statement, column);
}

int Statement::small(int column) const
{
    const std::int64_t value = integer(column);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        throwMismatch(column);
    return int(value);
}

double Statement::real(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_FLOAT)
        throwMismatch(column);
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT)
        throwMismatch(column);
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB)
        throwMismatch(column);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

void Statement::throwMismatch(int column) const
{
    throw Error(SQLITE_MISMATCH, QStringLiteral("column %1 does not hold what the schema says").arg(column));
}

} // namespace kobai::store::sqlite
