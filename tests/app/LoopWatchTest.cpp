// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LoopWatch.h"

#include "support/HeldTimer.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::cli;
using namespace Qt::Literals::StringLiterals;

/// The watch must see what it is there for, or its figure means nothing.
class LoopWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_nowNs = 1'000; }

    void theLongestTurnIsKept()
    {
        LoopWatch watch([this] { return m_nowNs; });
        kobai::test::HeldTimer tick(&watch, u"tick"_s);
        turn(5, tick);
        QCOMPARE(watch.longestTurnMs(), 0.0); // as the timer wants it
        turn(85, tick);
        turn(12, tick);
        QCOMPARE(watch.longestTurnMs(), 80.0);
    }

    void theTurnUnderWayCounts()
    {
        LoopWatch watch([this] { return m_nowNs; });
        const kobai::test::HeldTimer tick(&watch, u"tick"_s);
        m_nowNs += 45 * nsPerMs;
        QCOMPARE(watch.longestTurnMs(), 40.0);
    }

    void aResetForgets()
    {
        LoopWatch watch([this] { return m_nowNs; });
        kobai::test::HeldTimer tick(&watch, u"tick"_s);
        turn(85, tick);
        m_nowNs += 60 * nsPerMs;
        watch.reset();
        turn(15, tick);
        QCOMPARE(watch.longestTurnMs(), 10.0);
    }

    void itRunsByItself()
    {
        int asked = 0;
        const LoopWatch watch([&asked] { return std::int64_t(++asked); });
        const int atFirst = asked;
        QTRY_VERIFY(asked > atFirst + 1);
    }

private:
    static constexpr std::int64_t nsPerMs = 1'000'000;

    void turn(int ms, kobai::test::HeldTimer& tick)
    {
        m_nowNs += ms * nsPerMs;
        tick.fire();
    }

    std::int64_t m_nowNs = 0;
};

KOBAI_TEST(LoopWatchTest, QCoreApplication)
#include "LoopWatchTest.moc"
