// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/History.h"

#include "checkout/Checkout.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using ledger::PaymentMethod;

namespace {

template <typename Set>
ledger::HistoryFilter where(Set set)
{
    ledger::HistoryFilter filter;
    set(filter);
    return filter;
}

} // namespace

class HistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_mei = m_school->addStudent(u"Mei"_s);
        m_ren = m_school->addStudent(u"Ren"_s);
        m_bread = m_school->addProduct(u"Bread"_s, 100, 80);
        m_pen = m_school->addProduct(u"Pen"_s, 110, 100);
        m_school->topUp(m_mei.id, 50'000);
        m_school->topUp(m_ren.id, 50'000);
    }
    void cleanup() { m_school.reset(); }

    void purchasesComeNewestFirstWithTheName()
    {
        buy(m_mei, m_bread);
        buy(m_ren, m_pen);
        const auto page = look({});
        QCOMPARE(page.purchases.size(), std::size_t(2));
        QCOMPARE(page.purchases[0].personName, u"Ren"_s);
        QCOMPARE(page.purchases[0].personNumber, m_ren.number);
        QCOMPARE(page.purchases[0].sale.lines.front().name, u"Pen"_s);
        QCOMPARE(page.purchases[1].personName, u"Mei"_s);
        QVERIFY(!page.next);
    }

    void filtersNarrow()
    {
        buy(m_mei, m_bread);
        buy(m_mei, m_pen, PaymentMethod::LookUp);
        m_school->clock.advance(std::chrono::hours(24));
        buy(m_ren, m_bread);
        const QDate day = m_school->clock.today();
        const auto count = [&](const ledger::HistoryFilter& filter) { return int(look(filter).purchases.size()); };
        QCOMPARE(count(where([&](auto& f) { f.person = m_mei.id; })), 2);
        QCOMPARE(count(where([&](auto& f) { f.product = m_bread.id; })), 2);
        QCOMPARE(count(where([&](auto& f) { f.method = PaymentMethod::LookUp; })), 1);
        QCOMPARE(count(where([&](auto& f) { f.from = day; })), 1);
        QCOMPARE(count(where([&](auto& f) { f.to = day.addDays(-1); })), 2);
        QCOMPARE(count(where([&](auto& f) {
                     f.person = m_mei.id;
                     f.product = m_bread.id;
                     f.to = day.addDays(-1);
                 })),
                 1);
        QCOMPARE(count(where([&](auto& f) {
                     f.person = m_mei.id;
                     f.from = day;
                 })),
                 0);
        QCOMPARE(count(where([&](auto& f) {
                     f.from = day;
                     f.to = day.addDays(-1);
                 })),
                 0);
    }

    void pagesJoinWithoutGapOrRepetition()
    {
        constexpr int sales = 2 * reports::purchasesPerPage + 5;
        for (int i = 0; i < sales; ++i)
            buy(i % 2 == 0 ? m_mei : m_ren, m_bread);
        ledger::HistoryCursor cursor;
        std::vector<std::int64_t> receipts;
        int pages = 0;
        do {
            const auto page = must(reports::purchases(m_school->store(), {}, cursor, m_school->clerk()));
            for (const auto& purchase : page.purchases)
                receipts.push_back(purchase.sale.receipt);
            cursor = page.next;
            ++pages;
        } while (cursor);
        QCOMPARE(pages, 3);
        QCOMPARE(receipts.size(), std::size_t(sales));
        for (std::size_t i = 1; i < receipts.size(); ++i)
            QCOMPARE(receipts[i], receipts[i - 1] - 1);
    }

    void aLastPageThatIsFullHasNoNext()
    {
        for (int i = 0; i < reports::purchasesPerPage; ++i)
            buy(m_mei, m_bread);
        QVERIFY(!look({}).next);
        buy(m_mei, m_bread);
        QVERIFY(look({}).next);
    }

    // [row 64] the look is on record, each page of it is not
    void lookingIsOnRecord()
    {
        for (int i = 0; i <= reports::purchasesPerPage; ++i)
            buy(m_mei, m_bread);
        const auto first = look(where([&](auto& f) {
            f.person = m_mei.id;
            f.method = PaymentMethod::Pin;
        }));
        QCOMPARE(m_school->audited(audit::Action::HistoryViewed), 1);
        const auto record = must(m_school->store().read([](store::Tx& tx) { return tx.audit().latest(1); })).front();
        QCOMPARE(record.subject, m_mei.id.toHex());
        QCOMPARE(record.detail, u"method 2"_s);
        must(reports::purchases(m_school->store(), {}, first.next, m_school->clerk()));
        QCOMPARE(m_school->audited(audit::Action::HistoryViewed), 1);
    }

    void totalsAreByDayAndCategory()
    {
        buy(m_mei, m_bread);
        buy(m_ren, m_bread);
        m_school->clock.advance(std::chrono::hours(24));
        buy(m_mei, m_pen);
        const auto bars = must(reports::totalsByDay(m_school->store(), {}));
        QCOMPARE(bars.size(), std::size_t(2));
        QCOMPARE(bars[0].total, Money(200));
        QCOMPARE(bars[0].sales, 2);
        QCOMPARE(bars[1].day, m_school->clock.today());
        QCOMPARE(bars[1].total, Money(110));
        QCOMPARE(must(reports::totalsByDay(m_school->store(), where([&](auto& f) { f.person = m_ren.id; }))).size(),
                 std::size_t(1));
    }

private:
    void buy(const people::Person& who, const catalogue::Product& what, PaymentMethod method = PaymentMethod::Pin)
    {
        must(checkout::commitSale(m_school->store(), m_school->sale(who.id, School::basketOf({{what, 1}}), method)));
    }
    reports::PurchasePage look(const ledger::HistoryFilter& filter)
    {
        return must(reports::purchases(m_school->store(), filter, std::nullopt, m_school->clerk()));
    }

    std::unique_ptr<School> m_school;
    people::Person m_mei;
    people::Person m_ren;
    catalogue::Product m_bread;
    catalogue::Product m_pen;
};

KOBAI_TEST(HistoryTest, QCoreApplication)
#include "HistoryTest.moc"
