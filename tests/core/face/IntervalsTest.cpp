// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Intervals.h"

#include "support/TestProgram.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace kobai::face;

class IntervalsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Against the closed forms: 1 - 0.025^(1/n) for no event, and the published interval for 5 of 100.
    void exactIntervalsAreClopperAndPearsons()
    {
        const auto near = [](double a, double b) { return std::abs(a - b) < 5e-5; };
        const Interval none = clopperPearson(0, 600);
        QCOMPARE(none.low, 0.0);
        QVERIFY(near(none.high, 1 - std::pow(0.025, 1.0 / 600)));
        const Interval some = clopperPearson(5, 100);
        QVERIFY(near(some.low, 0.01643));
        QVERIFY(near(some.high, 0.11283));
        const Interval all = clopperPearson(600, 600);
        QCOMPARE(all.high, 1.0);
        QVERIFY(near(all.low, std::pow(0.025, 1.0 / 600)));
        QCOMPARE(clopperPearson(0, 0).high, 1.0);
        const Interval many = clopperPearson(500, 179'700); // no overflow with all pairs of 600 persons
        QVERIFY(many.low > 0.0024 && many.high < 0.0032);
    }

    void aSampleIsAsLargeAndRepeatable()
    {
        std::mt19937_64 one(5);
        std::mt19937_64 other(5);
        const std::vector<int> sample = personSample(1000, one);
        QCOMPARE(sample, personSample(1000, other));
        QCOMPARE(std::accumulate(sample.begin(), sample.end(), 0), 1000);
        const auto absent = std::count(sample.begin(), sample.end(), 0);
        QVERIFY(absent > 320 && absent < 420); // 1/e of them
        QVERIFY(personSample(0, one).empty());
    }

    // No error among 50 persons is no proof of a rate of 0.
    void whatNeverHappenedIsStillBounded()
    {
        const Rate never = rateWithInterval(0, {0, 0, 0}, 50);
        QCOMPARE(never.interval.low, 0.0);
        QVERIFY(never.interval.high > 0.07 && never.interval.high < 0.072);
        const Rate always = rateWithInterval(1, {1, 1, 1}, 50);
        QVERIFY(always.interval.low > 0.92 && always.interval.low < 0.93);
    }
};

KOBAI_TEST(IntervalsTest, QCoreApplication)
#include "IntervalsTest.moc"
