// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/LoopWatch.h"

#include "support/TestProgram.h"

#include <QTest>
#include <QThread>

using namespace kobai::test;

/// The watch itself must catch what it is there for, or the end-to-end test's figure means nothing.
class LoopWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSleepingHandlerIsSeen()
    {
        LoopWatch watch;
        QTest::qWait(50);
        watch.reset();
        QTimer::singleShot(20, &watch, [] { QThread::msleep(80); });
        QTRY_VERIFY(watch.turns() > 8);
        QVERIFY2(watch.longestTurnMs() >= 60, qPrintable(QString::number(watch.longestTurnMs())));
    }

    void anIdleLoopIsQuick()
    {
        LoopWatch watch;
        QTest::qWait(200);
        QVERIFY(watch.turns() > 5);
        QVERIFY2(watch.longestTurnMs() < 50, qPrintable(QString::number(watch.longestTurnMs())));
    }
};

KOBAI_TEST(LoopWatchTest, QCoreApplication)
#include "LoopWatchTest.moc"
