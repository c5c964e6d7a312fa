// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillFlow.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;
using checkout::FaceConfirmation;
using enrolment::FaceUse;
using face::Verdict;
using ledger::PaymentMethod;
using Step = TillFlow::Step;
using Refusal = TillFlow::Refusal;

namespace {

people::Person person(std::uint8_t id, const QString& name, const QString& number)
{
    people::Person made;
    made.id = PersonId({id});
    made.name = name;
    made.number = number;
    return made;
}

} // namespace

/// Payments by face that need more than the face: look-alikes, and the number before the face.
class TillFlowFaceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_flow = std::make_unique<TillFlow>();
        m_verdicts.clear();
        connect(m_flow.get(), &TillFlow::attemptFailed, this,
                [this](const QString& verdict) { m_verdicts.append(verdict); });
        catalogue::Product rice;
        rice.id = {1};
        rice.price = Money(480);
        m_basket.clear();
        QVERIFY(m_basket.add(rice).has_value());
    }
    void cleanup() { m_flow.reset(); }

    // [row 21]
    void aTwinIsNeverChargedOnTheFaceAlone()
    {
        reachChoice();
        QVERIFY(!m_flow->card() && m_flow->person().isNull()); // nobody is put forward
        QCOMPARE(m_flow->choices().size(), std::size_t(2));
        QCOMPARE(m_flow->choices()[0].number, m_yui.number); // by number, whoever was recognised
        QVERIFY(!m_flow->confirm(m_basket, {1}));
        m_flow->chosen(PersonId({99})); // not one of the two
        QCOMPARE(m_flow->step(), Step::Choose);
        m_flow->chosen(m_mei.id);
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(m_mei, {m_yui}));
        QCOMPARE(m_flow->step(), Step::Confirm); // asked once
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request && request->confirmation == FaceConfirmation::ClerkChoice);
        QVERIFY(request->method == PaymentMethod::Face && request->evidence);
        QCOMPARE(request->person, m_mei.id);
    }

    // [row 21]
    void theOtherTwinMayBeChosen()
    {
        reachChoice();
        m_flow->chosen(m_yui.id);
        m_flow->cardRead(card(m_yui, {m_mei}));
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request);
        QCOMPARE(request->person, m_yui.id);
    }

    // [row 21]
    void thePinSettlesWhoItIs()
    {
        reachChoice();
        m_flow->choicePinAsked(m_yui.id);
        QCOMPARE(m_flow->step(), Step::Pin);
        QCOMPARE(m_flow->person(), m_yui.id);
        m_flow->pinEntered();
        m_flow->pinFailed({FaultCode::PinWrong, u"4"_s});
        QCOMPARE(m_flow->step(), Step::Pin);
        m_flow->pinEntered();
        m_flow->pinAccepted();
        m_flow->cardRead(card(m_yui, {m_mei}));
        QCOMPARE(m_flow->step(), Step::Confirm);
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request && request->confirmation == FaceConfirmation::Pin && request->evidence);
    }

    void backFromThePinIsTheChoiceAgain()
    {
        reachChoice();
        m_flow->choicePinAsked(m_yui.id);
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Choose);
        m_flow->choicePinAsked(m_mei.id);
        m_flow->pinEntered();
        m_flow->pinFailed({FaultCode::PinNotSet, {}});
        QCOMPARE(m_flow->step(), Step::Choose); // the clerk can still choose
        QVERIFY(m_flow->fault());
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Closed);
        QCOMPARE(m_verdicts, QStringList{u"cancelled"_s});
        QVERIFY(m_flow->choices().empty());
    }

    // A face between two persons: the clerk chooses where they are a registered pair, and nowhere else.
    // [row 21] [row 23]
    void anAmbiguousPairIsChosenFromOnlyWhenRegistered()
    {
        open();
        see(Verdict::Ambiguous, m_mei.id, m_yui.id);
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(m_mei, {m_yui}));
        QCOMPARE(m_flow->step(), Step::Choose);
        QCOMPARE(m_verdicts, QStringList{});

        for (const auto& others : {std::vector<people::Person>{}, std::vector<people::Person>{m_ken}}) {
            open();
            see(Verdict::Ambiguous, m_mei.id, m_yui.id);
            m_flow->cardRead(card(m_mei, others)); // alike to somebody, but not to the runner-up
            QCOMPARE(m_flow->step(), Step::Refused);
            QCOMPARE(m_flow->refusal(), Refusal::Ambiguous);
            QVERIFY(!m_flow->card() && m_flow->person().isNull() && m_flow->choices().empty());
            QCOMPARE(m_verdicts.last(), u"ambiguous"_s);
        }
    }

    void aPairRegisteredMeanwhileAsksAfterAll()
    {
        open();
        see(Verdict::Identified, m_mei.id);
        m_flow->cardRead(card(m_mei, {}));
        QVERIFY(m_flow->confirm(m_basket, {1}));
        m_flow->chargeFailed({FaultCode::LookAlikeUnsettled, {}});
        QCOMPARE(m_flow->step(), Step::Loading);
        m_flow->cardRead(card(m_mei, {m_yui}));
        QCOMPARE(m_flow->step(), Step::Choose);
    }

    void aChosenTwinWithoutConsentIsRefusedTheFace()
    {
        reachChoice();
        m_flow->chosen(m_yui.id);
        checkout::CustomerCard off = card(m_yui, {m_mei});
        off.faceAllowed = false;
        m_flow->cardRead(off);
        QCOMPARE(m_flow->refusal(), Refusal::ConsentOff);
        QVERIFY(m_flow->choices().empty() && !m_flow->card());
    }

    void pinAndLookUpNeedNoChoice()
    {
        m_flow->open(PaymentMethod::LookUp, SaleId({1}), m_basket.total());
        m_flow->personPicked(m_mei.id);
        m_flow->cardRead(card(m_mei, {m_yui}));
        QCOMPARE(m_flow->step(), Step::Confirm);
        QVERIFY(m_flow->confirm(m_basket, {1})->confirmation == FaceConfirmation::None);
    }

    // [row 28]
    void theNumberComesFirstAndTheFaceConfirmsIt()
    {
        reachClaimed();
        QCOMPARE(m_flow->claimed()->id, m_mei.id);
        QVERIFY(!m_flow->card());
        see(Verdict::Identified, m_mei.id);
        m_flow->cardRead(card(m_mei, {}));
        QCOMPARE(m_flow->step(), Step::Confirm);
        const auto request = m_flow->confirm(m_basket, {1});
        QVERIFY(request && request->method == PaymentMethod::Face && request->evidence);
    }

    // [row 28]
    void aVerdictAboutSomebodyElseChargesNobody()
    {
        reachClaimed();
        see(Verdict::Identified, m_yui.id); // whatever the camera's thread says
        QCOMPARE(m_flow->refusal(), Refusal::OtherPerson);
        QCOMPARE(m_verdicts, QStringList{u"other-person"_s});
        open();
        QCOMPARE(m_flow->step(), Step::Number); // perhaps the number was mistyped
    }

    void aRefusedFaceDoesNotAskForTheNumberAgain()
    {
        reachClaimed();
        see(Verdict::TimedOut, m_mei.id);
        open();
        QCOMPARE(m_flow->step(), Step::Looking);
        QCOMPARE(m_flow->claimed()->id, m_mei.id);
        see(Verdict::NotEnrolled, m_mei.id);
        m_flow->open(PaymentMethod::Pin, SaleId({1}), m_basket.total());
        QCOMPARE(m_flow->step(), Step::Pin); // straight to the PIN of that number
        QCOMPARE(m_flow->person(), m_mei.id);
    }

    void theThirdRefusedFaceLeadsToThePinOfThatNumber()
    {
        reachClaimed();
        for (int left = face::looksPerPayment - 1; left >= 0; --left) {
            QCOMPARE(m_flow->step(), Step::Looking);
            m_flow->lookBegun(left);
            see(Verdict::Spoof, m_mei.id);
            open();
        }
        m_flow->looksSpent({FaultCode::LooksSpent, u"90"_s});
        QVERIFY(m_flow->method() == PaymentMethod::Pin);
        QCOMPARE(m_flow->step(), Step::Pin);
    }

    // [row 9]
    void aBarredFaceIsRefusedWithoutALook_data()
    {
        QTest::addColumn<FaceUse>("use");
        QTest::newRow("off") << FaceUse::FacesOff;
        QTest::newRow("networks") << FaceUse::ModelUnread;
        QTest::newRow("nobody") << FaceUse::NobodyEnrolled;
        QTest::newRow("damaged") << FaceUse::NoneOpens;
        QTest::newRow("not known") << FaceUse::Unknown;
    }
    void aBarredFaceIsRefusedWithoutALook()
    {
        QFETCH(FaceUse, use);
        for (const NumberFirst first : {NumberFirst::No, NumberFirst::SchoolWantsIt}) {
            m_flow->setNumberFirst(first);
            m_flow->setFaceUse(use);
            open();
            QCOMPARE(m_flow->step(), Step::Refused);
            QCOMPARE(m_flow->refusal(), Refusal::FaceBarred);
            QCOMPARE(m_flow->barredBy(), use);
            m_flow->setFaceUse(FaceUse::Allowed); // what was said stays said
            QCOMPARE(m_flow->barredBy(), use);
            m_flow->close();
        }
        QVERIFY(m_verdicts.isEmpty()); // nobody was looked at
    }

    void aClaimedFaceThatIsBarredLeadsToThePinOfThatNumber()
    {
        for (const FaceUse use : {FaceUse::ConsentMissing, FaceUse::NotEnrolled, FaceUse::FacesOff}) {
            m_flow->setNumberFirst(NumberFirst::SchoolWantsIt);
            open();
            m_flow->numberEntered();
            m_flow->numberFound(m_mei);
            m_flow->faceBarred(use);
            QCOMPARE(m_flow->step(), Step::Refused);
            m_flow->open(PaymentMethod::Pin, SaleId({1}), m_basket.total());
            QCOMPARE(m_flow->step(), Step::Pin);
            QCOMPARE(m_flow->person(), m_mei.id);
            m_flow->close();
        }
    }

    void aLookEndsWhenFacesAreSwitchedOff()
    {
        open();
        m_flow->setFaceUse(FaceUse::FacesOff);
        QCOMPARE(m_flow->refusal(), Refusal::FaceBarred);
        see(Verdict::Identified, m_mei.id);
        QCOMPARE(m_flow->step(), Step::Refused);
        QVERIFY(m_verdicts.isEmpty());
    }

    void backFromTheClaimedFaceIsTheNumber()
    {
        reachClaimed();
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Number);
        QVERIFY(!m_flow->claimed());
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Closed);
    }

    void anotherPaymentAsksForItsOwnNumber()
    {
        reachClaimed();
        m_flow->close();
        open();
        QCOMPARE(m_flow->step(), Step::Number);
        QVERIFY(!m_flow->claimed());
    }

private:
    static checkout::CustomerCard card(const people::Person& of, const std::vector<people::Person>& lookAlikes)
    {
        checkout::CustomerCard made;
        made.person = of;
        made.balance = Money(1000);
        made.faceAllowed = true;
        made.lookAlikes = lookAlikes;
        return made;
    }
    void open() { m_flow->open(PaymentMethod::Face, SaleId({1}), m_basket.total()); }
    void see(Verdict verdict, PersonId who, PersonId runnerUp = {})
    {
        face::Identification seen;
        seen.verdict = verdict;
        seen.person = who;
        seen.runnerUp = runnerUp;
        seen.score = 7.5F;
        m_flow->identified(seen);
    }
    void reachChoice()
    {
        open();
        see(Verdict::Identified, m_mei.id);
        m_flow->cardRead(card(m_mei, {m_yui}));
        QCOMPARE(m_flow->step(), Step::Choose);
    }
    void reachClaimed()
    {
        m_flow->setNumberFirst(NumberFirst::SchoolWantsIt);
        open();
        QCOMPARE(m_flow->step(), Step::Number);
        m_flow->numberEntered();
        m_flow->numberFound(m_mei);
        QCOMPARE(m_flow->step(), Step::Looking);
    }

    std::unique_ptr<TillFlow> m_flow;
    checkout::Basket m_basket;
    QStringList m_verdicts;
    people::Person m_mei = person(7, u"Sato Mei"_s, u"2026015"_s);
    people::Person m_yui = person(8, u"Sato Yui"_s, u"2026014"_s);
    people::Person m_ken = person(9, u"Mori Ken"_s, u"2026001"_s);
};

KOBAI_TEST(TillFlowFaceTest, QCoreApplication)
#include "TillFlowFaceTest.moc"
