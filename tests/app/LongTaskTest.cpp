// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LongTask.h"

#include "base/Result.h"
#include "support/TestProgram.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

class LongTaskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultAndProgressArriveHere()
    {
        app::LongTask task(u"task"_s);
        const QSignalSpy progressed(&task, &app::LongTask::progressed);
        Result<int> result = fail(FaultCode::Internal);
        const QThread* doneOn = nullptr;
        task.start(
            [](const app::LongTask::Progress& progress) -> Result<int> {
                if (!progress(1, 2) || !progress(2, 2))
                    return fail(FaultCode::Cancelled);
                return 42;
            },
            [&](const Result<int>& given) {
                result = given;
                doneOn = QThread::currentThread();
            });
        QVERIFY(task.isRunning());
        QTRY_VERIFY(!task.isRunning());
        QCOMPARE(result.value_or(0), 42);
        QCOMPARE(doneOn, thread());
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(progressed.last(), (QVariantList{2, 2}));
    }

    void cancelStopsTheWork()
    {
        app::LongTask task(u"task"_s);
        Result<int> result = 0;
        QSemaphore cancelled;
        task.start(
            [&](const app::LongTask::Progress& progress) -> Result<int> {
                const bool goesOn = progress(0, 1);
                cancelled.acquire();
                return goesOn && !progress(1, 1) ? fail(FaultCode::Cancelled) : Result<int>(1);
            },
            [&](const Result<int>& given) { result = given; });
        // The first report tells that the work is under way.
        const QSignalSpy progressed(&task, &app::LongTask::progressed);
        QTRY_COMPARE(progressed.size(), 1);
        task.cancel();
        cancelled.release();
        QTRY_VERIFY(!task.isRunning());
        QVERIFY(!result);
        QCOMPARE(result.error().code, FaultCode::Cancelled);
    }

    /// A page may go while its task runs: the task stops, and its end is heard by nobody.
    void destructionStopsTheWork()
    {
        bool isHeard = false;
        bool isStopped = false;
        QSemaphore begun;
        {
            app::LongTask task(u"task"_s);
            task.start(
                [&](const app::LongTask::Progress& progress) -> Result<int> {
                    begun.release();
                    while (progress(0, 1))
                        QThread::yieldCurrentThread();
                    isStopped = true;
                    return fail(FaultCode::Cancelled);
                },
                [&](const Result<int>&) { isHeard = true; });
            begun.acquire();
        }
        QVERIFY(isStopped);
        QCoreApplication::processEvents();
        QVERIFY(!isHeard);
    }

    void anotherTaskFollows()
    {
        app::LongTask task(u"task"_s);
        int sum = 0;
        const auto add = [&](const Result<int>& given) { sum += given.value_or(0); };
        task.start([](const auto&) -> Result<int> { return 1; }, add);
        QTRY_VERIFY(!task.isRunning());
        task.start([](const auto&) -> Result<int> { return 2; }, add);
        QTRY_VERIFY(!task.isRunning());
        QCOMPARE(sum, 3);
    }
};

KOBAI_TEST(LongTaskTest, QCoreApplication)
#include "LongTaskTest.moc"
