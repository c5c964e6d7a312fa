// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceUse.h"

#include "enrolment/Enrolment.h"
#include "enrolment/Recognition.h"
#include "store/FaceKeys.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using enrolment::FaceUse;

namespace {

const face::CameraChoice camera;

} // namespace

/// Whether a face may be looked at at all: the question before the camera opens.
class FaceUseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_haruka = m_school->addConsentingStudent(u"Sato Haruka"_s).id;
        must(enrolment::enrolFace(m_school->store(), m_haruka, School::captures(1), m_school->clerk()));
    }
    void cleanup() { m_school.reset(); }

    void anEnrolledFaceWhoseConsentHoldsMayBeLookedAt()
    {
        QCOMPARE(use(), FaceUse::Allowed);
        QCOMPARE(use(m_haruka), FaceUse::Allowed);
    }

    // [row 9]
    void switchedOffIsSaidBeforeAllElse()
    {
        m_school->consent(m_haruka, consent::EventKind::Withdrawn);
        m_school->set(store::setting::facesOn, u"0"_s);
        QCOMPARE(use(), FaceUse::FacesOff);
        QCOMPARE(use(m_haruka), FaceUse::FacesOff);
    }

    void whatIsNeitherYesNorNoIsDamage()
    {
        for (const QString& neither : {u"yes"_s, u"2"_s, u""_s}) {
            m_school->set(store::setting::facesOn, neither);
            COMPARE_FAULT(enrolment::faceUse(m_school->store(), camera), FaultCode::StoreDamaged);
        }
    }

    void aFilmIsNoCamera()
    {
        for (const auto kind : {face::CameraChoice::Kind::Clip, face::CameraChoice::Kind::Folder}) {
            const face::CameraChoice film{.kind = kind, .where = u"/a/film"_s};
            QCOMPARE(must(enrolment::faceUse(m_school->store(), film)), FaceUse::CameraIsFilm);
            QCOMPARE(must(enrolment::faceUse(m_school->store(), film, m_haruka)), FaceUse::CameraIsFilm);
            COMPARE_FAULT(enrolment::mayEnrol(m_school->store(), film, m_haruka), FaultCode::CameraIsFilm);
        }
        QVector<face::Capture> filmed = School::captures(1);
        filmed.last().filmed = true; // one is enough
        COMPARE_FAULT(enrolment::enrolFace(m_school->store(), m_haruka, filmed, m_school->clerk()),
                      FaultCode::CameraIsFilm);
        QCOMPARE(m_school->audited(audit::Action::FaceRefused), 1);
    }

    void withoutNetworksNoTemplateIsOfUse()
    {
        m_school->set(store::setting::faceModelId, QString());
        QCOMPARE(use(), FaceUse::ModelUnread);
        QCOMPARE(use(m_haruka), FaceUse::ModelUnread);
        m_school->set(store::setting::faceModelId, u"of another network"_s);
        QCOMPARE(use(), FaceUse::NobodyEnrolled);
        QCOMPARE(use(m_haruka), FaceUse::NotEnrolled);
    }

    // [row 1]
    void aClaimedPersonHasToConsentAndToBeEnrolled()
    {
        const PersonId never = m_school->addStudent(u"Mori Ken"_s).id;
        QCOMPARE(use(never), FaceUse::ConsentMissing);
        const PersonId waiting = m_school->addConsentingStudent(u"Abe Rin"_s).id;
        QCOMPARE(use(waiting), FaceUse::NotEnrolled);
        QCOMPARE(use(), FaceUse::Allowed); // somebody is
        COMPARE_FAULT(enrolment::faceUse(m_school->store(), camera, m_school->store().makeId<PersonId>()),
                      FaultCode::NotFound);
    }

    void aPausedFaceIsNotLookedAt()
    {
        m_school->set(store::setting::noticeVersion, u"2"_s);
        QCOMPARE(use(m_haruka), FaceUse::ConsentMissing);
        QCOMPARE(use(), FaceUse::NobodyEnrolled); // the only one
        m_school->set(store::setting::noticeVersion, u"1"_s);
        QCOMPARE(use(), FaceUse::Allowed);
    }

    void aDamagedTemplateIsNotTakenForNone()
    {
        const PersonId ren = m_school->addConsentingStudent(u"Mori Ren"_s).id;
        must(enrolment::enrolFace(m_school->store(), ren, School::captures(2), m_school->clerk()));
        must(School::damageFace(m_school->store(), ren));
        QCOMPARE(use(ren), FaceUse::NoneOpens);
        QCOMPARE(use(m_haruka), FaceUse::Allowed);
        QCOMPARE(use(), FaceUse::Allowed);
        must(enrolment::mayEnrol(m_school->store(), camera, ren)); // which mends it
        COMPARE_FAULT(enrolment::mayPhotograph(m_school->store(), camera, ren), FaultCode::NotEnrolled);
        must(School::damageFace(m_school->store(), m_haruka));
        QCOMPARE(use(), FaceUse::NoneOpens);
    }

    void aTemplateThatNoKeyOpensCountsAsNone()
    {
        must(m_school->store().faceKeys().remove(m_haruka));
        QCOMPARE(use(), FaceUse::NobodyEnrolled);
        QCOMPARE(use(m_haruka), FaceUse::NotEnrolled);
    }

private:
    FaceUse use(std::optional<PersonId> claimed = {})
    {
        return must(enrolment::faceUse(m_school->store(), camera, claimed));
    }

    std::unique_ptr<School> m_school;
    PersonId m_haruka;
};

KOBAI_TEST(FaceUseTest, QCoreApplication)
#include "FaceUseTest.moc"
