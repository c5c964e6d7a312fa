// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/Error.h"

#include <sqlite3.h>

namespace kobai::store::sqlite {

namespace {

FaultCode faultCode(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return FaultCode::StoreFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return FaultCode::StoreReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH: // a column of another type than the schema says
    case SQLITE_FORMAT:
        return FaultCode::StoreDamaged;
    case SQLITE_CONSTRAINT:
        return FaultCode::StoreConstraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FaultCode::StoreLocked;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
        return FaultCode::StoreIo;
    default:
        return FaultCode::Internal;
    }
}

} // namespace

Error Error::of(sqlite3* handle, int extendedCode)
{
    return Error(extendedCode,
                 QString::fromUtf8(handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(extendedCode)));
}

bool Error::isConstraint(QStringView name) const
{
    return (m_code & 0xff) == SQLITE_CONSTRAINT && m_text.endsWith(name);
}

bool Error::isUnique() const
{
    return m_code == SQLITE_CONSTRAINT_UNIQUE || m_code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

Fault Error::fault() const
{
    return {faultCode(m_code), QStringLiteral("%1: %2").arg(m_code).arg(m_text)};
}

} // namespace kobai::store::sqlite
