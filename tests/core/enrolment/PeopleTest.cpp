// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Enrolment.h"

#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using consent::EventKind;

class PeopleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_school = std::make_unique<School>(); }
    void cleanup() { m_school.reset(); }

    void aPersonIsAddedWithAnAccount()
    {
        const auto student = m_school->addStudent(u"  佐藤  芽依 "_s);
        QVERIFY(!student.id.isNull());
        QCOMPARE(student.name, u"佐藤 芽依"_s);
        QCOMPARE(m_school->balance(student.id), Money(0));
        QCOMPARE(m_school->audited(audit::Action::PersonAdded), 1);
        auto twin = student;
        twin.id = PersonId();
        COMPARE_FAULT(enrolment::addPerson(m_school->store(), twin, m_school->clerk()), FaultCode::Duplicate);
        twin.number = u"1"_s;
        twin.name = QString(10'000, u'x');
        COMPARE_FAULT(enrolment::addPerson(m_school->store(), twin, m_school->clerk()), FaultCode::TextTooLong);
        twin.name = u"\u202E"_s;
        COMPARE_FAULT(enrolment::addPerson(m_school->store(), twin, m_school->clerk()), FaultCode::TextEmpty);
        twin.name = u"محمد \U0001F600"_s;
        QCOMPARE(must(enrolment::addPerson(m_school->store(), twin, m_school->clerk())).name, twin.name);
    }

    void aPersonIsChanged()
    {
        auto student = m_school->addStudent();
        student.group = u"9-A"_s;
        must(enrolment::changePerson(m_school->store(), student, m_school->clerk()));
        QCOMPARE(must(enrolment::personFile(m_school->store(), student.id)).person.group, u"9-A"_s);
        QCOMPARE(m_school->audited(audit::Action::PersonChanged), 1);
        student.birthDate = m_school->clock.today().addDays(1);
        COMPARE_FAULT(enrolment::changePerson(m_school->store(), student, m_school->clerk()),
                      FaultCode::DateImplausible);
        student.birthDate = QDate(2012, 1, 1);
        student.id = m_school->store().makeId<PersonId>();
        COMPARE_FAULT(enrolment::changePerson(m_school->store(), student, m_school->clerk()), FaultCode::NotFound);
    }

    void guardiansBelongToAStudent()
    {
        const auto student = m_school->addStudent();
        m_school->addGuardian(student.id);
        QCOMPARE(must(enrolment::personFile(m_school->store(), student.id)).guardians.size(), std::size_t(1));
        people::Guardian orphan;
        orphan.student = m_school->store().makeId<PersonId>();
        orphan.name = u"Aiko"_s;
        COMPARE_FAULT(enrolment::addGuardian(m_school->store(), orphan, m_school->clerk()), FaultCode::NotFound);
        orphan.student = student.id;
        orphan.name.clear();
        COMPARE_FAULT(enrolment::addGuardian(m_school->store(), orphan, m_school->clerk()), FaultCode::TextEmpty);
    }

    void aPersonComesWithAllGuardiansOrNotAtAll()
    {
        people::Person draft;
        draft.number = u"2026900"_s;
        draft.name = u"森 葵"_s;
        draft.birthDate = QDate(2012, 5, 4);
        draft.schoolYear = 8;
        people::Guardian mother;
        mother.name = u"森 桜"_s;
        people::Guardian nameless;
        COMPARE_FAULT(enrolment::addPerson(m_school->store(), draft, m_school->clerk(), {mother, nameless}),
                      FaultCode::TextEmpty);
        const auto stored = must(
            enrolment::addPerson(m_school->store(), draft, m_school->clerk(), {mother})); // the number is still free
        const auto guardians = must(enrolment::personFile(m_school->store(), stored.id)).guardians;
        QCOMPARE(guardians.size(), std::size_t(1));
        QCOMPARE(guardians.front().name, mother.name);
        QCOMPARE(m_school->audited(audit::Action::GuardianAdded), 1);
    }

    void aChangeBringsItsGuardiansOnceOrNothingAtAll()
    {
        auto student = m_school->addStudent();
        student.group = u"9-A"_s;
        people::Guardian mother;
        mother.id = m_school->store().makeId<GuardianId>();
        mother.name = u"森 桜"_s;
        people::Guardian nameless;
        COMPARE_FAULT(enrolment::changePerson(m_school->store(), student, m_school->clerk(), {mother, nameless}),
                      FaultCode::TextEmpty);
        auto file = must(enrolment::personFile(m_school->store(), student.id));
        QCOMPARE(file.person.group, u"8-B"_s);
        QVERIFY(file.guardians.empty());
        must(enrolment::changePerson(m_school->store(), student, m_school->clerk(), {mother}));
        must(enrolment::changePerson(m_school->store(), student, m_school->clerk(), {mother})); // pressed again
        file = must(enrolment::personFile(m_school->store(), student.id));
        QCOMPARE(file.person.group, u"9-A"_s);
        QCOMPARE(file.guardians.size(), std::size_t(1));
        QCOMPARE(file.guardians.front().id, mother.id);
        QCOMPARE(m_school->audited(audit::Action::GuardianAdded), 1);
    }

    // [row 2]
    void nobodyIsTheirOwnSecondMemberOfStaff()
    {
        const auto student = m_school->addStudent();
        auto event = School::consentEvent(student.id, consent::EventKind::GuardianUnreachable,
                                          m_school->addGuardian(student.id).id);
        event.reason = u"letters come back"_s;
        event.secondStaff = u"  oFFice "_s; // the operator of School is "Office"
        COMPARE_FAULT(enrolment::recordConsent(m_school->store(), event, m_school->clerk()),
                      FaultCode::SecondStaffNeeded);
        QVERIFY(must(enrolment::personFile(m_school->store(), student.id)).events.empty());
        event.secondStaff = u"Tanaka"_s;
        must(enrolment::recordConsent(m_school->store(), event, m_school->clerk()));
    }

    // [row 1] [row 2]
    void theFileTellsTheWholeStory()
    {
        const auto student = m_school->addStudent();
        const auto guardian = m_school->addGuardian(student.id);
        auto file = must(enrolment::personFile(m_school->store(), student.id));
        QVERIFY(!file.consent.allowed());
        QVERIFY(m_school->consentFully(student.id, {guardian.id}).allowed());
        file = must(enrolment::personFile(m_school->store(), student.id));
        QVERIFY(file.consent.allowed());
        QCOMPARE(file.events.size(), std::size_t(3));
        QCOMPARE(file.events[0].kind, EventKind::NoticeSent);
        QCOMPARE(file.events[0].noticeVersion, 1); // 0 was handed in: the current one
        QCOMPARE(file.events[0].recordedBy, m_school->clerk());
        QCOMPARE(file.events[2].kind, EventKind::StudentAgreed);
        QCOMPARE(file.events[2].noticeVersion, 1); // the text that was on the screen
        QCOMPARE(m_school->audited(audit::Action::ConsentRecorded), 3);
        COMPARE_FAULT(enrolment::personFile(m_school->store(), m_school->store().makeId<PersonId>()),
                      FaultCode::NotFound);
    }

    // [row 2]
    void faultyEventsAreRefused()
    {
        const auto student = m_school->addStudent();
        const auto guardian = m_school->addGuardian(student.id);
        const auto stranger = m_school->addGuardian(m_school->addStudent(u"Ren"_s).id);
        const auto code = [&](const consent::Event& event) {
            return faultOf(enrolment::recordConsent(m_school->store(), event, m_school->clerk()));
        };
        QCOMPARE(code(School::consentEvent(student.id, EventKind::ConsentGiven, stranger.id)),
                 int(FaultCode::NotFound));
        QCOMPARE(code(School::consentEvent(m_school->store().makeId<PersonId>(), EventKind::StudentAgreed)),
                 int(FaultCode::NotFound));
        auto unreachable = School::consentEvent(student.id, EventKind::GuardianUnreachable, guardian.id);
        QCOMPARE(code(unreachable), int(FaultCode::TextEmpty));
        unreachable.reason = u"no address"_s;
        unreachable.secondStaff = u" \u202E "_s;
        QCOMPARE(code(unreachable), int(FaultCode::TextEmpty));
        unreachable.secondStaff = QString(10'000, u'x');
        QCOMPARE(code(unreachable), int(FaultCode::TextTooLong));
        unreachable.secondStaff = u"M. Ito"_s;
        unreachable.guardian = GuardianId();
        QCOMPARE(code(unreachable), int(FaultCode::NotFound));
        unreachable.guardian = guardian.id;
        QCOMPARE(code(unreachable), 0);
        auto consent = School::consentEvent(student.id, EventKind::ConsentGiven, guardian.id);
        for (const int unknownNotice : {0, -1, 2}) {
            consent.noticeVersion = unknownNotice;
            QCOMPARE(code(consent), int(FaultCode::NotFound));
        }
        QCOMPARE(must(enrolment::personFile(m_school->store(), student.id)).events.size(), std::size_t(1));
    }

    // [row 5] What was printed before the text was changed, and comes back afterwards, is no consent to the new text.
    void aFormOfAnOlderNoticeIsNoConsentToTheNewOne()
    {
        const auto student = m_school->addStudent();
        const auto guardian = m_school->addGuardian(student.id);
        auto& store = m_school->store();
        must(store.write([&](store::Tx& tx) {
            return tx.settings().setText(QStringView(store::setting::noticeVersion).toString(), u"2"_s);
        }));
        (void)m_school->consent(student.id, EventKind::NoticeSent, guardian.id);
        (void)m_school->consent(student.id, EventKind::StudentAgreed);
        auto form = School::consentEvent(student.id, EventKind::ConsentGiven, guardian.id);
        form.noticeVersion = 1;
        m_school->clock.advance(std::chrono::seconds(1));
        const auto old = must(enrolment::recordConsent(store, form, m_school->clerk()));
        QCOMPARE(old.obstacles, (std::vector{consent::Obstacle{consent::Reason::NoticeOutdated, guardian.id}}));
        form.noticeVersion = 2;
        m_school->clock.advance(std::chrono::seconds(1));
        QVERIFY(must(enrolment::recordConsent(store, form, m_school->clerk())).allowed());
    }

    // [row 1] PoFA 2012 s.26(3)
    void aWithdrawalIsNotOverruledByTheOtherGuardian()
    {
        const auto student = m_school->addStudent();
        const auto mother = m_school->addGuardian(student.id);
        const auto father = m_school->addGuardian(student.id, u"佐藤 誠"_s);
        QVERIFY(m_school->consentFully(student.id, {mother.id, father.id}).allowed());
        (void)m_school->consent(student.id, EventKind::Withdrawn, mother.id);
        const auto after = m_school->consentFully(student.id, {father.id, mother.id}); // his consent
        QCOMPARE(after.obstacles, (std::vector{consent::Obstacle{consent::Reason::Withdrawn, mother.id}}));
        QVERIFY(m_school->consent(student.id, EventKind::ConsentGiven, mother.id).allowed());
    }

    void anEventIsRecordedOnce()
    {
        const auto student = m_school->addStudent();
        auto event = School::consentEvent(student.id, EventKind::StudentAgreed);
        event.id = m_school->store().makeId<ConsentEventId>();
        must(enrolment::recordConsent(m_school->store(), event, m_school->clerk()));
        must(enrolment::recordConsent(m_school->store(), event, m_school->clerk()));
        QCOMPARE(must(enrolment::personFile(m_school->store(), student.id)).events.size(), std::size_t(1));
        QCOMPARE(m_school->audited(audit::Action::ConsentRecorded), 1);
    }

    // A clock set back must not make a withdrawal older than the consent that it ends.
    void whatIsRecordedLastIsTheLatest()
    {
        const auto student = m_school->addConsentingStudent();
        m_school->clock.advance(-std::chrono::hours(48));
        must(m_school->store().confirmClock(m_school->clock.now(), m_school->clerk()));
        QVERIFY(!m_school->consent(student.id, EventKind::Withdrawn).allowed());
        const auto file = must(enrolment::personFile(m_school->store(), student.id));
        QCOMPARE(file.events.back().kind, EventKind::Withdrawn);
        QVERIFY(!m_school->consent(student.id, EventKind::StudentAgreed).allowed());
    }

    void theListShowsConsentAndEnrolment()
    {
        const auto consenting = m_school->addConsentingStudent(u"Mei Sato"_s);
        m_school->addStudent(u"Ren Sato"_s);
        must(enrolment::enrolFace(m_school->store(), consenting.id, School::captures(1), m_school->clerk()));
        const auto found = must(enrolment::findPeople(m_school->store(), u"sato"_s, 10));
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].consentAllowed && found[0].enrolled);
        QVERIFY(!found[1].consentAllowed && !found[1].enrolled);
    }

private:
    std::unique_ptr<School> m_school;
};

KOBAI_TEST(PeopleTest, QCoreApplication)
#include "PeopleTest.moc"
