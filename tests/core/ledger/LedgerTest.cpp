// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/Ledger.h"

#include "support/TestProgram.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace kobai;
using namespace kobai::ledger;

namespace {

FaultCode faultOf(const std::vector<TaxedAmount>& lines)
{
    const auto result = postSale(lines);
    return result ? FaultCode::Usage : result.error().code;
}

} // namespace

class LedgerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSaleIsSplitByRate()
    {
        // Three rice balls and a pen: 8 % on 3 x 129 = 387, 10 % on 110.
        const auto postings =
            postSale({{100, Money(110)}, {80, Money(129)}, {80, Money(129)}, {80, Money(129)}}).value();
        QCOMPARE(postings.size(), std::size_t(2));
        QCOMPARE(postings[0].taxPermille, 80);
        QCOMPARE(postings[0].net, Money(358));
        QCOMPARE(postings[0].tax, Money(29)); // 28.67 once, not 3 x 9.56 rounded to 30
        QCOMPARE(postings[1].taxPermille, 100);
        QCOMPARE(postings[1].net, Money(100));
        QCOMPARE(postings[1].tax, Money(10));
    }

    // [row 41] nothing is lost between gross, net and tax
    void netAndTaxAddUpToGross()
    {
        QVERIFY(rc::check("sum of net and tax = sum of gross; rates ascending, none twice", [] {
            const auto raw = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, std::int64_t>>>(
                rc::gen::pair(rc::gen::elementOf(std::vector<int>{0, 50, 80, 100, 200}),
                              rc::gen::inRange<std::int64_t>(1, 1'000'000))));
            std::vector<TaxedAmount> lines;
            std::int64_t gross = 0;
            for (const auto& [rate, amount] : raw) {
                lines.push_back({rate, Money(amount)});
                gross += amount;
            }
            const auto postings = postSale(lines).value();
            std::int64_t posted = 0;
            int previous = -1;
            for (const SalePosting& p : postings) {
                RC_ASSERT(p.taxPermille > previous);
                RC_ASSERT(!p.net.isNegative() && !p.tax.isNegative());
                previous = p.taxPermille;
                posted += p.net.minor() + p.tax.minor();
            }
            RC_ASSERT(posted == gross);
        }));
    }

    void faultyLinesAreRefused()
    {
        const Money most(std::numeric_limits<std::int64_t>::max());
        QCOMPARE(faultOf({}), FaultCode::BasketEmpty);
        QCOMPARE(faultOf({{80, Money(0)}}), FaultCode::BasketEmpty);
        QCOMPARE(faultOf({{80, Money(5)}, {80, Money(-1)}}), FaultCode::AmountNegative);
        QCOMPARE(faultOf({{80, most}, {80, Money(1)}}), FaultCode::Overflow);
        QCOMPARE(faultOf({{80, most}, {100, Money(1)}}), FaultCode::Overflow); // the total counts, not only each rate
        QCOMPARE(faultOf({{-1, Money(1)}}), FaultCode::Internal);
        QCOMPARE(faultOf({{1001, Money(1)}}), FaultCode::Internal);
    }

    void aRateWithoutAmountIsNotPosted()
    {
        const auto postings = postSale({{80, Money(0)}, {100, Money(110)}}).value();
        QCOMPARE(postings.size(), std::size_t(1));
        QCOMPARE(postings[0].taxPermille, 100);
    }
};

KOBAI_TEST(LedgerTest, QCoreApplication)
#include "LedgerTest.moc"
