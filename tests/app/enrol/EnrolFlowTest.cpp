// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/EnrolFlow.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using Step = EnrolFlow::Step;
using Camera = EnrolFlow::Camera;

class EnrolFlowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_flow = std::make_unique<EnrolFlow>(); }
    void cleanup() { m_flow.reset(); }

    // [row 1]
    void withoutConsentThereIsNoWayToTheCamera()
    {
        QVERIFY(!m_flow->canGo(Step::Consent)); // nobody yet
        m_flow->open(file(false));
        QVERIFY(m_flow->go(Step::Consent));
        QVERIFY(!m_flow->canGo(Step::Face));
        QVERIFY(!m_flow->go(Step::Face));
        QCOMPARE(m_flow->step(), Step::Consent);
        QVERIFY(!m_flow->startLooking());
        QCOMPARE(m_flow->camera(), Camera::Off);
        QVERIFY(!m_flow->canGo(Step::Done));
    }

    void threeCapturesAreStoredAndThenForgotten()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        for (int i = 0; i < 3; ++i)
            m_flow->captured({});
        QCOMPARE(m_flow->qualities().size(), std::size_t(3));
        m_flow->enrolled(QVector<face::Capture>(3));
        QCOMPARE(m_flow->camera(), Camera::Saving);
        m_flow->saved();
        QCOMPARE(m_flow->step(), Step::Done);
        QVERIFY(m_flow->captures().isEmpty());
        QCOMPARE(m_flow->qualities().size(), std::size_t(3));
    }

    // [row 4]
    void consentThatGoesAwayStopsTheCamera()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        m_flow->captured({});
        m_flow->update(file(false));
        QCOMPARE(m_flow->camera(), Camera::Off);
        QCOMPARE(m_flow->step(), Step::Consent);
        QVERIFY(m_flow->qualities().empty());
    }

    void aFullDiskKeepsTheCapturesForAnotherTry()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        m_flow->enrolled(QVector<face::Capture>(3));
        m_flow->saveFailed({FaultCode::StoreFull, {}});
        QVERIFY(m_flow->canSaveAgain());
        QCOMPARE(m_flow->saveAgain().size(), 3);
        QVERIFY(m_flow->saveAgain().isEmpty()); // it is under way
        m_flow->saved();
        QCOMPARE(m_flow->step(), Step::Done);
    }

    void aRefusedFaceIsForgottenAndTakenAnew()
    {
        // FaceAlreadyEnrolled without a name in it cannot be asked about.
        for (const FaultCode code :
             {FaultCode::EnrolmentInconsistent, FaultCode::FaceAlreadyEnrolled, FaultCode::ConsentMissing}) {
            reachFace();
            QVERIFY(m_flow->startLooking());
            m_flow->enrolled(QVector<face::Capture>(3));
            m_flow->saveFailed({code, {}});
            QCOMPARE(int(m_flow->fault()->code), int(code));
            QVERIFY(m_flow->captures().isEmpty());
            QVERIFY(!m_flow->canSaveAgain());
            QVERIFY(m_flow->startLooking());
            QVERIFY(!m_flow->fault());
        }
    }

    // [row 20]
    void aFaceNearAnothersWaitsForTheOffice()
    {
        reachLookAlike();
        QCOMPARE(m_flow->lookAlike().value(), m_other);
        QCOMPARE(m_flow->captures().size(), 3);
        QVERIFY(!m_flow->canSaveAgain()); // not without an answer
        QVERIFY(m_flow->saveAgain().isEmpty());
        QCOMPARE(m_flow->twoPersons().size(), 3);
        QCOMPARE(m_flow->camera(), Camera::Saving);
        QVERIFY(m_flow->twoPersons().isEmpty()); // once
        m_flow->saved();
        QCOMPARE(m_flow->step(), Step::Done);
        QVERIFY(m_flow->captures().isEmpty());
    }

    // [row 20]
    void theSamePersonStoresNothing()
    {
        reachLookAlike();
        m_flow->samePerson();
        QVERIFY(!m_flow->lookAlike() && !m_flow->fault());
        QVERIFY(m_flow->captures().isEmpty() && m_flow->qualities().empty());
        QVERIFY(m_flow->twoPersons().isEmpty());
        QCOMPARE(m_flow->step(), Step::Face);
    }

    void anUnansweredQuestionForgetsTheCaptures()
    {
        for (int way = 0; way < 4; ++way) {
            reachLookAlike();
            if (way == 0)
                QVERIFY(m_flow->back());
            else if (way == 1)
                QVERIFY(m_flow->go(Step::Person));
            else if (way == 2)
                m_flow->update(file(false)); // the consent has gone meanwhile
            else
                m_flow->close();
            QVERIFY(m_flow->captures().isEmpty());
            QVERIFY(!m_flow->lookAlike());
            QVERIFY(m_flow->twoPersons().isEmpty());
        }
    }

    void aBrokenCameraIsSaidAndCanBeTriedAgain()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        m_flow->captured({});
        m_flow->cameraFailed({FaultCode::CameraLost, {}});
        QCOMPARE(m_flow->camera(), Camera::Off);
        QVERIFY(m_flow->qualities().empty());
        QVERIFY(m_flow->startLooking());
    }

    void nothingMovesWhileTheFaceIsBeingStored()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        m_flow->enrolled(QVector<face::Capture>(3));
        QVERIFY(!m_flow->back());
        QVERIFY(!m_flow->go(Step::Person));
        QCOMPARE(m_flow->step(), Step::Face);
    }

    void backStopsTheCameraFirst()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Face);
        QCOMPARE(m_flow->camera(), Camera::Off);
        QVERIFY(m_flow->back());
        QCOMPARE(m_flow->step(), Step::Consent);
        QVERIFY(m_flow->back());
        QVERIFY(!m_flow->back());
    }

    void lateSignalsAndOtherPeopleChangeNothing()
    {
        reachFace();
        m_flow->captured({});
        m_flow->enrolled(QVector<face::Capture>(3));
        m_flow->saved();
        QCOMPARE(m_flow->step(), Step::Face);
        QVERIFY(m_flow->qualities().empty());
        enrolment::PersonFile other = file(false);
        other.person.id = PersonId({9});
        m_flow->update(other);
        QVERIFY(m_flow->file()->consent.allowed());
        const quint64 turn = m_flow->turn();
        m_flow->open(other);
        QVERIFY(m_flow->turn() != turn);
        QCOMPARE(m_flow->step(), Step::Person);
    }

private:
    static enrolment::PersonFile file(bool allowed)
    {
        enrolment::PersonFile made;
        made.person.id = PersonId({3});
        if (!allowed)
            made.consent.obstacles.push_back({consent::Reason::ConsentMissing, {}});
        return made;
    }
    void reachFace()
    {
        m_flow->open(file(true));
        QVERIFY(m_flow->go(Step::Face));
    }

    void reachLookAlike()
    {
        reachFace();
        QVERIFY(m_flow->startLooking());
        m_flow->enrolled(QVector<face::Capture>(3));
        m_flow->saveFailed({FaultCode::FaceAlreadyEnrolled, m_other.toHex()});
    }

    std::unique_ptr<EnrolFlow> m_flow;
    PersonId m_other{PersonId::Bytes{5}};
};

KOBAI_TEST(EnrolFlowTest, QCoreApplication)
#include "EnrolFlowTest.moc"
