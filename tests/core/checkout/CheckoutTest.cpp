// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Checkout.h"

#include "checkout/Assortment.h"
#include "checkout/SaleWork.h"
#include "enrolment/Enrolment.h"
#include "store/Verify.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using ledger::PaymentMethod;

class CheckoutTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent();
        m_riceBall = m_school->addProduct(u"Rice ball"_s, 129, 80);
        m_pen = m_school->addProduct(u"Pen"_s, 110, 100);
        m_school->topUp(m_student.id, 1000);
    }
    void cleanup() { m_school.reset(); }

    // [row 39] [row 41]
    void aSaleMovesMoneyReceiptAndAudit()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 3}, {m_pen, 1}}));
        const auto result = must(checkout::commitSale(m_school->store(), request));
        QVERIFY(!result.repeated);
        QCOMPARE(result.sale.total, Money(497));
        QCOMPARE(result.balanceBefore, Money(1000));
        QCOMPARE(result.balanceAfter, Money(503));
        QCOMPARE(result.sale.receipt, 2); // the top-up has 1
        QCOMPARE(m_school->balance(m_student.id), Money(503));
        QCOMPARE(m_school->audited(audit::Action::Sale), 1);

        const auto house = [&](ledger::AccountKind kind, int rate) {
            return must(m_school->store().read([&](store::Tx& tx) -> Result<Money> {
                KOBAI_ASSIGN(const AccountId account, tx.ledger().houseAccount(kind, rate));
                return tx.ledger().balance(account);
            }));
        };
        QCOMPARE(house(ledger::AccountKind::Sales, 80), Money(358));
        QCOMPARE(house(ledger::AccountKind::TaxPayable, 80), Money(29));
        QCOMPARE(house(ledger::AccountKind::Sales, 100), Money(100));
        QCOMPARE(house(ledger::AccountKind::TaxPayable, 100), Money(10));
        QCOMPARE(m_school->findings(), QString());
    }

    // [row 40]
    void payingTwiceGivesOneSale()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 1}}));
        const auto first = must(checkout::commitSale(m_school->store(), request));
        const auto other = m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}));
        must(checkout::commitSale(m_school->store(), other));
        m_school->reopen();
        m_school->clock.advance(std::chrono::minutes(5));
        const auto again = must(checkout::commitSale(m_school->store(), request));
        QVERIFY(again.repeated);
        QCOMPARE(again.sale.receipt, first.sale.receipt);
        QCOMPARE(again.sale.at, first.sale.at);
        QCOMPARE(again.balanceBefore, first.balanceBefore);
        QCOMPARE(again.balanceAfter, first.balanceAfter);
        QCOMPARE(m_school->balance(m_student.id), Money(1000 - 129 - 110));
        QCOMPARE(m_school->audited(audit::Action::Sale), 2);
        QCOMPARE(m_school->findings(), QString());
    }

    void aRetryIsAnsweredEvenWhenThePriceHasChangedSince()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 1}}));
        must(checkout::commitSale(m_school->store(), request));
        m_riceBall.price = Money(139);
        must(checkout::saveProduct(m_school->store(), m_riceBall, m_school->clerk()));
        QVERIFY(must(checkout::commitSale(m_school->store(), request)).repeated);
    }

    // [row 40]
    void theSameIdWithOtherContentIsRefused()
    {
        auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 1}}));
        must(checkout::commitSale(m_school->store(), request));
        const auto original = request;
        const auto refused = [&] {
            COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::IdempotencyConflict);
            request = original;
        };
        request.basket = School::basketOf({{m_riceBall, 2}});
        refused();
        request.basket = School::basketOf({{m_pen, 1}});
        refused();
        request.basket = School::basketOf({{m_riceBall, 1}, {m_pen, 1}});
        refused();
        request.person = m_school->addStudent(u"Ren"_s).id;
        refused();
        request.method = PaymentMethod::LookUp;
        refused();
        QCOMPARE(m_school->balance(m_student.id), Money(871));
    }

    void tooLittleMoneyLeavesNothingBehind()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 8}}));
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::BalanceTooLow);
        QCOMPARE(m_school->balance(m_student.id), Money(1000));
        QVERIFY(must(checkout::latestSales(m_school->store(), 5)).empty());
        QCOMPARE(m_school->audited(audit::Action::Sale), 0);
        QCOMPARE(m_school->findings(), QString()); // no receipt number is lost either
        const auto smaller = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 7}}));
        QCOMPARE(must(checkout::commitSale(m_school->store(), smaller)).sale.receipt, 2);
    }

    void theLastYenCanBeSpent()
    {
        const auto all = m_school->addProduct(u"Notebook"_s, 1000, 100);
        const auto request = m_school->sale(m_student.id, School::basketOf({{all, 1}}));
        QCOMPARE(must(checkout::commitSale(m_school->store(), request)).balanceAfter, Money(0));
        COMPARE_FAULT(
            checkout::commitSale(m_school->store(), m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}))),
            FaultCode::BalanceTooLow);
    }

    // [row 39] The power goes after the last write and before the commit.
    void killedMidSaleNothingIsHalfDone()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 1}}));
        QString left;
        must(m_school->store().write([&](store::Tx& tx) -> Status {
            KOBAI_TRY(checkout::postSale(tx, request, m_school->clock.now(), m_school->clock.today()));
            left = m_school->copyOfFiles();
            return {};
        }));
        QCOMPARE(m_school->balance(m_student.id), Money(871));
        m_school->clock.advance(std::chrono::seconds(1));
        auto after = must(m_school->open(left));
        QCOMPARE(must(checkout::customerCard(*after, m_student.id)).balance, Money(1000));
        QVERIFY(must(checkout::latestSales(*after, 5)).empty());
        QVERIFY(must(store::verify(*after)).ok());
        QCOMPARE(must(checkout::commitSale(*after, request)).balanceAfter, Money(871)); // the retry goes through once
    }

    void anEmptyBasketIsRefused()
    {
        COMPARE_FAULT(checkout::commitSale(m_school->store(), m_school->sale(m_student.id, {})),
                      FaultCode::BasketEmpty);
        auto request = m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}));
        request.id = SaleId();
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::Internal);
    }

    void thePriceOfTheCatalogueHolds()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_riceBall, 1}}));
        auto changed = m_riceBall;
        changed.price = Money(139);
        must(checkout::saveProduct(m_school->store(), changed, m_school->clerk()));
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::PriceChanged);
        changed.price = m_riceBall.price;
        changed.tax = {100};
        must(checkout::saveProduct(m_school->store(), changed, m_school->clerk()));
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::PriceChanged);
        changed.tax = m_riceBall.tax;
        changed.active = false;
        must(checkout::saveProduct(m_school->store(), changed, m_school->clerk()));
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::NotFound);
        QCOMPARE(m_school->balance(m_student.id), Money(1000));
    }

    // [row 4] A face that was recognised a moment before the withdrawal does not pay after it.
    void aFaceNeedsConsentAtTheMomentOfTheCharge()
    {
        const auto request = m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}), PaymentMethod::Face);
        (void)m_school->consent(m_student.id, consent::EventKind::Withdrawn);
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::ConsentMissing);
        // [row 14] the same person pays the same basket otherwise
        auto byPin = request;
        byPin.method = PaymentMethod::Pin;
        byPin.evidence.reset();
        QVERIFY(checkout::commitSale(m_school->store(), byPin));
    }

    // [row 67]
    void aFaceSaleKeepsItsEvidence()
    {
        auto request = m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}), PaymentMethod::Face);
        must(checkout::commitSale(m_school->store(), request));
        const auto sale = must(checkout::latestSales(m_school->store(), 1)).front();
        QVERIFY(sale.evidence);
        QCOMPARE(sale.evidence->score, 7.5F);
        QCOMPARE(sale.evidence->frames, 5);
        request.id = m_school->store().makeId<SaleId>();
        request.evidence.reset();
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::Internal);
    }

    // [row 67] A film has no one in front of it who could pay.
    void aFilmedFacePaysNothing()
    {
        auto request = m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}), PaymentMethod::Face);
        request.evidence->filmed = true;
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::CameraIsFilm);
        QVERIFY(must(checkout::latestSales(m_school->store(), 1)).empty());
    }

    void strangersAndLeaversDoNotPay()
    {
        auto request = m_school->sale(m_school->store().makeId<PersonId>(), School::basketOf({{m_pen, 1}}));
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::NotFound);
        COMPARE_FAULT(checkout::customerCard(m_school->store(), request.person), FaultCode::NotFound);
        m_student.leftOn = m_school->clock.today();
        must(enrolment::changePerson(m_school->store(), m_student, m_school->clerk()));
        request.person = m_student.id;
        COMPARE_FAULT(checkout::commitSale(m_school->store(), request), FaultCode::NotFound);
        COMPARE_FAULT(checkout::customerCard(m_school->store(), m_student.id), FaultCode::NotFound);
    }

    // [row 37]
    void theCardShowsWhoAndHowMuch()
    {
        auto card = must(checkout::customerCard(m_school->store(), m_student.id));
        QCOMPARE(card.person.name, m_student.name);
        QCOMPARE(card.balance, Money(1000));
        QVERIFY(!card.hasPin);
        QVERIFY(!card.faceAllowed); // consent, but no template
        must(checkout::setPin(m_school->store(), m_student.id, u"2580"_s, m_school->clerk()));
        must(enrolment::enrolFace(m_school->store(), m_student.id, School::captures(1), m_school->clerk()));
        card = must(checkout::customerCard(m_school->store(), m_student.id));
        QVERIFY(card.hasPin);
        QVERIFY(card.faceAllowed);
    }

    // [row 14]
    void aNumberIsOnePersonsAlone()
    {
        auto& store = m_school->store();
        people::Person draft = m_student;
        for (int i = 0; i < 40; ++i) {
            draft.id = PersonId();
            draft.number = u"12%1"_s.arg(i, 2, 10, QLatin1Char('0'));
            draft.name = u"Aaron %1"_s.arg(i); // before the one who is meant
            must(enrolment::addPerson(store, draft, m_school->clerk()));
        }
        draft.id = PersonId();
        draft.number = u"12"_s;
        draft.name = u"Zoe"_s;
        auto zoe = must(enrolment::addPerson(store, draft, m_school->clerk()));
        QCOMPARE(must(checkout::customerByNumber(store, u" 12 "_s)).id, zoe.id);
        QCOMPARE(must(checkout::customerByNumber(store, u"１２"_s)).id, zoe.id); // as a Japanese keyboard types it
        COMPARE_FAULT(checkout::customerByNumber(store, u"120"_s), FaultCode::NotFound);
        COMPARE_FAULT(checkout::customerByNumber(store, u"Zoe"_s), FaultCode::NotFound);
        zoe.leftOn = m_school->clock.today();
        must(enrolment::changePerson(store, zoe, m_school->clerk()));
        COMPARE_FAULT(checkout::customerByNumber(store, u"12"_s), FaultCode::NotFound);
    }

    void lookingUpFindsCurrentPeopleOnly()
    {
        const auto gone = m_school->addStudent(u"佐藤 蓮"_s);
        QCOMPARE(must(checkout::lookUp(m_school->store(), u"佐藤"_s, 10)).size(), std::size_t(2));
        auto leaver = gone;
        leaver.leftOn = m_school->clock.today();
        must(enrolment::changePerson(m_school->store(), leaver, m_school->clerk()));
        const auto found = must(checkout::lookUp(m_school->store(), u"佐藤"_s, 10));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().id, m_student.id);
        COMPARE_FAULT(checkout::lookUp(m_school->store(), QString(10'000, u'x'), 10), FaultCode::TextTooLong);
    }

    // [row 23] [row 64]
    void aFailedAttemptIsOnRecordWithoutAPerson()
    {
        must(checkout::recordFailedAttempt(m_school->store(), u"unknown"_s, m_school->clerk()));
        const auto record = must(m_school->store().read([](store::Tx& tx) { return tx.audit().latest(1); })).front();
        QCOMPARE(record.action, audit::Action::FaceAttempt);
        QCOMPARE(record.detail, u"unknown"_s);
        QCOMPARE(record.subject, QString());
    }

    void theLatestSalesComeFirst()
    {
        for (int i = 0; i < 4; ++i)
            must(checkout::commitSale(m_school->store(), m_school->sale(m_student.id, School::basketOf({{m_pen, 1}}))));
        const auto sales = must(checkout::latestSales(m_school->store(), 3));
        QCOMPARE(sales.size(), std::size_t(3));
        QCOMPARE(sales[0].receipt, 5);
        QCOMPARE(sales[2].receipt, 3);
    }

private:
    std::unique_ptr<School> m_school;
    people::Person m_student;
    catalogue::Product m_riceBall;
    catalogue::Product m_pen;
};

KOBAI_TEST(CheckoutTest, QCoreApplication)
#include "CheckoutTest.moc"
