// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryBars.h"

#include "support/TestProgram.h"

#include <QCoreApplication>
#include <QDate>
#include <QTest>

#include <limits>

using namespace kobai;
using namespace kobai::app;

namespace {

const QDate monday(2026, 6, 8);
constexpr CategoryId food{1};
constexpr CategoryId paper{2};

reports::DayBar sold(QDate day, CategoryId category, std::int64_t amount)
{
    return {day, category, Money(amount), 1};
}

} // namespace

/// Days become bars, and too many days become weeks, months, years.
class HistoryBarsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSoldIsNoBar();
    void daysWithoutSalesAreEmptyBars();
    void categoriesKeepTheirOrder();
    void manyDaysAreGrouped_data();
    void manyDaysAreGrouped();
    void nothingIsLostInGroups();
    void openRangeIsWhatWasSold();
    void hugeSumsDoNotOverflow();
};

void HistoryBarsTest::nothingSoldIsNoBar()
{
    QVERIFY(historyBars({}, monday, monday.addDays(6), {}).bars.empty());
}

void HistoryBarsTest::daysWithoutSalesAreEmptyBars()
{
    const std::vector totals{sold(monday.addDays(1), food, 300), sold(monday.addDays(1), paper, 70),
                             sold(monday.addDays(3), food, 110)};
    const HistoryBars bars = historyBars(totals, monday, monday.addDays(4), {});
    QCOMPARE(bars.bars.size(), 5U);
    QCOMPARE(bars.bars[0].total.minor(), 0);
    QCOMPARE(bars.bars[1].total.minor(), 370);
    QCOMPARE(bars.bars[1].from, monday.addDays(1));
    QCOMPARE(bars.bars[1].to, monday.addDays(1));
    QCOMPARE(bars.bars[2].total.minor(), 0);
    QCOMPARE(bars.bars[3].total.minor(), 110);
    QCOMPARE(bars.total.minor(), 480);
}

void HistoryBarsTest::categoriesKeepTheirOrder()
{
    const std::vector totals{sold(monday, food, 300), sold(monday, CategoryId{9}, 5), sold(monday, paper, 70)};
    const std::vector order{paper, CategoryId{7}, food};
    const HistoryBars bars = historyBars(totals, monday, monday, order);
    // 7 was not sold; 9 is unknown and comes last.
    QCOMPARE(bars.categories, (std::vector{paper, food, CategoryId{9}}));
    QCOMPARE(bars.bars[0].totals[0].minor(), 70);
    QCOMPARE(bars.bars[0].totals[1].minor(), 300);
    QCOMPARE(bars.bars[0].totals[2].minor(), 5);
}

void HistoryBarsTest::manyDaysAreGrouped_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("firstEnds");
    QTest::newRow("two months of days") << 62 << monday;
    QTest::newRow("weeks end on Sunday") << 63 << monday.addDays(6);
    QTest::newRow("months") << 500 << QDate(2026, 6, 30);
    QTest::newRow("years") << 365 * 10 << QDate(2026, 12, 31);
}

void HistoryBarsTest::manyDaysAreGrouped()
{
    QFETCH(const int, days);
    QFETCH(const QDate, firstEnds);
    const HistoryBars bars = historyBars(std::vector{sold(monday, food, 1)}, monday, monday.addDays(days - 1), {});
    QVERIFY(int(bars.bars.size()) <= mostBars);
    QCOMPARE(bars.bars.front().from, monday);
    QCOMPARE(bars.bars.front().to, firstEnds);
    QCOMPARE(bars.bars.back().to, monday.addDays(days - 1));
    for (std::size_t bar = 1; bar < bars.bars.size(); ++bar)
        QCOMPARE(bars.bars[bar].from, bars.bars[bar - 1].to.addDays(1));
}

void HistoryBarsTest::nothingIsLostInGroups()
{
    std::vector<reports::DayBar> totals;
    std::int64_t sum = 0;
    for (int day = 0; day < 400; ++day) {
        totals.push_back(sold(monday.addDays(day), day % 3 == 0 ? food : paper, 10 + day));
        sum += 10 + day;
    }
    const HistoryBars bars = historyBars(totals, {}, {}, {});
    std::int64_t shown = 0;
    for (const HistoryBar& bar : bars.bars) {
        shown += bar.total.minor();
        QCOMPARE(bar.totals[0].minor() + bar.totals[1].minor(), bar.total.minor());
    }
    QCOMPARE(shown, sum);
    QCOMPARE(bars.total.minor(), sum);
}

void HistoryBarsTest::openRangeIsWhatWasSold()
{
    const std::vector totals{sold(monday, food, 300), sold(monday.addDays(2), food, 110)};
    const HistoryBars bars = historyBars(totals, {}, {}, {});
    QCOMPARE(bars.bars.front().from, monday);
    QCOMPARE(bars.bars.back().to, monday.addDays(2));
}

void HistoryBarsTest::hugeSumsDoNotOverflow()
{
    const auto most = std::numeric_limits<std::int64_t>::max();
    const HistoryBars bars =
        historyBars(std::vector{sold(monday, food, most), sold(monday, paper, most)}, monday, monday, {});
    QCOMPARE(bars.bars.front().total.minor(), most);
}

KOBAI_TEST(HistoryBarsTest, QCoreApplication)
#include "HistoryBarsTest.moc"
