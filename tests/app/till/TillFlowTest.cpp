// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillFlow.h"

#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;
using face::Verdict;
using ledger::PaymentMethod;
using Step = TillFlow::Step;
using Refusal = TillFlow::Refusal;

class TillFlowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_flow = std::make_unique<TillFlow>();
        m_verdicts.clear();
        connect(m_flow.get(), &TillFlow::attemptFailed, this,
                [this](const QString& verdict) { m_verdicts.append(verdict); });
        m_basket.clear();
        QVERIFY(m_basket.add(product(480)).has_value());
    }
    void cleanup() { m_flow.reset(); }

    // [row 37]
    void aFaceLeadsToTheCardAndOnlyTheClerkCharges()
    {
        open(PaymentMethod::Face);
        QCOMPARE(m_flow->step(), Step::Looking);
        see(Verdict::Identified);
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(1000));
        QCOMPARE(m_flow->step(), Step::Confirm);
        QCOMPARE(m_flow->balanceAfter().value(), Money(520));
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request);
        QCOMPARE(request->id, sale(1));
        QCOMPARE(request->person, m_person);
        QVERIFY(request->method == PaymentMethod::Face);
        QVERIFY(request->evidence && qFuzzyCompare(request->evidence->score, 7.5F));
        QSignalSpy sold(m_flow.get(), &TillFlow::sold);
        m_flow->charged(result(1000, 520));
        QCOMPARE(m_flow->step(), Step::Done);
        QCOMPARE(sold.size(), 1);
        QCOMPARE(m_flow->balanceAfter().value(), Money(520));
        m_flow->close();
        QCOMPARE(m_verdicts, QStringList{});
    }

    // [row 40]
    void aSecondPressSubmitsNothing()
    {
        reachConfirm();
        QVERIFY(m_flow->confirm(m_basket, {1}));
        QVERIFY(!m_flow->confirm(m_basket, {1}));
        m_flow->charged(result(1000, 520));
        QVERIFY(!m_flow->confirm(m_basket, {1}));
    }

    // [row 40]
    void aRetryAndAReopenedPaymentKeepTheSaleId()
    {
        reachConfirm();
        QCOMPARE(m_flow->confirm(m_basket, {1})->id, sale(1));
        m_flow->chargeFailed({FaultCode::StoreIo, {}});
        QCOMPARE(m_flow->step(), Step::Confirm);
        QCOMPARE(int(m_flow->fault()->code), int(FaultCode::StoreIo));
        QCOMPARE(m_flow->confirm(m_basket, {1})->id, sale(1));
        m_flow->chargeFailed({FaultCode::StoreIo, {}});
        m_flow->close();
        reachConfirm(2); // the page offers a fresh id; the basket's own stays
        QCOMPARE(m_flow->confirm(m_basket, {1})->id, sale(1));
        m_flow->charged(result(1000, 520));
        m_flow->close();
        reachConfirm(3);
        QCOMPARE(m_flow->confirm(m_basket, {1})->id, sale(3));
    }

    void anEmptiedBasketForgetsTheSaleIdAndClosesThePayment()
    {
        open(PaymentMethod::LookUp, 1);
        m_flow->setTotal(Money());
        QVERIFY(!m_flow->isOpen());
        reachConfirm(2);
        QCOMPARE(m_flow->confirm(m_basket, {1})->id, sale(2));
    }

    // [row 25]
    void everyVerdictIsRefusedApartAndRecorded_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("refusal");
        QTest::addColumn<QString>("record");
        QTest::newRow("unknown") << int(Verdict::Unknown) << int(Refusal::Unknown) << u"unknown"_s;
        QTest::newRow("ambiguous") << int(Verdict::Ambiguous) << int(Refusal::Ambiguous) << u"ambiguous"_s;
        QTest::newRow("disagreement") << int(Verdict::Disagreement) << int(Refusal::Disagreement) << u"disagreement"_s;
        QTest::newRow("other person") << int(Verdict::OtherPerson) << int(Refusal::OtherPerson) << u"other-person"_s;
        QTest::newRow("spoof") << int(Verdict::Spoof) << int(Refusal::Spoof) << u"spoof"_s;
        QTest::newRow("challenge failed")
            << int(Verdict::ChallengeFailed) << int(Refusal::ChallengeFailed) << u"challenge-failed"_s;
        QTest::newRow("timed out") << int(Verdict::TimedOut) << int(Refusal::TimedOut) << u"timed-out"_s;
    }
    void everyVerdictIsRefusedApartAndRecorded()
    {
        QFETCH(int, verdict);
        QFETCH(int, refusal);
        QFETCH(QString, record);
        open(PaymentMethod::Face);
        see(Verdict(verdict), face::Guidance::TooDark);
        QCOMPARE(m_flow->step(), Step::Refused);
        QCOMPARE(int(m_flow->refusal()), refusal);
        QCOMPARE(m_verdicts, QStringList{record});
        QVERIFY(!m_flow->card()); // nobody is shown, not even the best of an ambiguous pair
        QVERIFY(m_flow->person().isNull());
        QVERIFY(!m_flow->confirm(m_basket, {1}));
        QVERIFY(m_flow->lastGuidance() == face::Guidance::TooDark);
    }

    void afterThreeLooksOnlyPinAndLookUpRemain()
    {
        for (int left = face::looksPerPayment - 1; left >= 0; --left) {
            open(PaymentMethod::Face);
            QCOMPARE(m_flow->step(), Step::Looking);
            m_flow->lookBegun(left);
            see(Verdict::Unknown);
            m_flow->close();           // closing does not give new tries
            m_flow->setTotal(Money()); // nor does another basket
            QCOMPARE(m_flow->looksLeft(), left);
        }
        open(PaymentMethod::Face);
        m_flow->looksSpent({FaultCode::LooksSpent, u"90"_s});
        QCOMPARE(m_flow->step(), Step::Number);
        QVERIFY(m_flow->method() == PaymentMethod::Pin);
        QCOMPARE(int(m_flow->fault()->code), int(FaultCode::LooksSpent));
        open(PaymentMethod::LookUp);
        QCOMPARE(m_flow->step(), Step::LookUp);
        m_flow->personPicked(m_person);
        m_flow->cardRead(card(1000));
        QVERIFY(m_flow->confirm(m_basket, {1}));
        m_flow->charged(result(1000, 520));
        QCOMPARE(m_flow->looksLeft(), face::looksPerPayment);
    }

    void aBrokenCameraIsNoAttempt()
    {
        open(PaymentMethod::Face);
        m_flow->lookBegun(2);
        m_flow->lookTakenBack();
        m_flow->cameraFailed({FaultCode::CameraAbsent, {}});
        QCOMPARE(m_flow->step(), Step::Refused);
        QCOMPARE(int(m_flow->fault()->code), int(FaultCode::CameraAbsent));
        QCOMPARE(m_flow->looksLeft(), face::looksPerPayment);
        QCOMPARE(m_verdicts, QStringList{});
    }

    void aRecognisedFaceThatIsNotChargedIsRecorded()
    {
        open(PaymentMethod::Face);
        see(Verdict::Identified);
        m_flow->cardRead(card(1000));
        m_flow->close();
        QCOMPARE(m_verdicts, QStringList{u"cancelled"_s});
        open(PaymentMethod::Face);
        see(Verdict::Identified);
        m_flow->cardRead(card(1000));
        open(PaymentMethod::LookUp);
        QCOMPARE(m_verdicts.last(), u"other-way"_s);
    }

    void withoutConsentTheFaceNamesNobody()
    {
        open(PaymentMethod::Face);
        see(Verdict::Identified);
        checkout::CustomerCard off = card(1000);
        off.faceAllowed = false;
        m_flow->cardRead(off);
        QCOMPARE(m_flow->step(), Step::Refused);
        QVERIFY(m_flow->refusal() == Refusal::ConsentOff);
        QVERIFY(!m_flow->card());
        open(PaymentMethod::LookUp); // the other ways do not ask for it
        m_flow->personPicked(m_person);
        m_flow->cardRead(off);
        QCOMPARE(m_flow->step(), Step::Confirm);
    }

    void aLowBalanceIsSaidAndWeighedAgainWhenTheBasketChanges()
    {
        open(PaymentMethod::LookUp);
        m_flow->personPicked(m_person);
        m_flow->cardRead(card(300));
        QVERIFY(m_flow->refusal() == Refusal::LowBalance);
        QCOMPARE(m_flow->missing(), Money(180));
        m_flow->setTotal(Money(300));
        QCOMPARE(m_flow->step(), Step::Confirm);
        m_flow->setTotal(Money(301));
        QCOMPARE(m_flow->step(), Step::Refused);
    }

    void moneySpentMeanwhileReadsTheCardAgain()
    {
        reachConfirm();
        QVERIFY(m_flow->confirm(m_basket, {1}));
        m_flow->chargeFailed({FaultCode::BalanceTooLow, {}});
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(100));
        QVERIFY(m_flow->refusal() == Refusal::LowBalance);
    }

    void thePinIsAskedAfterTheNumberAndAWrongOneAgain()
    {
        open(PaymentMethod::Pin);
        QCOMPARE(m_flow->step(), Step::Number);
        m_flow->numberEntered();
        m_flow->numberFailed({FaultCode::NotFound, {}});
        QCOMPARE(m_flow->step(), Step::Number);
        m_flow->numberEntered();
        m_flow->numberFound(card(1000).person);
        QCOMPARE(m_flow->step(), Step::Pin);
        QVERIFY(!m_flow->card()); // not proven yet
        m_flow->pinEntered();
        m_flow->pinFailed({FaultCode::PinWrong, u"4"_s});
        QCOMPARE(m_flow->step(), Step::Pin);
        m_flow->pinEntered();
        m_flow->pinAccepted();
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(1000));
        QCOMPARE(m_flow->step(), Step::Confirm);
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request->method == PaymentMethod::Pin);
        QVERIFY(!request->evidence);
    }

    void aLockedOrMissingPinLeadsToTheOtherWays()
    {
        for (const FaultCode code : {FaultCode::PinLocked, FaultCode::PinNotSet}) {
            open(PaymentMethod::Pin);
            m_flow->numberEntered();
            m_flow->numberFound(card(1000).person);
            m_flow->pinEntered();
            m_flow->pinFailed({code, {}});
            QCOMPARE(m_flow->step(), Step::Refused);
            QVERIFY(m_flow->refusal() == Refusal::Fault);
        }
    }

    void lateResultsChangeNothing()
    {
        reachConfirm();
        const quint64 turn = m_flow->turn();
        m_flow->close();
        QVERIFY(m_flow->turn() != turn);
        see(Verdict::Identified);
        m_flow->cardRead(card(1000));
        m_flow->pinAccepted();
        m_flow->numberFound(card(1000).person);
        m_flow->charged(result(1000, 520));
        m_flow->chargeFailed({FaultCode::StoreIo, {}});
        QCOMPARE(m_flow->step(), Step::Closed);
        QVERIFY(!m_flow->card());
    }

    void aCardOfAnotherPersonIsNotTaken()
    {
        open(PaymentMethod::LookUp);
        m_flow->personPicked(m_person);
        checkout::CustomerCard other = card(1000);
        other.person.id = PersonId({9});
        m_flow->cardRead(other);
        QCOMPARE(m_flow->step(), Step::Loading);
    }

    void nothingDisturbsACharge()
    {
        reachConfirm();
        QVERIFY(m_flow->confirm(m_basket, {1}));
        m_flow->close();
        m_flow->setTotal(Money(9999));
        open(PaymentMethod::Face, 5);
        QCOMPARE(m_flow->step(), Step::Charging);
        QCOMPARE(m_flow->total(), Money(480));
        m_flow->charged(result(1000, 520));
        QCOMPARE(m_flow->step(), Step::Done);
    }

    void backGoesOneStep()
    {
        QVERIFY(!m_flow->back());
        open(PaymentMethod::Pin);
        m_flow->numberEntered();
        m_flow->numberFound(card(1000).person);
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Number);
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Closed);
    }

    void anEmptyBasketIsNotPaid()
    {
        m_flow->open(PaymentMethod::Face, sale(1), Money());
        QVERIFY(!m_flow->isOpen());
    }

private:
    static SaleId sale(std::uint8_t number) { return SaleId({number}); }
    static catalogue::Product product(std::int64_t price)
    {
        catalogue::Product made;
        made.id = {1};
        made.name = u"Rice ball"_s;
        made.price = Money(price);
        return made;
    }
    checkout::CustomerCard card(std::int64_t balance) const
    {
        checkout::CustomerCard made;
        made.person.id = m_person;
        made.person.name = u"Sato Haruka"_s;
        made.balance = Money(balance);
        made.faceAllowed = true;
        return made;
    }
    static checkout::SaleResult result(std::int64_t before, std::int64_t after)
    {
        checkout::SaleResult made;
        made.balanceBefore = Money(before);
        made.balanceAfter = Money(after);
        return made;
    }
    void open(PaymentMethod method, std::uint8_t fresh = 1) { m_flow->open(method, sale(fresh), m_basket.total()); }
    void see(Verdict verdict, face::Guidance guidance = face::Guidance::Good)
    {
        face::Identification seen;
        seen.verdict = verdict;
        seen.person = m_person;
        seen.score = 7.5F;
        seen.lastGuidance = guidance;
        m_flow->identified(seen);
    }
    void reachConfirm(std::uint8_t fresh = 1)
    {
        open(PaymentMethod::LookUp, fresh);
        m_flow->personPicked(m_person);
        m_flow->cardRead(card(1000));
        QCOMPARE(m_flow->step(), Step::Confirm);
    }

    std::unique_ptr<TillFlow> m_flow;
    checkout::Basket m_basket;
    QStringList m_verdicts;
    PersonId m_person{PersonId::Bytes{7}};
};

KOBAI_TEST(TillFlowTest, QCoreApplication)
#include "TillFlowTest.moc"
