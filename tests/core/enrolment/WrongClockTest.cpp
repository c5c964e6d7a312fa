// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Accounts.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceUse.h"
#include "store/FaceKeys.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

#include <chrono>

using namespace kobai;
using namespace kobai::test;
using namespace std::chrono_literals;
using consent::EventKind;

/// A machine whose clock is wrong: nothing is sold, recorded or destroyed by it before somebody has said that it is right.
class WrongClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
        must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1), m_school->clerk()));
        (void)m_school->topUp(m_student, 1000);
        m_right = toLocal(m_school->clock.now());
    }
    void cleanup() { m_school.reset(); }

    // [row 7] Opened once with the clock in January 2028, a store lost every template for good.
    void nothingIsDestroyedByAFutureClock()
    {
        startIn(QDateTime(QDate(2028, 1, 3), QTime(8, 0)));
        QVERIFY(m_school->store().clockQuestion()->doubt == ClockDoubt::Ahead);
        COMPARE_FAULT(enrolment::removeLapsed(m_school->store(), m_school->clerk()), FaultCode::ClockDoubtful);
        // Stopping is immediate: whose consent ran out by then is not looked at, nor is anybody while the day is not known.
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
        COMPARE_FAULT(enrolment::faceUse(m_school->store(), {}, std::nullopt), FaultCode::ClockDoubtful);
        QVERIFY(m_school->store().faceKeys().find(m_student) != nullptr);
        startIn(m_right.addSecs(60));
        QVERIFY(!m_school->store().clockQuestion());
        QCOMPARE(must(enrolment::removeLapsed(m_school->store(), m_school->clerk())), 0);
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 1);
    }

    void whatLapsedInAHolidayIsDestroyedOnceTheDateIsConfirmed()
    {
        startIn(QDateTime(QDate(2028, 1, 3), QTime(8, 0)));
        confirm();
        QCOMPARE(must(enrolment::removeLapsed(m_school->store(), m_school->clerk())), 1);
        QVERIFY(m_school->holdsNoFaces());
        QCOMPARE(m_school->audited(audit::Action::ClockConfirmed), 1);
        m_school->reopen();
        QVERIFY(!m_school->store().clockQuestion()); // asked once
    }

    void aRunningMachineThatJumpsADayIsAsked()
    {
        m_school->clock.setWrongly(m_right.addDays(2));
        QVERIFY(m_school->store().clockQuestion()->doubt == ClockDoubt::Ahead);
        COMPARE_FAULT(topUp(), FaultCode::ClockDoubtful);
    }

    void leadsThatAreSmallFromSaleToSaleAddUp()
    {
        // Each hour the clock gains six more: the lead of the fourth is the whole day, that of the fifth is more.
        QDateTime shown = m_right;
        for (int hour = 1; hour <= 5; ++hour) {
            m_school->clock.advance(1h);
            shown = shown.addSecs(7 * 3600);
            m_school->clock.setWrongly(shown);
            if (hour == 2)
                m_school->reopen();
            if (hour < 5)
                QVERIFY(topUp());
        }
        COMPARE_FAULT(topUp(), FaultCode::ClockDoubtful);
        QVERIFY(m_school->store().clockQuestion()->doubt == ClockDoubt::Ahead);
        // What is confirmed is the start of another day.
        confirm();
        m_school->clock.setWrongly(shown.addDays(1));
        QVERIFY(topUp());
    }

    void aSchoolThatIsOpenAllSummerIsNotAsked()
    {
        m_school->clock.set(m_right.addDays(60));
        QVERIFY(topUp());
        m_school->clock.set(m_right.addDays(63)); // a weekend, switched off
        m_school->clock.restartMachine();
        m_school->reopen();
        QVERIFY(topUp());
    }

    void correctionsOfFiveMinutesPassInSilence()
    {
        m_school->clock.setWrongly(m_right.addSecs(-300));
        QVERIFY(topUp());
        // They do not add up: the newest time stays on record.
        m_school->clock.setWrongly(m_right.addSecs(-301));
        COMPARE_FAULT(topUp(), FaultCode::ClockDoubtful);
    }

    // Each way to sell, to record and to destroy.
    void nothingIsWrittenByADoubtfulClock()
    {
        auto& store = m_school->store();
        const auto product = m_school->addProduct(u"Rice ball"_s, 150);
        const QString before = m_school->findings();
        m_school->clock.setWrongly(QDateTime(QDate(2036, 1, 1), QTime(8, 0)));
        const auto clerk = m_school->clerk();
        COMPARE_FAULT(topUp(), FaultCode::ClockDoubtful);
        COMPARE_FAULT(checkout::commitSale(store, m_school->sale(m_student, School::basketOf({{product, 1}}))),
                      FaultCode::ClockDoubtful);
        COMPARE_FAULT(checkout::setPin(store, m_student, u"2580"_s, clerk), FaultCode::ClockDoubtful);
        COMPARE_FAULT(checkout::checkPin(store, m_student, u"2580"_s, clerk), FaultCode::ClockDoubtful);
        COMPARE_FAULT(
            enrolment::recordConsent(store, School::consentEvent(m_student, EventKind::StudentRefused), clerk),
            FaultCode::ClockDoubtful);
        COMPARE_FAULT(enrolment::enrolFace(store, m_student, School::captures(2), clerk), FaultCode::ClockDoubtful);
        COMPARE_FAULT(enrolment::removeFace(store, m_student, clerk), FaultCode::ClockDoubtful);
        COMPARE_FAULT(checkout::saveProduct(store, product, clerk), FaultCode::ClockDoubtful);
        m_school->clock.setWrongly(m_right);
        QCOMPARE(m_school->findings(), before);
        QCOMPARE(m_school->balance(m_student), Money(1000));
        QCOMPARE(must(enrolment::personFile(store, m_student)).captures, 3);
    }

    // One sale in 2036 does not poison all that follow.
    void aWrongAnswerIsTakenBackByARightOne()
    {
        auto& store = m_school->store();
        m_school->clock.setWrongly(QDateTime(QDate(2036, 1, 1), QTime(8, 0)));
        confirm();
        QVERIFY(topUp());
        m_school->clock.setWrongly(m_right.addSecs(3600));
        QVERIFY(store.clockQuestion()->doubt == ClockDoubt::Behind);
        COMPARE_FAULT(topUp(), FaultCode::ClockDoubtful);
        confirm();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(topUp());
            m_school->clock.advance(24h);
        }
        QCOMPARE(m_school->audited(audit::Action::ClockConfirmed), 2);
    }

    void anAnswerIsAboutTheTimeThatWasShown()
    {
        auto& store = m_school->store();
        m_school->clock.setWrongly(m_right.addDays(30));
        const Instant shown = store.clockQuestion()->now;
        m_school->clock.setWrongly(m_right.addYears(10));
        COMPARE_FAULT(store.confirmClock(shown, m_school->clerk()), FaultCode::ClockDoubtful);
        QVERIFY(store.clockQuestion().has_value());
        m_school->clock.setWrongly(m_right);
        must(store.confirmClock(shown, m_school->clerk())); // nothing is doubtful any more
        QCOMPARE(m_school->audited(audit::Action::ClockConfirmed), 0);
    }

    // A consent recorded under a clock in 2029, which was held to be right, lasts no longer than one of the day on which that was found out.
    void aConsentOfAWrongYearDoesNotLastForYears()
    {
        const auto student = m_school->addStudent(u"Ren"_s);
        const auto mother = m_school->addGuardian(student.id);
        m_school->clock.setWrongly(QDateTime(QDate(2029, 5, 1), QTime(8, 0)));
        confirm();
        const auto wrong = m_school->consentFully(student.id, {mother.id});
        QCOMPARE(wrong.validUntil, QDate(2030, 3, 31));
        m_school->clock.setWrongly(m_right.addSecs(3600));
        confirm();
        const auto file = must(enrolment::personFile(m_school->store(), student.id));
        QCOMPARE(file.consent.validUntil, QDate(2027, 3, 31));
        QVERIFY(file.events.back().at <= m_school->clock.now());
        // What is recorded after it counts as later.
        QVERIFY(!m_school->consent(student.id, EventKind::Withdrawn, mother.id).allowed());
        QVERIFY(!m_school->consent(student.id, EventKind::StudentAgreed).allowed());
    }

    // A flat battery, the year 2000, "Yes, it is right", and the right answer a day later: nobody's consent is over, nor any pause.
    void aWrongAnswerAboutAClockThatIsBehindDestroysNothing_data()
    {
        QTest::addColumn<QDateTime>("wrong");
        QTest::newRow("years") << QDateTime(QDate(2000, 1, 1), QTime(8, 0));
        QTest::newRow("across the end of a school year") << QDateTime(QDate(2026, 3, 20), QTime(8, 0));
    }
    void aWrongAnswerAboutAClockThatIsBehindDestroysNothing()
    {
        QFETCH(QDateTime, wrong);
        auto& store = m_school->store();
        const auto until = must(enrolment::personFile(store, m_student)).consent.validUntil;
        const auto paused = m_school->addConsentingStudent(u"Aoi"_s);
        must(enrolment::enrolFace(store, paused.id, School::captures(3), m_school->clerk()));
        const auto ren = m_school->addStudent(u"Ren"_s);
        const auto mother = m_school->addGuardian(ren.id);
        m_school->clock.setWrongly(wrong);
        confirm();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QVERIFY(m_school->consentFully(ren.id, {mother.id}).allowed());
        must(enrolment::enrolFace(store, ren.id, School::captures(2), m_school->clerk()));
        m_school->set(store::setting::facesOn, u"0"_s);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0); // notes that all of them are paused
        m_school->clock.advance(24h);
        m_school->clock.setWrongly(m_right.addDays(1));
        confirm();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->set(store::setting::facesOn, u"1"_s);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QCOMPARE(must(enrolment::personFile(store, m_student)).consent.validUntil, until);
        QCOMPARE(must(enrolment::personFile(store, ren.id)).consent.validUntil, until);
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 3);
        QCOMPARE(m_school->findings(), QString());
    }

    // A pause noted under a clock in 2036 ends like any other.
    void aPauseOfAWrongYearEnds()
    {
        auto& store = m_school->store();
        m_school->set(store::setting::facesOn, u"0"_s);
        m_school->clock.setWrongly(m_right.addDays(200));
        confirm();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.setWrongly(m_right.addSecs(3600));
        confirm();
        m_school->clock.advance(24h * 89);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.advance(24h);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
    }

    // Found out on another machine: what hangs on the day is not asked, and nothing is called wrong for it.
    void verifyJudgesNobodyByADoubtfulClock()
    {
        startIn(QDateTime(QDate(2036, 1, 1), QTime(8, 0)));
        QCOMPARE(m_school->findings(), QString());
        confirm();
        QVERIFY(m_school->findings().contains(u"consent person"_s));
    }

    // A notice stamped 2029 made a consent of 2026 valid to 2030.
    void aNoticeOfAWrongYearDoesNotPushTheConsent()
    {
        const auto student = m_school->addStudent(u"Ren"_s);
        const auto mother = m_school->addGuardian(student.id);
        m_school->clock.setWrongly(QDateTime(QDate(2029, 5, 1), QTime(8, 0)));
        confirm();
        (void)m_school->consent(student.id, EventKind::NoticeSent, mother.id);
        m_school->clock.setWrongly(m_right.addSecs(3600));
        confirm();
        (void)m_school->consent(student.id, EventKind::StudentAgreed);
        const auto state = m_school->consent(student.id, EventKind::ConsentGiven, mother.id);
        QCOMPARE(state.validUntil, QDate(2027, 3, 31));
    }

    // [row 14] Five wrong PINs at a clock in 2036 locked the right one for nine years.
    void aLockNeverLastsLongerThanItsRule()
    {
        auto& store = m_school->store();
        must(checkout::setPin(store, m_student, u"2580"_s, m_school->clerk()));
        m_school->clock.setWrongly(QDateTime(QDate(2036, 1, 1), QTime(8, 0)));
        confirm();
        for (int i = 0; i < checkout::pinTriesBeforeLock; ++i)
            (void)checkout::checkPin(store, m_student, u"9999"_s, m_school->clerk());
        m_school->clock.setWrongly(m_right.addSecs(3600));
        confirm();
        const Status locked = checkout::checkPin(store, m_student, u"2580"_s, m_school->clerk());
        COMPARE_FAULT(locked, FaultCode::PinLocked);
        QCOMPARE(locked.error().detail, u"30"_s);
        m_school->clock.advance(30s);
        QVERIFY(checkout::checkPin(store, m_student, u"2580"_s, m_school->clerk()));
    }

private:
    /// The machine is switched off, and on again with its clock at @p time.
    void startIn(const QDateTime& time)
    {
        m_school->clock.setWrongly(time);
        m_school->clock.restartMachine();
        m_school->reopen();
    }
    void confirm()
    {
        const auto question = m_school->store().clockQuestion();
        QVERIFY(question.has_value());
        must(m_school->store().confirmClock(question->now, m_school->clerk()));
        QVERIFY(!m_school->store().clockQuestion());
    }
    [[nodiscard]] Status topUp()
    {
        const auto done = accounts::topUpCash(
            m_school->store(), {m_school->store().makeId<TransferId>(), m_student, Money(100), m_school->clerk()});
        return done ? Status() : fail(done.error());
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
    QDateTime m_right;
};

KOBAI_TEST(WrongClockTest, QCoreApplication)
#include "WrongClockTest.moc"
