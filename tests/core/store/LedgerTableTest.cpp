// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/TransferChain.h"
#include "support/TestProgram.h"

#include <limits>

using namespace kobai;
using namespace kobai::test;
using ledger::AccountKind;
using ledger::Transfer;

/// Posting to the journal [row 40] [row 41].
class LedgerTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyMovesFromOneAccountToTheOther()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        school.topUp(person, 3000);
        const ledger::Sale sale = school.sell(person, school.addProduct(u"Onigiri"_s, 120), 2);
        QCOMPARE(school.balanceOf(person), Money(2760));
        KOBAI_VERIFY_DONE(school.store().write([&](store::Tx& tx) -> Status {
            store::LedgerTable& ledger = tx.ledger();
            const auto balance = [&](AccountKind kind, int rate = -1) {
                return *ledger.balance(*ledger.houseAccount(kind, rate));
            };
            const bool right =
                balance(AccountKind::CashDrawer) == Money(3000) && balance(AccountKind::Sales, 80) == Money(222)
                && balance(AccountKind::TaxPayable, 80) == Money(18) && balance(AccountKind::Bank) == Money(0);
            return right ? Status{} : fail(FaultCode::Internal);
        }));
        QCOMPARE(sale.receipt, std::int64_t(2));
    }

    void accountsAreFoundAgain()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        school.run([&](store::Tx& tx) -> Status {
            const bool same = *tx.ledger().customerAccount(person) == *tx.ledger().customerAccount(person)
                              && *tx.ledger().houseAccount(AccountKind::Sales, 80)
                                     == *tx.ledger().houseAccount(AccountKind::Sales, 80)
                              && *tx.ledger().houseAccount(AccountKind::Sales, 80)
                                     != *tx.ledger().houseAccount(AccountKind::Sales, 100);
            return same ? Status{} : fail(FaultCode::Internal);
        });
        KOBAI_COMPARE_FAULT(
            school.store().write([](store::Tx& tx) { return tx.ledger().houseAccount(AccountKind::Customer); }),
            FaultCode::Internal);
        KOBAI_COMPARE_FAULT(
            school.store().write([](store::Tx& tx) { return tx.ledger().houseAccount(AccountKind::Sales); }),
            FaultCode::StoreConstraint);
    }

    void theSameTransferTwiceIsOne()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        std::optional<Transfer> first;
        school.run([&](store::Tx& tx) {
            first = school.topUpTransfer(tx, person, 500);
            return tx.ledger().post(*first);
        });
        school.clock.advance(std::chrono::minutes(1));
        first->at = school.clock.now(); // a retry is later
        school.run([&](store::Tx& tx) { return tx.ledger().post(*first); });
        QCOMPARE(school.balanceOf(person), Money(500));
        Transfer other = *first;
        other.amount = Money(501);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.ledger().post(other); }),
                            FaultCode::IdempotencyConflict);
        QCOMPARE(school.balanceOf(person), Money(500));
    }

    void whatCannotBePostedIsRefusedAndNothingMoves_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<int>("fault");
        QTest::newRow("zero") << qint64(0) << int(FaultCode::AmountZero);
        QTest::newRow("negative") << qint64(-1) << int(FaultCode::AmountNegative);
        QTest::newRow("overflow") << std::numeric_limits<qint64>::max() << int(FaultCode::Overflow);
    }
    void whatCannotBePostedIsRefusedAndNothingMoves()
    {
        QFETCH(const qint64, amount);
        QFETCH(const int, fault);
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        school.topUp(person, 1);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) {
            return tx.ledger().post(school.topUpTransfer(tx, person, amount));
        }),
                            FaultCode(fault));
        QCOMPARE(school.balanceOf(person), Money(1));
    }

    void theFloorHoldsToTheLastYen()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        const ProductId product = school.addProduct(u"Onigiri"_s, 120);
        school.topUp(person, 359);
        (void)school.sell(person, product, 2);
        KOBAI_COMPARE_FAULT(school.trySell(person, product), FaultCode::BalanceTooLow);
        QCOMPARE(school.balanceOf(person), Money(119));
        school.topUp(person, 1);
        (void)school.sell(person, product);
        QCOMPARE(school.balanceOf(person), Money(0));
    }

    void closedAndMissingAccounts()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        school.topUp(person, 100);
        QVERIFY(!school.rawRefusal("UPDATE account SET closed = 1 WHERE kind = 1"));
        school.reopen();
        KOBAI_COMPARE_FAULT(
            school.store().write([&](store::Tx& tx) { return tx.ledger().post(school.topUpTransfer(tx, person, 1)); }),
            FaultCode::AccountClosed);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) {
            Transfer transfer = school.topUpTransfer(tx, person, 1);
            transfer.credit = AccountId{9999};
            return tx.ledger().post(transfer);
        }),
                            FaultCode::NotFound);
        KOBAI_COMPARE_FAULT(school.store().read([](store::Tx& tx) { return tx.ledger().balance(AccountId{9999}); }),
                            FaultCode::NotFound);
    }

    /// A fault after the posting takes the posting, its receipt number and the balances back.
    void aRefusedUnitOfWorkLeavesNoTrace()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) -> Status {
            Transfer transfer = school.topUpTransfer(tx, person, 100);
            KOBAI_ASSIGN(transfer.receipt, tx.ledger().nextReceipt());
            KOBAI_TRY(tx.ledger().post(transfer));
            return fail(FaultCode::Cancelled);
        }),
                            FaultCode::Cancelled);
        QCOMPARE(school.balanceOf(person), Money(0));
        const auto next = school.store().write([](store::Tx& tx) { return tx.ledger().nextReceipt(); });
        QCOMPARE(*next, std::int64_t(1));
    }

    void statementsGoBackwardsPageByPage()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        const PersonId other = school.addPerson().id;
        for (int i = 1; i <= 20; ++i) {
            school.topUp(person, i);
            school.topUp(other, 1000);
        }
        const ProductId product = school.addProduct(u"Eraser"_s, 10);
        (void)school.sell(person, product); // 9 net, 1 tax
        std::vector<ledger::Entry> all;
        std::optional<std::int64_t> before;
        for (;;) {
            const auto page = school.store().read([&](store::Tx& tx) -> Result<std::vector<ledger::Entry>> {
                KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
                return tx.ledger().entries(account, before, 7);
            });
            KOBAI_VERIFY_DONE(page);
            all.insert(all.end(), page->begin(), page->end());
            if (page->size() < 7)
                break;
            before = page->back().sequence;
        }
        QCOMPARE(all.size(), std::size_t(22));
        QCOMPARE(all[0].change, Money(-1));
        QCOMPARE(all[1].change, Money(-9));
        QCOMPARE(all[0].balanceAfter, Money(200));
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            QVERIFY(all[i].sequence > all[i + 1].sequence);
            QCOMPARE(all[i].balanceAfter.minor() - all[i].change.minor(), all[i + 1].balanceAfter.minor());
        }
        QCOMPARE(all.back().change, Money(1));
    }

    /// No field of a transfer can change without its hash.
    void theChainCoversEveryField()
    {
        const store::JournalRow row{7,
                                    {TransferId({1}), AccountId{1}, AccountId{2}, Money(5),
                                     ledger::TransferCode::SaleNet, SaleId({2}), 3, fromUnixMs(4), OperatorId{1}},
                                    Money(6),
                                    Money(7)};
        const QByteArray hash = store::transferHash("p", row);
        QCOMPARE(hash.size(), qsizetype(32));
        QVERIFY(hash != store::transferHash("q", row));
        const auto differs = [&](auto change) {
            store::JournalRow other = row;
            change(other);
            return store::transferHash("p", other) != hash;
        };
        QVERIFY(differs([](auto& r) { r.sequence = 8; }));
        QVERIFY(differs([](auto& r) { r.transfer.id = TransferId({9}); }));
        QVERIFY(differs([](auto& r) { r.transfer.debit = AccountId{9}; }));
        QVERIFY(differs([](auto& r) { r.transfer.credit = AccountId{9}; }));
        QVERIFY(differs([](auto& r) { r.transfer.amount = Money(9); }));
        QVERIFY(differs([](auto& r) { r.transfer.code = ledger::TransferCode::SaleTax; }));
        QVERIFY(differs([](auto& r) { r.transfer.sale = SaleId({9}); }));
        QVERIFY(differs([](auto& r) { r.transfer.receipt = 9; }));
        QVERIFY(differs([](auto& r) { r.transfer.at = fromUnixMs(9); }));
        QVERIFY(differs([](auto& r) { r.transfer.by = OperatorId{9}; }));
        QVERIFY(differs([](auto& r) { r.debitAfter = Money(9); }));
        QVERIFY(differs([](auto& r) { r.creditAfter = Money(9); }));
        QVERIFY(differs([](auto& r) { std::swap(r.debitAfter, r.creditAfter); }));
    }
};

KOBAI_TEST(LedgerTableTest, QCoreApplication)
#include "LedgerTableTest.moc"
