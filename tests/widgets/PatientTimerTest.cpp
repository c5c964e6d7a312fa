// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PatientTimer.h"

#include "support/HeldTimer.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace kobai::test;
using kobai::widgets::PatientTimer;

class PatientTimerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itEndsByItself()
    {
        PatientTimer timer(1, nullptr);
        QSignalSpy ended(&timer, &PatientTimer::ended);
        timer.start();
        QTRY_COMPARE(ended.size(), 1);
    }

    // The thread was busy for longer than the interval: what came in the meantime is handled first.
    void whatWaitsBehindTheIntervalComesFirst()
    {
        PatientTimer timer(1, nullptr);
        HeldTimer interval(&timer);
        QStringList order;
        connect(&timer, &PatientTimer::ended, this, [&order] { order.append(QStringLiteral("ended")); });
        timer.start();
        interval.fire();
        QMetaObject::invokeMethod(
            this, [&order] { order.append(QStringLiteral("what waited")); }, Qt::QueuedConnection);
        QTRY_COMPARE(order.size(), 2);
        QCOMPARE(order.front(), QStringLiteral("what waited"));
    }

    void whatWaitedMayStartItAnewOrStopIt()
    {
        PatientTimer timer(1, nullptr);
        HeldTimer interval(&timer);
        QSignalSpy ended(&timer, &PatientTimer::ended);
        timer.start();
        interval.fire();
        timer.start();
        QCoreApplication::processEvents();
        QCOMPARE(ended.size(), 0);
        QVERIFY(interval.isRunning());
        interval.fire();
        timer.stop();
        QCoreApplication::processEvents();
        QCOMPARE(ended.size(), 0);
    }
};

KOBAI_TEST(PatientTimerTest, QApplication)
#include "PatientTimerTest.moc"
