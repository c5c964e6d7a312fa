// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kobai::store {

namespace {

/// A file descriptor that is closed at the end of its scope.
class Descriptor final {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int value() const { return m_value; }

private:
    int m_value;
};

constexpr auto temporarySuffix = ".new";

bool exchange(const QByteArray& one, const QByteArray& other)
{
    return ::renameat2(AT_FDCWD, one.constData(), AT_FDCWD, other.constData(), RENAME_EXCHANGE) == 0;
}

/// Empties a file before it removes it: a name that comes back after a power cut then brings back nothing.
void forget(const QByteArray& file)
{
    {
        const Descriptor emptied(::open(file.constData(), O_WRONLY | O_TRUNC | O_CLOEXEC));
        if (emptied.value() >= 0)
            (void)::fsync(emptied.value());
    }
    ::unlink(file.constData());
}

bool writeAll(int descriptor, const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t now = ::write(descriptor, bytes.constData() + written, std::size_t(bytes.size() - written));
        if (now < 0 && errno == EINTR)
            continue;
        if (now <= 0)
            return false;
        written += now;
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

Fault fileFault(int error, const QString& path)
{
    const QString detail =
        QFileInfo(path).fileName() + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return {FaultCode::StoreMissing, detail};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {FaultCode::StoreFull, detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {FaultCode::StoreReadOnly, detail};
    default:
        return {FaultCode::StoreIo, detail};
    }
}

Result<QByteArray> readWhole(const QString& path, qint64 mostBytes)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0)
        return errno == ENOENT ? fail(FaultCode::StoreIncomplete, QFileInfo(path).fileName())
                               : fail(fileFault(errno, path));
    QByteArray bytes;
    char block[16384];
    for (;;) {
        const ssize_t now = ::read(file.value(), block, sizeof block);
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            return fail(fileFault(errno, path));
        if (now == 0)
            return bytes;
        bytes.append(block, now);
        if (bytes.size() > mostBytes)
            return fail(FaultCode::StoreDamaged, QFileInfo(path).fileName() + QStringLiteral(": too long"));
    }
}

Status writeDurably(const QString& path, const QByteArray& bytes, Status (*sync)(const QString& folder))
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + temporarySuffix;
    {
        const Descriptor file(::open(temporary.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.value() < 0)
            return fail(fileFault(errno, path));
        if (!writeAll(file.value(), bytes)) {
            const int error = errno;
            ::unlink(temporary.constData());
            return fail(fileFault(error, path));
        }
    }
    // Exchanged rather than renamed: what was there is still at hand if the folder cannot be made durable.
    const QString folder = QFileInfo(path).path();
    if (exchange(temporary, target)) {
        Status durable = sync(folder);
        if (!durable && !exchange(temporary, target))
            return durable; // two faults in a row: both files are there
        forget(temporary);
        return durable;
    }
    // Nothing is there to be exchanged yet, or this file system cannot.
    if (::rename(temporary.constData(), target.constData()) != 0) {
        const int error = errno;
        ::unlink(temporary.constData());
        return fail(fileFault(error, path));
    }
    return sync(folder);
}

void removeLeftover(const QString& path)
{
    forget(QFile::encodeName(path) + temporarySuffix);
}

Status makePrivateFile(const QString& path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.value() < 0)
        return errno == EEXIST ? fail(FaultCode::StoreExists, QFileInfo(path).fileName())
                               : fail(fileFault(errno, path));
    return {};
}

Status syncFolder(const QString& folder)
{
    const Descriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some network file systems cannot sync a directory and say EINVAL; there is nothing more to do then.
    if (directory.value() < 0 || (::fsync(directory.value()) != 0 && errno != EINVAL))
        return fail(fileFault(errno, folder));
    return {};
}

Result<FolderLock> FolderLock::take(const QString& folder)
{
    const QString path = folder + QLatin1Char('/') + QString::fromUtf16(fileName);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(fileFault(errno, path));
    FolderLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? fail(FaultCode::StoreLocked) : fail(fileFault(errno, path));
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace kobai::store
