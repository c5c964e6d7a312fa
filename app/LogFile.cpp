// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <shared_mutex>

#include <sys/file.h>
#include <sys/stat.h>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLine = 2000;

// Other threads may be in the handler while a log is made or ends.
std::shared_mutex currentMutex;
LogFile* current = nullptr;
std::atomic<QtMessageHandler> before = nullptr;

const char* wordFor(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error";
}

bool isOurs(const char* category)
{
    constexpr auto prefix = "kobai.";
    return category != nullptr && std::strncmp(category, prefix, std::strlen(prefix)) == 0;
}

/// Whether the open file @p descriptor is still the one called @p path.
bool isFileAt(int descriptor, const QString& path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(QFile::encodeName(path).constData(), &named) == 0
           && open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

} // namespace

LogFile::LogFile(const Clock& clock, QString path) : m_clock(clock), m_file(std::move(path))
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    {
        const std::unique_lock lock(currentMutex);
        current = this;
    }
    before = qInstallMessageHandler(nullptr); // known before the first message arrives
    qInstallMessageHandler(&LogFile::take);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(before);
    const std::unique_lock lock(currentMutex);
    current = nullptr;
}

QString LogFile::usualPath()
{
    return QFileInfo(QSettings().fileName()).dir().filePath(u"kobai.log"_s);
}

QStringList LogFile::lastLines(const QString& path, int most)
{
    QStringList lines;
    for (int number = 0; number <= keptFiles && lines.size() < most; ++number) {
        QFile file(number == 0 ? path : older(path, number));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QStringList these = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        lines = these + lines;
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - most));
}

void LogFile::take(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (!isOurs(context.category)) {
        before.load()(type, context, message);
        return;
    }
    const std::shared_lock lock(currentMutex);
    if (current != nullptr)
        current->write(type, context.category, message);
}

void LogFile::write(QtMsgType type, const char* category, const QString& message)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(toUnixMs(m_clock.now())).toUTC().toString(Qt::ISODateWithMs);
    const QByteArray line = u"%1 %2 %3 %4\n"_s
                                .arg(time, QLatin1StringView(wordFor(type)).toString(),
                                     QLatin1StringView(category).toString(), message.simplified().left(longestLine))
                                .toUtf8();
    const std::scoped_lock lock(m_mutex);
    if (!openWithRoom(line.size()))
        return;
    m_file.write(line);
    m_file.flush();
    ::flock(m_file.handle(), LOCK_UN);
}

bool LogFile::openWithRoom(qint64 bytes)
{
    constexpr int attempts = 8; // each lost to another process that has just made room
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (!m_file.isOpen()) {
            if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
                return false;
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        ::flock(m_file.handle(), LOCK_EX);
        const bool isCurrent = isFileAt(m_file.handle(), m_file.fileName());
        if (isCurrent && m_file.size() + bytes <= mostBytes)
            return true;
        if (isCurrent)
            rotate();
        m_file.close(); // and unlocked
    }
    return false;
}

void LogFile::rotate()
{
    const QString path = m_file.fileName();
    QFile::remove(older(path, keptFiles));
    for (int number = keptFiles - 1; number >= 1; --number)
        QFile::rename(older(path, number), older(path, number + 1));
    QFile::rename(path, older(path, 1));
}

QString LogFile::older(const QString& path, int number)
{
    return path + u'.' + QString::number(number);
}

} // namespace kobai::app
