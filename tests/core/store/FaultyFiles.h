// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sqlite3.h>

namespace kobai::test {

/// The operating system's files as the engine sees them, until the disk is full or breaks: after a set number of writes every
/// further write or sync fails as the system would say it. The default of the process while it lives; one at a time.
class FaultyFiles final {
public:
    FaultyFiles() : m_real(sqlite3_vfs_find(nullptr))
    {
        s_current = this;
        m_vfs = *m_real;
        m_vfs.zName = "faulty";
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FaultyFiles()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
        s_current = nullptr;
    }
    Q_DISABLE_COPY_MOVE(FaultyFiles)

    /// After @p writes more writes and syncs, each gives @p code.
    void failAfter(int writes, int code)
    {
        m_writesLeft = writes;
        m_code = code;
        m_failing = true;
    }
    void heal() { m_failing = false; }

private:
    static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
    {
        FaultyFiles& self = *s_current;
        const int code = self.m_real->xOpen(vfs, name, file, flags, outFlags);
        if (code == SQLITE_OK && file->pMethods != nullptr) {
            // The database is locked by other methods than the files beside it; writing is the same for all.
            sqlite3_io_methods& methods =
                (flags & SQLITE_OPEN_MAIN_DB) != 0 ? self.m_databaseMethods : self.m_otherMethods;
            methods = *file->pMethods;
            self.m_realWrite = methods.xWrite;
            self.m_realSync = methods.xSync;
            methods.xWrite = write;
            methods.xSync = sync;
            file->pMethods = &methods;
        }
        return code;
    }
    [[nodiscard]] bool fails() { return m_failing && --m_writesLeft < 0; }
    static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset)
    {
        return s_current->fails() ? s_current->m_code : s_current->m_realWrite(file, data, size, offset);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        return s_current->fails() ? (s_current->m_code == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC)
                                  : s_current->m_realSync(file, flags);
    }

    static inline FaultyFiles* s_current = nullptr;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs{};
    sqlite3_io_methods m_databaseMethods{};
    sqlite3_io_methods m_otherMethods{};
    int (*m_realWrite)(sqlite3_file*, const void*, int, sqlite3_int64) = nullptr;
    int (*m_realSync)(sqlite3_file*, int) = nullptr;
    int m_writesLeft = 0;
    int m_code = SQLITE_OK;
    bool m_failing = false;
};

} // namespace kobai::test
