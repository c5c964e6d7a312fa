// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/LookAlikes.h"

#include "enrolment/Enrolment.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;

/// [row 20] [row 21]
class LookAlikesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_mei = m_school->addConsentingStudent(u"Mei"_s).id;
        m_rin = m_school->addConsentingStudent(u"Rin"_s).id;
    }
    void cleanup() { m_school.reset(); }

    void aPairIsOneWhicheverWayItIsNamed()
    {
        auto& store = m_school->store();
        must(enrolment::registerLookAlikes(store, m_mei, m_rin, m_school->clerk()));
        must(enrolment::registerLookAlikes(store, m_rin, m_mei, m_school->clerk()));
        const auto pairs = must(enrolment::lookAlikes(store));
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs[0].a, std::min(m_mei, m_rin));
        QCOMPARE(pairs[0].b, std::max(m_mei, m_rin));
        QCOMPARE(pairs[0].by, m_school->clerk());
        QVERIFY(pairs[0].at == m_school->clock.now());
        QCOMPARE(m_school->audited(audit::Action::LookAlikesRegistered), 1);
        must(enrolment::forgetLookAlikes(store, m_rin, m_mei, m_school->clerk()));
        QVERIFY(must(enrolment::lookAlikes(store)).empty());
        QCOMPARE(m_school->audited(audit::Action::LookAlikesForgotten), 1);
        COMPARE_FAULT(enrolment::forgetLookAlikes(store, m_rin, m_mei, m_school->clerk()), FaultCode::NotFound);
        QCOMPARE(m_school->findings(), QString());
    }

    void theNewestPairComesFirst()
    {
        auto& store = m_school->store();
        const auto third = m_school->addStudent(u"Sora"_s).id;
        must(enrolment::registerLookAlikes(store, m_mei, m_rin, m_school->clerk()));
        m_school->clock.advance(std::chrono::minutes(1));
        must(enrolment::registerLookAlikes(store, m_mei, third, m_school->clerk()));
        m_school->reopen();
        const auto pairs = must(enrolment::lookAlikes(m_school->store()));
        QCOMPARE(pairs.size(), std::size_t(2));
        QVERIFY(pairs[0].a == third || pairs[0].b == third);
    }

    void nobodyLooksLikeOneselfOrAStranger()
    {
        auto& store = m_school->store();
        COMPARE_FAULT(enrolment::registerLookAlikes(store, m_mei, m_mei, m_school->clerk()), FaultCode::Duplicate);
        COMPARE_FAULT(enrolment::registerLookAlikes(store, m_mei, store.makeId<PersonId>(), m_school->clerk()),
                      FaultCode::NotFound);
        COMPARE_FAULT(enrolment::registerLookAlikes(store, store.makeId<PersonId>(), m_mei, m_school->clerk()),
                      FaultCode::NotFound);
        QVERIFY(must(enrolment::lookAlikes(store)).empty());
        QCOMPARE(m_school->audited(audit::Action::LookAlikesRegistered), 0);
    }

    // The office looked at both: one unit of work enrols the second and registers the pair.
    void aTwinIsEnrolledAndRegistered()
    {
        must(enrol(m_mei, 1));
        const auto refused = enrol(m_rin, 1);
        COMPARE_FAULT(refused, FaultCode::FaceAlreadyEnrolled);
        QCOMPARE(refused.error().detail, m_mei.toHex());
        QVERIFY(must(enrolment::lookAlikes(m_school->store())).empty());
        must(enrol(m_rin, 1, {m_mei}));
        QCOMPARE(must(enrolment::lookAlikes(m_school->store())).size(), std::size_t(1));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 2);
        QCOMPARE(m_school->audited(audit::Action::LookAlikesRegistered), 1);
        QCOMPARE(m_school->findings(), QString());
    }

    void aRegisteredPairIsNoDuplicateAnyMore()
    {
        must(enrol(m_mei, 1));
        must(enrol(m_rin, 1, {m_mei}));
        must(enrol(m_mei, 1));
        must(enrol(m_rin, 1));
        // A third who looks like both is asked about, whatever is known of the two.
        const auto third = m_school->addConsentingStudent(u"Sora"_s).id;
        COMPARE_FAULT(enrol(third, 1), FaultCode::FaceAlreadyEnrolled);
        // One question is about one pair: the second is asked about as well.
        const auto first = enrol(third, 1);
        const PersonId nearest = first.error().detail == m_mei.toHex() ? m_mei : m_rin;
        const PersonId other = nearest == m_mei ? m_rin : m_mei;
        const auto second = enrol(third, 1, {nearest});
        COMPARE_FAULT(second, FaultCode::FaceAlreadyEnrolled);
        QCOMPARE(second.error().detail, other.toHex());
        QCOMPARE(must(enrolment::lookAlikes(m_school->store())).size(), std::size_t(1));
        must(enrol(third, 1, {nearest, other}));
        QCOMPARE(must(enrolment::lookAlikes(m_school->store())).size(), std::size_t(3));
        must(enrolment::forgetLookAlikes(m_school->store(), m_mei, m_rin, m_school->clerk()));
        COMPARE_FAULT(enrol(m_mei, 1), FaultCode::FaceAlreadyEnrolled);
    }

    // Nobody may be enrolled twice because the first face waits for an answer to a new notice.
    void aPausedFaceIsFoundAsADuplicate()
    {
        must(enrol(m_mei, 1));
        m_school->set(store::setting::noticeVersion, u"2"_s);
        const auto twin = m_school->addStudent(u"Twin"_s).id;
        const GuardianId guardian = m_school->addGuardian(twin).id;
        (void)m_school->consent(twin, consent::EventKind::NoticeSent, guardian);
        consent::Event given = School::consentEvent(twin, consent::EventKind::ConsentGiven, guardian);
        given.noticeVersion = 2;
        m_school->clock.advance(std::chrono::seconds(1));
        must(enrolment::recordConsent(m_school->store(), given, m_school->clerk()));
        (void)m_school->consent(twin, consent::EventKind::StudentAgreed);
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
        const auto refused = enrol(twin, 1);
        COMPARE_FAULT(refused, FaultCode::FaceAlreadyEnrolled);
        QCOMPARE(refused.error().detail, m_mei.toHex());
    }

    void whoLooksLikeNobodyIsRegisteredWithNobody()
    {
        must(enrol(m_mei, 1));
        must(enrol(m_rin, 2, {m_mei}));
        QVERIFY(must(enrolment::lookAlikes(m_school->store())).empty());
    }

private:
    [[nodiscard]] Status enrol(PersonId person, unsigned face, const std::vector<PersonId>& others = {})
    {
        return enrolment::enrolFace(m_school->store(), person, School::captures(face), m_school->clerk(), others);
    }

    std::unique_ptr<School> m_school;
    PersonId m_mei;
    PersonId m_rin;
};

KOBAI_TEST(LookAlikesTest, QCoreApplication)
#include "LookAlikesTest.moc"
