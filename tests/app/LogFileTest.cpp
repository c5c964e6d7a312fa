// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include "support/MockClock.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>
#include <QTimeZone>

#include <thread>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(ours, "kobai.test")
Q_LOGGING_CATEGORY(foreign, "qt.test")

QStringList passedOn;

void keep(QtMsgType, const QMessageLogContext&, const QString& message)
{
    passedOn.append(message);
}

} // namespace

class LogFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        passedOn.clear();
    }

    void aLineSaysWhenHowBadWhereAndWhat()
    {
        m_clock.set(QDateTime(QDate(2026, 6, 10), QTime(1, 2, 3, 45), QTimeZone::utc()));
        const app::LogFile log(m_clock, path());
        qCInfo(ours) << "opened in" << 12 << "ms";
        qCWarning(ours, "two\nlines");
        QCOMPARE(app::LogFile::lastLines(path(), 10),
                 QStringList({u"2026-06-10T01:02:03.045Z info kobai.test opened in 12 ms"_s,
                              u"2026-06-10T01:02:03.045Z warning kobai.test two lines"_s}));
    }

    // Qt writes texts of the window into its warnings: nobody knows whose name is in them.
    void whatOthersSayIsPassedOnAndNotKept()
    {
        const QtMessageHandler before = qInstallMessageHandler(keep);
        {
            const app::LogFile log(m_clock, path());
            qCWarning(foreign, "QString::arg: Argument missing: Sato");
            qWarning("no category");
            qCInfo(ours, "ours");
        }
        qCInfo(ours, "after it");
        qInstallMessageHandler(before);
        QCOMPARE(app::LogFile::lastLines(path(), 10).size(), 1);
        QCOMPARE(passedOn, QStringList({u"QString::arg: Argument missing: Sato"_s, u"no category"_s, u"after it"_s}));
    }

    void itIsTheUsersAlone()
    {
        const app::LogFile log(m_clock, m_folder->filePath(u"deep/er/kobai.log"_s));
        qCInfo(ours, "one");
        QCOMPARE(QFile::permissions(m_folder->filePath(u"deep/er/kobai.log"_s))
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aFullFileMakesRoomAndTheOldestGoes()
    {
        const app::LogFile log(m_clock, path());
        const QString filling(1000, u'x');
        const int linesPerFile = int(app::LogFile::mostBytes / 1000);
        for (int i = 0; i < 5 * linesPerFile; ++i)
            qCInfo(ours).noquote() << i << filling;
        const QStringList files = QDir(m_folder->path()).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files, QStringList({u"kobai.log"_s, u"kobai.log.1"_s, u"kobai.log.2"_s}));
        for (const QString& file : files)
            QVERIFY(QFileInfo(m_folder->filePath(file)).size() <= app::LogFile::mostBytes);
        // Read over the files' borders, in order, the newest last.
        const QStringList lines = app::LogFile::lastLines(path(), 2 * linesPerFile);
        QCOMPARE(lines.size(), 2 * linesPerFile);
        for (int i = 0; i < lines.size(); ++i)
            QCOMPARE(lines[i].section(u' ', 3, 3).toInt(), 5 * linesPerFile - int(lines.size()) + i);
    }

    // A command that writes one line, again and again, beside an open window.
    void processesThatShareItRotateItTogether()
    {
        const QString filling(1000, u'x');
        const int linesPerFile = int(app::LogFile::mostBytes / 1000);
        for (int i = 0; i < 2 * linesPerFile + 10; ++i) {
            const app::LogFile log(m_clock, path());
            qCInfo(ours).noquote() << i << filling;
        }
        QVERIFY(QFileInfo(path()).size() < app::LogFile::mostBytes / 2);
        QVERIFY(QFileInfo(path() + u".2"_s).size() > app::LogFile::mostBytes / 2);
        QCOMPARE(app::LogFile::lastLines(path(), 10'000).size(), 2 * linesPerFile + 10);
    }

    void aFileThatAnotherProcessHasMovedIsNotWrittenTo()
    {
        const app::LogFile log(m_clock, path());
        qCInfo(ours, "before");
        QVERIFY(QFile::rename(path(), path() + u".1"_s));
        qCInfo(ours, "after");
        QCOMPARE(app::LogFile::lastLines(path() + u".1"_s, 10).size(), 1);
        QCOMPARE(app::LogFile::lastLines(path(), 1).first().section(u' ', 3), u"after"_s);
    }

    void whereItCannotBeWrittenTheProgramGoesOn()
    {
        const app::LogFile log(m_clock, u"/proc/nowhere/kobai.log"_s);
        qCInfo(ours, "one");
        QCOMPARE(app::LogFile::lastLines(u"/proc/nowhere/kobai.log"_s, 10), QStringList());
    }

    void everyThreadsLinesStayWhole()
    {
        const app::LogFile log(m_clock, path());
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread)
                threads.emplace_back([] {
                    for (int i = 0; i < 200; ++i)
                        qCInfo(ours, "some words of a line");
                });
        }
        const QStringList lines = app::LogFile::lastLines(path(), 10'000);
        QCOMPARE(lines.size(), 800);
        for (const QString& line : lines)
            QVERIFY2(line.endsWith(u" info kobai.test some words of a line"_s), qPrintable(line));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kobai.log"_s); }

    test::MockClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

KOBAI_TEST(LogFileTest, QCoreApplication)
#include "LogFileTest.moc"
