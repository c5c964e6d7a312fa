// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ClockDoubt.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace std::chrono_literals;

class ClockDoubtTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clocksAreDoubted_data()
    {
        using Ms = std::chrono::milliseconds;
        QTest::addColumn<qint64>("passed"); // by the clock
        QTest::addColumn<qint64>("ran");    // by the machine; -1: it was started anew
        QTest::addColumn<int>("doubt");     // -1: none
        const auto row = [](const char* name, Ms passed, Ms ran, int doubt) {
            QTest::newRow(name) << qint64(passed.count()) << qint64(ran.count()) << doubt;
        };
        constexpr int none = -1;
        constexpr int behind = int(ClockDoubt::Behind);
        constexpr int ahead = int(ClockDoubt::Ahead);
        row("it runs on", 1h, 1h, none);
        row("a correction", -5min, 1s, none);
        row("set back", -5min - 1ms, 1s, behind);
        row("a day ahead", 24h + 1h, 1h, none);
        row("more than a day ahead", 24h + 1h + 1ms, 1h, ahead);
        row("open all summer", 24h * 60, 24h * 60, none);
        row("it stood still for a week", 1min, 24h * 7, behind);
        row("a weekend, switched off", 24h * 3, -1ms, none);
        row("a week, switched off", 24h * 7, -1ms, none);
        row("a holiday, switched off", 24h * 7 + 1ms, -1ms, ahead);
        row("switched off and in the past", -1h, -1ms, behind);
        row("in 2036", 24h * 3650, -1ms, ahead);
    }
    void clocksAreDoubted()
    {
        QFETCH(qint64, passed);
        QFETCH(qint64, ran);
        QFETCH(int, doubt);
        const Instant at = fromUnixMs(1'800'000'000'000);
        const ClockReading newest{at, {"one", 10h}};
        const ClockReading now{at + std::chrono::milliseconds(passed),
                               {ran < 0 ? "two" : "one", ran < 0 ? 1min : 10h + std::chrono::milliseconds(ran)}};
        const auto found = clockDoubt({newest, newest}, now);
        QCOMPARE(found ? int(*found) : -1, doubt);
    }

    // A machine that cannot tell when it was started is held to have been started anew.
    void withoutAStartNothingIsKnownOfTheTimeBetween()
    {
        const Instant at = fromUnixMs(1'800'000'000'000);
        const ClockRecord record{{at, {}}, {at, {}}};
        QVERIFY(!clockDoubt(record, {at + 24h * 3, {}}));
        QVERIFY(clockDoubt(record, {at + 24h * 8, {}}) == ClockDoubt::Ahead);
    }

    void smallLeadsAddUpUntilTheyAreDoubted()
    {
        const Instant at = fromUnixMs(1'800'000'000'000);
        const ClockReading first{at, {"one", 10h}};
        ClockRecord record{first, first};
        int steps = 0;
        for (; steps < 100; ++steps) { // each hour that the machine runs, the clock gains two more
            const ClockReading now{record.newest.at + 3h, {"one", record.newest.uptime.length + 1h}};
            if (clockDoubt(record, now))
                break;
            record = continued(record, now);
        }
        QCOMPARE(steps, 12);
        QCOMPARE(record.start.at, at);
    }

    void aNewStartOfTheMachineIsANewStartOfTheRecord()
    {
        const Instant at = fromUnixMs(1'800'000'000'000);
        const ClockReading first{at, {"one", 10h}};
        const ClockReading next{at + 12h, {"two", 1min}};
        const ClockRecord record = continued({first, first}, next);
        QCOMPARE(record.newest.at, next.at);
        QCOMPARE(record.start.at, next.at);
        QVERIFY(!clockDoubt(record, {next.at + 25h, {"two", 1h + 1min}}));
    }

    void theSystemsClockRunsOn()
    {
        const SystemClock clock;
        const ClockReading first = ClockReading::of(clock);
        const ClockReading second = ClockReading::of(clock);
        QVERIFY(!first.uptime.boot.isEmpty());
        QCOMPARE(second.uptime.boot, first.uptime.boot);
        QVERIFY(first.uptime.length > 0ms);
        QVERIFY(second.uptime.length >= first.uptime.length);
    }
};

KOBAI_TEST(ClockDoubtTest, QCoreApplication)
#include "ClockDoubtTest.moc"
