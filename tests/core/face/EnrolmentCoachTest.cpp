// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EnrolmentCoach.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;

/// [row 17] What the coach asks for, takes and leaves, without a camera.
class EnrolmentCoachTest final : public QObject {
    Q_OBJECT

    using Answer = EnrolmentCoach::Answer;

    SyntheticFaces m_faces;
    Embedding m_ada = m_faces.person();
    Embedding m_bob = m_faces.person();
    Tracker::Time m_now = Tracker::Time(1h);

    /// A good frame 120 ms after the last.
    FrameFinding frame(const Embedding& embedding, HeadPose pose = {}, float weight = 0.8F)
    {
        m_now += 120ms;
        FrameFinding finding;
        finding.taken = m_now;
        finding.observation.guidance = Guidance::Good;
        finding.sample = ChallengeSample{.taken = m_now, .pose = pose, .landmarks = {}, .eyeAspect = 0.3F};
        finding.embedding = embedding;
        finding.weight = weight;
        return finding;
    }
    /// Holds @p pose until something is taken; how many frames that took, 0 when nothing was in 100.
    int framesUntilTaken(EnrolmentCoach& coach, HeadPose pose, int most = 100)
    {
        for (int i = 1; i <= most; ++i) {
            if (coach.look(frame(m_ada, pose)) == Answer::Taken)
                return i;
        }
        return 0;
    }
    Guidance asked(EnrolmentCoach& coach, HeadPose pose = {})
    {
        const FrameFinding finding = frame(m_ada, pose);
        (void)coach.look(finding);
        return coach.shown(finding.observation).guidance;
    }

private Q_SLOTS:
    void onePoseAfterTheOtherIsAskedFor()
    {
        EnrolmentCoach coach(5);
        QVERIFY(framesUntilTaken(coach, {}, 6) > 1); // the best of a moment, not the first
        QCOMPARE(asked(coach), Guidance::TurnLeft);
        QVERIFY(framesUntilTaken(coach, {.yaw = 14}, 8) > 0);
        QCOMPARE(asked(coach), Guidance::TurnRight);
        QVERIFY(framesUntilTaken(coach, {.yaw = -14}, 8) > 0);
        QCOMPARE(asked(coach), Guidance::LookUp);
        QVERIFY(framesUntilTaken(coach, {.pitch = 9}, 8) > 0);
        QCOMPARE(asked(coach), Guidance::LookDown);
        QVERIFY(!coach.isComplete());
        QVERIFY(framesUntilTaken(coach, {.pitch = -9}, 8) > 0);
        QVERIFY(coach.isComplete());
        QCOMPARE(coach.captures().size(), 5);
        QCOMPARE(coach.shown({}).ring, 1.0F);
    }

    void anotherOrderIsTakenAsWell()
    {
        EnrolmentCoach coach(3);
        QVERIFY(framesUntilTaken(coach, {}, 6) > 0);
        QVERIFY(framesUntilTaken(coach, {.yaw = -14}, 8) > 0); // right was not asked for yet
        QCOMPARE(asked(coach), Guidance::TurnLeft);
    }

    void theFirstIsStraight()
    {
        EnrolmentCoach coach(3);
        QCOMPARE(asked(coach, {.yaw = 24}), Guidance::TurnToCamera);
        QCOMPARE(framesUntilTaken(coach, {.yaw = 24}, 5), 0);
        QVERIFY(framesUntilTaken(coach, {.yaw = 3}, 6) > 0);
    }

    void theRingFills()
    {
        EnrolmentCoach coach(3);
        QVERIFY(framesUntilTaken(coach, {}, 6) > 0);
        const auto ring = [&](float yaw) {
            const FrameFinding finding = frame(m_ada, {.yaw = yaw});
            (void)coach.look(finding);
            return coach.shown(finding.observation).ring;
        };
        const float straight = ring(0);
        const float onTheWay = ring(6);
        QVERIFY2(straight >= 0.33F && straight < onTheWay && onTheWay < 0.66F,
                 qPrintable(QStringLiteral("%1 %2").arg(straight).arg(onTheWay)));
    }

    void theBestOfAMomentIsTaken()
    {
        EnrolmentCoach coach(1);
        QCOMPARE(coach.look(frame(m_ada, {}, 0.5F)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_ada, {}, 0.9F)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_ada, {}, 0.4F)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_ada, {}, 0.6F)), Answer::Taken);
        QCOMPARE(coach.captures().first().weight, 0.9F);
    }

    // Who cannot turn, look up or hear is enrolled as well, and within the 20 s.
    void whoKeepsStillIsEnrolledInTime_data()
    {
        QTest::addColumn<int>("wanted");
        for (const int wanted : {3, 4, 5})
            QTest::addRow("%d", wanted) << wanted;
    }
    void whoKeepsStillIsEnrolledInTime()
    {
        QFETCH(int, wanted);
        EnrolmentCoach coach(wanted);
        const Tracker::Time begun = m_now;
        while (!coach.isComplete() && m_now - begun < 60s)
            (void)coach.look(frame(m_ada));
        QVERIFY(coach.isComplete());
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_now - begun).count();
        QVERIFY2(seconds < 20 && seconds >= 5, qPrintable(QString::number(seconds)));
    }

    void anotherPersonIsRefused()
    {
        EnrolmentCoach coach(3);
        QVERIFY(framesUntilTaken(coach, {}, 6) > 0);
        QCOMPARE(coach.look(frame(m_bob)), Answer::Nothing); // one odd frame is forgiven
        QCOMPARE(coach.look(frame(m_ada)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_bob)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_bob)), Answer::Nothing);
        QCOMPARE(coach.look(frame(m_bob)), Answer::OtherPerson);
        QCOMPARE(coach.captures().size(), 1);
    }

    // All captures of different people: the second one is noticed.
    void everyFrameAnotherPersonIsRefused()
    {
        EnrolmentCoach coach(3);
        Answer answer = Answer::Nothing;
        for (int i = 0; i < 20 && answer != Answer::OtherPerson; ++i)
            answer = coach.look(frame(m_faces.person()));
        QCOMPARE(answer, Answer::OtherPerson);
        QVERIFY(!coach.isComplete());
    }
};

KOBAI_TEST(EnrolmentCoachTest, QCoreApplication)
#include "EnrolmentCoachTest.moc"
