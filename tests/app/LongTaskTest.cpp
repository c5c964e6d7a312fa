// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LongTask.h"

#include "base/Result.h"
#include "support/TestProgram.h"

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
        task.start(untilCancelled, [&](const Result<int>& given) { result = given; });
        task.cancel();
        QTRY_VERIFY(!task.isRunning());
        QVERIFY(!result);
        QCOMPARE(result.error().code, FaultCode::Cancelled);
    }

    /// A page may go while its task runs: the task stops, and its end is heard by nobody.
    void destructionStopsTheWork()
    {
        bool heard = false;
        {
            app::LongTask task(u"task"_s);
            task.start(untilCancelled, [&](const Result<int>&) { heard = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!heard);
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

private:
    static Result<int> untilCancelled(const app::LongTask::Progress& progress)
    {
        while (progress(0, 1))
            QThread::msleep(1);
        return fail(FaultCode::Cancelled);
    }
};

KOBAI_TEST(LongTaskTest, QCoreApplication)
#include "LongTaskTest.moc"
