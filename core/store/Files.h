// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kobai::store {

/// The fault for an errno of a file operation; @p file goes into the detail (its name, not its path).
[[nodiscard]] Fault fileFault(int error, const QString& path);

/// The whole file. Faults: StoreIncomplete (missing), StoreDamaged (over @p mostBytes), StoreReadOnly (not readable), StoreIo.
[[nodiscard]] Result<QByteArray> readWhole(const QString& path, qint64 mostBytes);

/// Makes renames and deletions in @p folder durable.
[[nodiscard]] Status syncFolder(const QString& folder);

/// Replaces @p path whole or not at all: temporary in the same folder (mode 0600), fsync, the two exchanged, fsync of the folder, and the old
/// one emptied and removed. Faults: StoreFull, StoreReadOnly, StoreIo; then the old file is as it was, also when it is only the folder that
/// cannot be made durable (but on a file system that cannot exchange two files, where the new one may then be there). A process that dies in between may leave the old file beside the new one: removeLeftover() before it is read again.
/// @p sync: syncFolder(), or a test's disk that breaks.
[[nodiscard]] Status writeDurably(const QString& path, const QByteArray& bytes, Status (*sync)(const QString& folder));
[[nodiscard]] inline Status writeDurably(const QString& path, const QByteArray& bytes)
{
    return writeDurably(path, bytes, syncFolder);
}

/// What a writeDurably() that was cut off has left beside @p path.
void removeLeftover(const QString& path);

/// Makes an empty file that only this user can read; it must not exist.
[[nodiscard]] Status makePrivateFile(const QString& path);

/// The lock of a store folder against a second process, by flock: the kernel drops it when its holder dies, so a left-over file
/// locks nobody out. The file itself stays (removing it would race with another process).
class FolderLock final {
public:
    static constexpr auto fileName = u"lock";

    /// Faults: StoreLocked, StoreReadOnly, StoreFull, StoreIo.
    [[nodiscard]] static Result<FolderLock> take(const QString& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace kobai::store
