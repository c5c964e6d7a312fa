// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EnrolmentCoach.h"
#include "face/IdentifyRun.h"

#include "SyntheticFaces.h"

#include <QTest>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;

namespace {

const QRectF here(0.3, 0.2, 0.2, 0.4);
const QRectF elsewhere(0.75, 0.2, 0.2, 0.4);

/// Frames 50 ms apart.
class Frames final {
public:
    FrameEvidence of(const Embedding& embedding, float live = 0.99F, const QRectF& box = here)
    {
        FrameEvidence evidence = without(Guidance::Good);
        evidence.face = box;
        evidence.embedding = embedding;
        evidence.live = live;
        return evidence;
    }
    FrameEvidence without(Guidance guidance)
    {
        m_now += 50ms;
        FrameEvidence evidence;
        evidence.taken = m_now;
        evidence.time = m_now + 20ms;
        evidence.guidance = guidance;
        return evidence;
    }
    void wait(std::chrono::milliseconds time) { m_now += time; }
    [[nodiscard]] Tracker::Time now() const { return m_now; }

private:
    Tracker::Time m_now = Tracker::Time(1h);
};

} // namespace

class FaceRunTest final : public QObject {
    Q_OBJECT

    SyntheticFaces m_faces;
    Embedding m_ada = m_faces.person();
    Embedding m_bob = m_faces.person();
    Gallery m_gallery{{entryOf(1, m_ada), entryOf(2, m_faces.person())}};
    DecisionPolicy m_policy{.threshold = 4.5F, .margin = 0.7F, .agreement = 1, .frames = 4, .liveness = 0.5F};

    std::optional<Identification> feed(IdentifyRun& run, const FrameEvidence& evidence)
    {
        return run.add(evidence, m_gallery, m_policy);
    }

private Q_SLOTS:
    // [row 24] One lucky frame decides nothing; four of one face do.
    void evidenceOfSeveralFramesIsNeeded()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada))));
        const auto verdict = feed(run, frames.of(m_faces.pictureOf(m_ada)));
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::Identified);
        QCOMPARE(verdict->person, personId(1));
        QCOMPARE(verdict->frames, 4);
        QCOMPARE(verdict->elapsedMs, 170); // from the first frame's taking to the last one's verdict
        QVERIFY(verdict->margin > 1);
    }

    // [row 23]
    void aStrangerIsUnknownAtOnce()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        std::optional<Identification> verdict;
        for (int i = 0; i < 4; ++i)
            verdict = feed(run, frames.of(m_faces.pictureOf(m_bob)));
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::Unknown);
        QVERIFY(verdict->person.isNull());
    }

    // [row 24] A second person who steps into the same place takes no evidence over.
    void aSwapInPlaceStartsOver()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada))));
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_bob))));
        QCOMPARE(run.framesGathered(), 1);
        for (int i = 0; i < 2; ++i)
            QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_bob))));
        QCOMPARE(feed(run, frames.of(m_faces.pictureOf(m_bob)))->verdict, Verdict::Unknown);
    }

    void aFaceElsewhereOrAfterAGapStartsOver()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada))));
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada), 0.99F, elsewhere)));
        QCOMPARE(run.framesGathered(), 1);
        frames.wait(600ms);
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada), 0.99F, elsewhere)));
        QCOMPARE(run.framesGathered(), 1);
        QVERIFY(!feed(run, frames.without(Guidance::HoldStill)));
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada), 0.99F, elsewhere)));
        QCOMPARE(run.framesGathered(), 2);
    }

    // [row 25] [row 29] A picture of an enrolled person is said to be one, and names nobody.
    void aPictureIsASpoofAndNamesNobody()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        std::optional<Identification> verdict;
        int count = 0;
        while (!verdict && count < 50) {
            verdict = feed(run, frames.of(m_faces.pictureOf(m_ada), 0.01F));
            ++count;
        }
        QCOMPARE(verdict->verdict, Verdict::Spoof);
        QVERIFY(verdict->person.isNull());
        QCOMPARE(count, 12);
    }

    void oneBadLivenessFrameIsOutweighed()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 8s);
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada), 0.1F)));
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada))));
        QVERIFY(!feed(run, frames.of(m_faces.pictureOf(m_ada))));
        QCOMPARE(feed(run, frames.of(m_faces.pictureOf(m_ada)))->verdict, Verdict::Identified);
    }

    // [row 25]
    void timeOutKeepsTheLastGuidance()
    {
        Frames frames;
        IdentifyRun run(frames.now(), 1s);
        QVERIFY(!feed(run, frames.without(Guidance::NoFace)));
        QVERIFY(!feed(run, frames.without(Guidance::TooDark)));
        QVERIFY(!run.waited(frames.now(), m_policy));
        frames.wait(1s);
        const auto verdict = run.waited(frames.now(), m_policy);
        QCOMPARE(verdict->verdict, Verdict::TimedOut);
        QCOMPARE(verdict->lastGuidance, Guidance::TooDark);
        QCOMPARE(verdict->elapsedMs, 0); // no face was ever seen
    }

    void coachSkipsWhatLooksTheSame()
    {
        Frames frames;
        EnrolmentCoach coach(3);
        const auto frame = [&](const Embedding& embedding, float yaw) {
            frames.wait(500ms);
            return EnrolmentFrame{.time = frames.now(), .pose = {.yaw = yaw}, .embedding = embedding, .quality = {}};
        };
        QCOMPARE(coach.offer(frame(m_ada, 0)), EnrolmentCoach::Answer::Taken);
        QCOMPARE(coach.offer(frame(m_ada, 1)), EnrolmentCoach::Answer::TooAlike);
        QCOMPARE(coach.offer(frame(m_ada, 15)), EnrolmentCoach::Answer::Taken);
        QCOMPARE(coach.offer(frame(m_ada, 14)), EnrolmentCoach::Answer::TooAlike);
        QVERIFY(!coach.isComplete());
        QCOMPARE(coach.offer(frame(m_ada, -15)), EnrolmentCoach::Answer::Taken);
        QVERIFY(coach.isComplete());
    }

    void coachAsksLessOfSomebodyWhoKeepsStill()
    {
        Frames frames;
        EnrolmentCoach coach(3);
        int offered = 0;
        while (!coach.isComplete() && offered < 1000) {
            frames.wait(100ms);
            (void)coach.offer({.time = frames.now(), .pose = {}, .embedding = m_ada, .quality = {}});
            ++offered;
        }
        QVERIFY2(offered <= 150, qPrintable(QString::number(offered))); // 15 seconds
        QVERIFY(offered >= 50);
    }

    void coachRefusesAnotherPerson()
    {
        Frames frames;
        EnrolmentCoach coach(3);
        const auto offer = [&](const Embedding& embedding) {
            frames.wait(500ms);
            return coach.offer({.time = frames.now(), .pose = {}, .embedding = embedding, .quality = {}});
        };
        QCOMPARE(offer(m_ada), EnrolmentCoach::Answer::Taken);
        QCOMPARE(offer(m_bob), EnrolmentCoach::Answer::TooAlike); // one odd frame is forgiven
        QCOMPARE(offer(m_ada), EnrolmentCoach::Answer::TooAlike);
        QCOMPARE(offer(m_bob), EnrolmentCoach::Answer::TooAlike);
        QCOMPARE(offer(m_bob), EnrolmentCoach::Answer::TooAlike);
        QCOMPARE(offer(m_bob), EnrolmentCoach::Answer::OtherPerson);
        QCOMPARE(coach.captures().size(), 1);
    }
};

QTEST_APPLESS_MAIN(FaceRunTest)
#include "FaceRunTest.moc"
