// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Accounts.h"

#include "checkout/Checkout.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;

class AccountsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addStudent();
    }
    void cleanup() { m_school.reset(); }

    // [row 51]
    void aTopUpHasAReceipt()
    {
        const auto receipt = m_school->topUp(m_student.id, 3000);
        QCOMPARE(receipt.receipt, 1);
        QCOMPARE(receipt.person.name, m_student.name);
        QCOMPARE(receipt.amount, Money(3000));
        QCOMPARE(receipt.balanceBefore, Money(0));
        QCOMPARE(receipt.balanceAfter, Money(3000));
        QCOMPARE(receipt.at, m_school->clock.now());
        QCOMPARE(m_school->topUp(m_student.id, 500).receipt, 2);
        QCOMPARE(m_school->balance(m_student.id), Money(3500));
        QCOMPARE(m_school->audited(audit::Action::TopUp), 2);
        QCOMPARE(m_school->findings(), QString());
    }

    // [row 51] [row 40]
    void aRetryBooksOnce()
    {
        accounts::TopUpRequest request{m_school->store().makeId<TransferId>(), m_student.id, Money(3000),
                                       m_school->clerk()};
        const auto first = must(accounts::topUpCash(m_school->store(), request));
        m_school->topUp(m_student.id, 100);
        m_school->reopen();
        m_school->clock.advance(std::chrono::minutes(1));
        const auto again = must(accounts::topUpCash(m_school->store(), request));
        QCOMPARE(again.receipt, first.receipt);
        QCOMPARE(again.balanceBefore, first.balanceBefore);
        QCOMPARE(again.balanceAfter, first.balanceAfter);
        QCOMPARE(again.at, first.at);
        QCOMPARE(m_school->balance(m_student.id), Money(3100));
        QCOMPARE(m_school->audited(audit::Action::TopUp), 2);

        request.amount = Money(2999);
        COMPARE_FAULT(accounts::topUpCash(m_school->store(), request), FaultCode::IdempotencyConflict);
        request.amount = Money(3000);
        request.person = m_school->addStudent(u"Ren"_s).id;
        COMPARE_FAULT(accounts::topUpCash(m_school->store(), request), FaultCode::IdempotencyConflict);
        QCOMPARE(m_school->findings(), QString());
    }

    void faultyAmountsAreRefused()
    {
        const auto code = [&](std::int64_t amount) {
            return faultOf(accounts::topUpCash(m_school->store(), {m_school->store().makeId<TransferId>(), m_student.id,
                                                                   Money(amount), m_school->clerk()}));
        };
        QCOMPARE(code(0), int(FaultCode::AmountZero));
        QCOMPARE(code(-1), int(FaultCode::AmountNegative));
        QCOMPARE(code(accounts::highestTopUpMajor + 1), int(FaultCode::AmountTooLarge));
        QCOMPARE(code(std::numeric_limits<std::int64_t>::max()), int(FaultCode::AmountTooLarge));
        QCOMPARE(code(accounts::highestTopUpMajor), 0);
        QCOMPARE(m_school->balance(m_student.id), Money(accounts::highestTopUpMajor));
    }

    void strangersHaveNoAccount()
    {
        const auto nobody = m_school->store().makeId<PersonId>();
        auto& store = m_school->store();
        COMPARE_FAULT(accounts::topUpCash(store, {store.makeId<TransferId>(), nobody, Money(1), m_school->clerk()}),
                      FaultCode::NotFound);
        COMPARE_FAULT(accounts::openAccount(store, nobody, m_school->clerk()), FaultCode::NotFound);
        COMPARE_FAULT(accounts::entries(store, nobody, std::nullopt, 10), FaultCode::NotFound);
        COMPARE_FAULT(accounts::topUpCash(store, {TransferId(), m_student.id, Money(1), m_school->clerk()}),
                      FaultCode::Internal);
    }

    // [row 64]
    void lookingAtAnAccountIsOnRecord()
    {
        m_school->topUp(m_student.id, 3000);
        const auto view = must(accounts::openAccount(m_school->store(), m_student.id, m_school->clerk()));
        QCOMPARE(view.balance, Money(3000));
        const auto record = must(m_school->store().read([](store::Tx& tx) { return tx.audit().latest(1); })).front();
        QCOMPARE(record.action, audit::Action::AccountViewed);
        QCOMPARE(record.subject, m_student.id.toHex());
        // What is on the screen is brought up to date without a second line.
        m_school->topUp(m_student.id, 500);
        QCOMPARE(must(accounts::accountAgain(m_school->store(), m_student.id)).balance, Money(3500));
        QCOMPARE(m_school->audited(audit::Action::AccountViewed), 1);
    }

    void aSaleOfSeveralRatesIsOneLine()
    {
        const auto bread = m_school->addProduct(u"Bread"_s, 108, 80);
        const auto pen = m_school->addProduct(u"Pen"_s, 110, 100);
        m_school->topUp(m_student.id, 1000);
        const auto sold = must(checkout::commitSale(
            m_school->store(), m_school->sale(m_student.id, School::basketOf({{bread, 1}, {pen, 1}}))));
        const auto lines = must(accounts::entries(m_school->store(), m_student.id, std::nullopt, 10));
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].code, ledger::TransferCode::SaleNet);
        QCOMPARE(lines[0].change, Money(-218));
        QCOMPARE(lines[0].balanceAfter, Money(782));
        QCOMPARE(lines[0].receipt, sold.sale.receipt);
        QCOMPARE(lines[0].sale, std::optional(sold.sale.id));
        QCOMPARE(lines[1].code, ledger::TransferCode::CashTopUp);
        QCOMPARE(lines[1].change, Money(1000));
        QVERIFY(!lines[1].sale);
    }

    void pagesJoinWithoutGapOrRepetition()
    {
        const auto bread = m_school->addProduct(u"Bread"_s, 11, 80);
        const auto pen = m_school->addProduct(u"Pen"_s, 11, 100);
        const auto other = m_school->addStudent(u"Ren"_s);
        m_school->topUp(m_student.id, 100'000);
        m_school->topUp(other.id, 100'000);
        // More transfers than one look into the journal fetches, those of two people mixed.
        constexpr int sales = 110;
        for (int i = 0; i < sales; ++i) {
            const auto basket = School::basketOf({{bread, 1}, {pen, 1 + i % 3}});
            must(checkout::commitSale(m_school->store(), m_school->sale(m_student.id, basket)));
            must(checkout::commitSale(m_school->store(), m_school->sale(other.id, basket)));
        }
        std::vector<accounts::AccountEntry> all;
        std::optional<std::int64_t> before;
        for (;;) {
            const auto page = must(accounts::entries(m_school->store(), m_student.id, before, 7));
            if (page.empty())
                break;
            before = page.back().sequence;
            all.insert(all.end(), page.begin(), page.end());
        }
        QCOMPARE(all.size(), std::size_t(sales + 1));
        Money expected = m_school->balance(m_student.id);
        for (const auto& line : all) {
            QCOMPARE(line.balanceAfter, expected);
            expected = expected.minus(line.change).value();
        }
        QCOMPARE(expected, Money(0));
    }

private:
    std::unique_ptr<School> m_school;
    people::Person m_student;
};

KOBAI_TEST(AccountsTest, QCoreApplication)
#include "AccountsTest.moc"
