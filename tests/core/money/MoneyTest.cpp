// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Money.h"

#include "support/TestProgram.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace kobai;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

__extension__ using Wide = __int128;

} // namespace

class MoneyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 41] integer money, checked
    void arithmeticRefusesToOverflow()
    {
        QVERIFY(!Money(most).plus(Money(1)));
        QVERIFY(!Money(least).plus(Money(-1)));
        QVERIFY(!Money(least).minus(Money(1)));
        QVERIFY(!Money(0).minus(Money(least)));
        QVERIFY(!Money(most).times(2));
        QVERIFY(!Money(least).times(-1));
        QCOMPARE(Money(most).plus(Money(least)), Money(-1));
        QCOMPARE(Money(most).times(1), Money(most));
    }

    void arithmeticIsExactWhereItFits()
    {
        QVERIFY(rc::check("sums, differences and products equal those of 128-bit integers, or there is none",
                          [](std::int64_t a, std::int64_t b) {
                              const auto same = [](std::optional<Money> money, Wide exact) {
                                  const bool fits = exact >= least && exact <= most;
                                  return fits ? money && money->minor() == exact : !money;
                              };
                              RC_ASSERT(same(Money(a).plus(Money(b)), Wide(a) + b));
                              RC_ASSERT(same(Money(a).minus(Money(b)), Wide(a) - b));
                              RC_ASSERT(same(Money(a).times(b), Wide(a) * b));
                          }));
    }

    void taxIsTheExactShareRoundedHalfUp()
    {
        QVERIFY(rc::check("tax = floor(gross * rate / (1000 + rate) + 1/2) over the rationals", [] {
            const auto gross =
                *rc::gen::oneOf(rc::gen::nonNegative<std::int64_t>(), rc::gen::inRange<std::int64_t>(0, 100'000));
            const int rate = *rc::gen::inRange(0, 1001);
            const Wide numerator = 2 * Wide(gross) * rate + (1000 + rate);
            RC_ASSERT(taxInside(Money(gross), rate).minor() == numerator / (2 * (1000 + rate)));
        }));
    }

    void taxOfKnownReceipts_data()
    {
        QTest::addColumn<qint64>("gross");
        QTest::addColumn<int>("rate");
        QTest::addColumn<qint64>("tax");
        QTest::newRow("108 yen at 8 %") << qint64(108) << 80 << qint64(8);
        QTest::newRow("110 yen at 10 %") << qint64(110) << 100 << qint64(10);
        QTest::newRow("exactly half rounds up") << qint64(3) << 200 << qint64(1);      // 3 * 200 / 1200 = 0.5
        QTest::newRow("just under half rounds down") << qint64(5) << 100 << qint64(0); // 0.4545
        QTest::newRow("no tax") << qint64(500) << 0 << qint64(0);
        QTest::newRow("nothing") << qint64(0) << 100 << qint64(0);
        QTest::newRow("the largest amount") << qint64(most) << 1000 << qint64(most / 2 + 1);
    }
    void taxOfKnownReceipts()
    {
        QFETCH(qint64, gross);
        QFETCH(int, rate);
        QFETCH(qint64, tax);
        QCOMPARE(qint64(taxInside(Money(gross), rate).minor()), tax);
    }
};

KOBAI_TEST(MoneyTest, QCoreApplication)
#include "MoneyTest.moc"
