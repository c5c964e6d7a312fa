// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <atomic>
#include <cstring>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLine = 2000;

std::atomic<LogFile*> current = nullptr;

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

} // namespace

LogFile::LogFile(const Clock& clock, QString path) : m_clock(clock), m_file(std::move(path))
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    current = this;
    m_before = qInstallMessageHandler(&LogFile::take);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
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
    LogFile* const log = current;
    if (log == nullptr)
        return;
    if (isOurs(context.category))
        log->write(type, context.category, message);
    else if (log->m_before != nullptr)
        log->m_before(type, context, message);
}

void LogFile::write(QtMsgType type, const char* category, const QString& message)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(toUnixMs(m_clock.now())).toUTC().toString(Qt::ISODateWithMs);
    const QByteArray line = u"%1 %2 %3 %4\n"_s
                                .arg(time, QLatin1StringView(wordFor(type)).toString(),
                                     QLatin1StringView(category).toString(), message.simplified().left(longestLine))
                                .toUtf8();
    const std::scoped_lock lock(m_mutex);
    if (m_file.isOpen() && m_file.size() + line.size() > mostBytes)
        rotate();
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            return;
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    m_file.write(line);
    m_file.flush();
}

void LogFile::rotate()
{
    m_file.close();
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
