// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Enrolment.h"
#include "store/FaceKeys.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

#include <chrono>

using namespace kobai;
using namespace kobai::test;
using consent::EventKind;

/// What passes with the days: consents that run out, and pauses that last too long.
class LapseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
    }
    void cleanup() { m_school.reset(); }

    // [row 7] [row 8]
    void whatHasLapsedIsDestroyed()
    {
        auto& store = m_school->store();
        enrol(m_student, 1);
        const QDate last = must(enrolment::personFile(store, m_student)).consent.validUntil;
        auto leaver = m_school->addConsentingStudent(u"Ren"_s);
        enrol(leaver.id, 2);
        leaver.leftOn = m_school->clock.today().addDays(2);
        must(enrolment::changePerson(store, leaver, m_school->clerk()));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.set(QDateTime(leaver.leftOn, QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
        QVERIFY(store.faceKeys().find(leaver.id) == nullptr);
        QVERIFY(store.faceKeys().find(m_student) != nullptr);
        m_school->clock.set(QDateTime(last.addDays(1), QTime(7, 0)));
        QVERIFY(m_school->findings().contains(u"consent person"_s));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
        expectDestroyed();
        QCOMPARE(m_school->audited(audit::Action::FaceRemoved), 2);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QCOMPARE(m_school->findings(), QString());
    }

    // Faces switched off, or a new notice not yet sent: a pause, in which nobody is recognised and nothing is lost or out of order.
    void aPausedFaceIsKept_data()
    {
        QTest::addColumn<QStringView>("setting");
        QTest::addColumn<QString>("value");
        QTest::newRow("faces off") << QStringView(store::setting::facesOn) << u"0"_s;
        QTest::newRow("new notice") << QStringView(store::setting::noticeVersion) << u"2"_s;
    }
    void aPausedFaceIsKept()
    {
        QFETCH(QStringView, setting);
        QFETCH(QString, value);
        auto& store = m_school->store();
        enrol(m_student, 1);
        m_school->set(setting.utf16(), value);
        QVERIFY(!must(enrolment::personFile(store, m_student)).consent.allowed());
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 0);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QCOMPARE(must(enrolment::personFile(store, m_student)).captures, 3);
        QCOMPARE(m_school->findings(), QString());
        // What is recorded meanwhile does not end the pause.
        const GuardianId guardian = must(enrolment::personFile(store, m_student)).guardians.front().id;
        (void)m_school->consent(m_student, EventKind::NoticeSent, guardian);
        (void)m_school->consent(m_student, EventKind::StudentAgreed);
        QCOMPARE(must(enrolment::personFile(store, m_student)).captures, 3);
        QCOMPARE(m_school->findings(), QString());
        // The consent runs out in the pause: then the face goes.
        m_school->clock.advance(std::chrono::hours(24 * 400));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
        QCOMPARE(m_school->findings(), QString());
    }

    // [row 7] A pause has an end: for so many days from the first on which it was seen.
    void aPauseEndsAfterTheSetTime()
    {
        using namespace store::setting;
        auto& store = m_school->store();
        enrol(m_student, 1);
        m_school->set(noticeVersion, u"2"_s);
        m_school->set(pauseDays, u"30"_s);
        const QDate begun = m_school->clock.today();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.set(QDateTime(begun.addDays(29), QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QVERIFY(store.faceKeys().find(m_student) != nullptr);
        m_school->clock.set(QDateTime(begun.addDays(31), QTime(7, 0)));
        QVERIFY(m_school->findings().contains(u"paused for longer"_s));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
        expectDestroyed();
        QCOMPARE(m_school->audited(audit::Action::FaceRemoved), 1);
        QCOMPARE(m_school->findings(), QString());
        QVERIFY(pauses().empty());
    }

    void anAnsweredNoticeEndsThePause()
    {
        using namespace store::setting;
        auto& store = m_school->store();
        enrol(m_student, 1);
        m_school->set(facesOn, u"0"_s);
        const QDate begun = m_school->clock.today();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QCOMPARE(pauses().size(), std::size_t(1));
        m_school->clock.set(QDateTime(begun.addDays(60), QTime(7, 0)));
        m_school->set(facesOn, u"1"_s);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QVERIFY(pauses().empty()); // a later pause begins anew
        m_school->set(facesOn, u"0"_s);
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.set(QDateTime(begun.addDays(140), QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.set(QDateTime(begun.addDays(150), QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
    }

    // A PC that starts in the year 2000 neither begins nor ends a pause.
    void aClockInThePastCountsNoDays()
    {
        using namespace store::setting;
        auto& store = m_school->store();
        enrol(m_student, 1);
        m_school->set(noticeVersion, u"2"_s);
        const QDate begun = m_school->clock.today();
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        m_school->clock.set(QDateTime(QDate(2000, 1, 1), QTime(7, 0)));
        COMPARE_FAULT(enrolment::removeLapsed(store, m_school->clerk()), FaultCode::ClockDoubtful);
        QCOMPARE(pauses().front().since, begun);
        m_school->clock.set(QDateTime(begun.addDays(1), QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 0);
        QCOMPARE(pauses().front().since, begun);
        QVERIFY(store.faceKeys().find(m_student) != nullptr);
    }

    // What is over is destroyed whatever is wrong with a setting that is about pauses.
    void aDamagedSettingKeepsOnlyWhatItIsAbout()
    {
        auto& store = m_school->store();
        enrol(m_student, 1);
        const auto other = m_school->addConsentingStudent(u"Ren"_s);
        enrol(other.id, 2);
        m_school->set(store::setting::pauseDays, u"for ever"_s);
        const QDate last = must(enrolment::personFile(store, m_student)).consent.validUntil;
        m_school->clock.set(QDateTime(last.addDays(1), QTime(7, 0)));
        QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 2);
        expectDestroyed();
    }

    void aPauseLastsNinetyDaysAtMost()
    {
        enrol(m_student, 1);
        m_school->set(store::setting::noticeVersion, u"2"_s);
        for (const QString& days : {u"0"_s, u"91"_s, u"-1"_s, u"for ever"_s}) {
            m_school->set(store::setting::pauseDays, days);
            COMPARE_FAULT(enrolment::removeLapsed(m_school->store(), m_school->clerk()), FaultCode::StoreDamaged);
        }
    }

private:
    void enrol(PersonId person, unsigned face)
    {
        must(enrolment::enrolFace(m_school->store(), person, School::captures(face), m_school->clerk()));
    }
    std::vector<store::PauseTable::Row> pauses()
    {
        return must(m_school->store().read([](store::Tx& tx) { return tx.pauses().all(); }));
    }
    void expectDestroyed()
    {
        QVERIFY(m_school->holdsNoFaces());
        QVERIFY(m_school->audited(audit::Action::FaceRemoved) > 0);
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
};

KOBAI_TEST(LapseTest, QCoreApplication)
#include "LapseTest.moc"
