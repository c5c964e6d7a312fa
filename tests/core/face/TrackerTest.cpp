// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Tracker.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;

namespace {

const QRectF here(0.3, 0.2, 0.2, 0.4);
const QRectF elsewhere(0.75, 0.2, 0.2, 0.4);
const Tracker::Time start(1h);

} // namespace

/// [row 24] Evidence of two faces is never mixed, whatever the pictures or the clock do.
class TrackerTest final : public QObject {
    Q_OBJECT

    SyntheticFaces m_faces;
    const Embedding m_ada = m_faces.person();
    const Embedding m_bob = m_faces.person();

    /// Alike enough for isSamePerson(), as many pairs of children are.
    Embedding lookAlike()
    {
        for (float noise = 0.5F; noise < 3; noise += 0.02F) {
            const Embedding found = m_faces.pictureOf(m_ada, noise);
            const float likeness = fusedScore(cosines(m_ada, found));
            if (likeness > 3.6F && likeness < 4.9F)
                return found;
        }
        qFatal("no look-alike");
    }

private Q_SLOTS:
    void aFaceThatStaysIsFollowed()
    {
        Tracker tracker;
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(tracker.frame(start + i * 40ms), Tracker::Step::GoesOn);
            QCOMPARE(tracker.follow(here.translated(0.005 * i, 0), start + i * 40ms), Tracker::Step::GoesOn);
            QCOMPARE(tracker.recognise(m_faces.pictureOf(m_ada)), Tracker::Step::GoesOn);
        }
        QCOMPARE(tracker.number(), 0);
    }

    void anotherPlaceIsAnotherFace()
    {
        Tracker tracker;
        QCOMPARE(tracker.follow(here, start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.follow(elsewhere, start + 40ms), Tracker::Step::OtherFace);
        QCOMPARE(tracker.number(), 1);
        QCOMPARE(tracker.follow(elsewhere, start + 80ms), Tracker::Step::GoesOn);
    }

    void aSwapInTheSamePlaceIsAnotherFace()
    {
        Tracker tracker;
        QCOMPARE(tracker.follow(here, start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(m_faces.pictureOf(m_ada)), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(m_faces.pictureOf(m_bob)), Tracker::Step::OtherFace);
        QCOMPARE(tracker.recognise(m_faces.pictureOf(m_bob)), Tracker::Step::GoesOn);
        QCOMPARE(tracker.number(), 1);
    }

    // Of pairs of children 0.66 % score what the tracker once took for one person.
    void aSwapOfTwoWhoLookAlikeIsAnotherFace()
    {
        Tracker tracker;
        QCOMPARE(tracker.follow(here, start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(m_ada), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(lookAlike()), Tracker::Step::OtherFace);
        QCOMPARE(tracker.number(), 1);
    }

    // A turned head looks less like itself, and is not taken into the mean.
    void aTurnedHeadGoesOn()
    {
        const Embedding turned = lookAlike();
        Tracker tracker;
        QCOMPARE(tracker.recognise(m_ada), Tracker::Step::GoesOn);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(tracker.recognise(turned, Tracker::Head::Turning), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(m_ada), Tracker::Step::GoesOn);
        QCOMPARE(tracker.recognise(m_bob, Tracker::Head::Turning), Tracker::Step::OtherFace);
    }

    void whoComesBackAfterAWhileStartsOver()
    {
        Tracker tracker;
        for (int i = 0; i <= 15; ++i)
            QCOMPARE(tracker.frame(start + i * 40ms), Tracker::Step::GoesOn);
        QCOMPARE(tracker.follow(here, start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.follow(here, start + 600ms), Tracker::Step::OtherFace);
    }

    void framesOutOfTimeStartOver_data()
    {
        QTest::addColumn<int>("later");
        QTest::addColumn<bool>("isJump");
        QTest::newRow("backwards") << -40 << true;
        QTest::newRow("an hour backwards") << -3'600'000 << true;
        QTest::newRow("the same time") << 0 << false;
        QTest::newRow("the next frame") << 40 << false;
        QTest::newRow("a slow camera") << 400 << false;
        QTest::newRow("a stall") << 700 << true;
        QTest::newRow("an hour ahead") << 3'600'000 << true;
    }
    void framesOutOfTimeStartOver()
    {
        QFETCH(int, later);
        QFETCH(bool, isJump);
        Tracker tracker;
        QCOMPARE(tracker.frame(start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.follow(here, start), Tracker::Step::GoesOn);
        const Tracker::Time then = start + std::chrono::milliseconds(later);
        QCOMPARE(tracker.frame(then), isJump ? Tracker::Step::TimeJump : Tracker::Step::GoesOn);
        QCOMPARE(tracker.number(), isJump ? 1 : 0);
        QCOMPARE(tracker.follow(here, then), Tracker::Step::GoesOn);
    }

    void aJumpWithNobodyThereMattersToNobody()
    {
        Tracker tracker;
        QCOMPARE(tracker.frame(start), Tracker::Step::GoesOn);
        QCOMPARE(tracker.frame(start + 10s), Tracker::Step::GoesOn);
    }
};

KOBAI_TEST(TrackerTest, QCoreApplication)
#include "TrackerTest.moc"
