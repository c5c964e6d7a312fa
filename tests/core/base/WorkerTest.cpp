// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Worker.h"

#include "support/TestProgram.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace kobai;

class WorkerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsArriveInOrderOnTheCallersThread()
    {
        Worker worker(QStringLiteral("test"));
        QObject receiver;
        std::vector<int> results;
        QThread* deliveredOn = nullptr;
        for (int i = 0; i < 50; ++i) {
            worker.run([i] { return i; }, &receiver,
                       [&](int value) {
                           results.push_back(value);
                           deliveredOn = QThread::currentThread();
                       });
        }
        QTRY_COMPARE(results.size(), std::size_t(50));
        for (int i = 0; i < 50; ++i)
            QCOMPARE(results[std::size_t(i)], i);
        QCOMPARE(deliveredOn, QThread::currentThread());
    }

    void workRunsOffTheCallersThread()
    {
        Worker worker(QStringLiteral("test"));
        QObject receiver;
        QThread* workedOn = nullptr;
        bool done = false;
        worker.run([&] { workedOn = QThread::currentThread(); }, &receiver, [&] { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(workedOn != QThread::currentThread());
    }

    void aDeadReceiverGetsNothing()
    {
        Worker worker(QStringLiteral("test"));
        auto receiver = std::make_unique<QObject>();
        QObject second;
        bool first = false;
        bool last = false;
        worker.run([] { return 1; }, receiver.get(), [&](int) { first = true; });
        receiver.reset();
        worker.run([] { return 2; }, &second, [&](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!first);
    }

    void destructionFinishesQueuedWork()
    {
        int ran = 0;
        QObject receiver;
        {
            Worker worker(QStringLiteral("test"));
            for (int i = 0; i < 20; ++i)
                worker.run([&ran] { ++ran; }, &receiver, [] {});
        }
        QCOMPARE(ran, 20);
    }

    void moveOnlyResultsTravel()
    {
        Worker worker(QStringLiteral("test"));
        QObject receiver;
        std::unique_ptr<int> got;
        worker.run([] { return std::make_unique<int>(7); }, &receiver,
                   [&](std::unique_ptr<int> value) { got = std::move(value); });
        QTRY_VERIFY(got != nullptr);
        QCOMPARE(*got, 7);
    }
};

KOBAI_TEST(WorkerTest, QCoreApplication)
#include "WorkerTest.moc"
