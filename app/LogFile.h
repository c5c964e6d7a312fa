// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QFile>
#include <QString>

#include <mutex>

namespace kobai::app {

/// The program's log, a file beside the settings, readable by its user alone. Takes the lines of Kobai's own categories
/// ("kobai.*") from every thread; what Qt and other libraries say goes on to where it went before, since nobody knows what stands in
/// it. A full file is renamed to NAME.1, the one before to NAME.2, the oldest is deleted; several processes may write to the same one.
/// Where it cannot be written there is no log, and nothing else suffers. At most one at a time in a process.
class LogFile final {
public:
    static constexpr qint64 mostBytes = 1 << 20; ///< of one file
    static constexpr int keptFiles = 2;          ///< beside the current one

    explicit LogFile(const Clock& clock, QString path = usualPath());
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /// Wants an application with a name.
    [[nodiscard]] static QString usualPath();
    /// The last @p most lines of the file at @p path and of those before it, the newest last.
    [[nodiscard]] static QStringList lastLines(const QString& path, int most);

private:
    /// The file at the path, locked against other processes, with room for @p bytes. False: there is none.
    [[nodiscard]] bool openWithRoom(qint64 bytes);
    static void take(QtMsgType type, const QMessageLogContext& context, const QString& message);
    void write(QtMsgType type, const char* category, const QString& message);
    void rotate();
    [[nodiscard]] static QString older(const QString& path, int number);

    const Clock& m_clock;
    std::mutex m_mutex;
    QFile m_file;
};

} // namespace kobai::app
