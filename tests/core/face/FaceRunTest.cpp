// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/IdentifyRun.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <numbers>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;

namespace {

/// Frames 80 ms apart, of one track unless the test says otherwise.
class Frames final {
public:
    FrameFinding of(const Embedding& embedding, AttackFinding attack = AttackFinding::Live)
    {
        FrameFinding finding = withFace(Guidance::Good);
        finding.embedding = embedding;
        finding.attack = attack;
        finding.live = attack == AttackFinding::Attack ? 0.01F : 0.99F;
        return finding;
    }
    FrameFinding withFace(Guidance guidance)
    {
        FrameFinding finding = without(guidance);
        finding.observation.face = QRectF(0.3, 0.2, 0.2, 0.4);
        finding.sample = ChallengeSample{
            .taken = m_now, .pose = {.yaw = m_yaw}, .landmarks = head(m_yaw, m_eyeAspect), .eyeAspect = m_eyeAspect};
        return finding;
    }
    FrameFinding without(Guidance guidance)
    {
        m_now += 80ms;
        FrameFinding finding;
        finding.taken = m_now;
        finding.track = m_track;
        finding.observation.guidance = guidance;
        return finding;
    }
    void wait(std::chrono::milliseconds time) { m_now += time; }
    void anotherTrack() { ++m_track; }
    void turn(float yaw) { m_yaw = yaw; }
    void closeEyes(bool isClosed) { m_eyeAspect = isClosed ? 0.08F : openAspect; }
    [[nodiscard]] Tracker::Time now() const { return m_now; }
    [[nodiscard]] Tracker::Time looked() const { return m_now + 20ms; }

private:
    static constexpr float openAspect = 0.3F;

    /// The points that a challenge looks at: eyes 60 pixels apart, and a nose that stands out of the face.
    static Landmarks head(float yaw, float aspect)
    {
        Landmarks points;
        points.fill(QPointF(200, 150));
        const auto eye = [&](std::size_t first, double x) {
            const double half = 10;
            const double lid = half * double(aspect);
            points[first] = QPointF(x - half, 140);
            points[first + 1] = points[first + 2] = QPointF(x, 140 - lid);
            points[first + 3] = QPointF(x + half, 140);
            points[first + 4] = points[first + 5] = QPointF(x, 140 + lid);
        };
        eye(36, 170);
        eye(42, 230);
        points[27] = QPointF(200, 135);
        points[30] = QPointF(200 + 25 * std::sin(double(yaw) * std::numbers::pi / 180), 165);
        points[51] = QPointF(200, 185);
        points[48] = QPointF(180, 190);
        points[54] = QPointF(220, 190);
        return points;
    }

    Tracker::Time m_now = Tracker::Time(1h);
    int m_track = 0;
    float m_yaw = 0;
    float m_eyeAspect = openAspect;
};

} // namespace

class FaceRunTest final : public QObject {
    Q_OBJECT

    SyntheticFaces m_faces;
    Embedding m_ada = m_faces.person();
    Embedding m_bob = m_faces.person();
    Gallery m_gallery{{entryOf(1, m_ada), entryOf(2, m_faces.person())}};
    DecisionPolicy m_policy{.threshold = 4.5F, .margin = 0.7F, .agreement = 1, .frames = 4, .claimThreshold = 4};
    security::SystemRandom m_random;
    Frames m_frames;

    std::optional<Identification> feed(IdentifyRun& run, const FrameFinding& finding)
    {
        return run.add(finding, m_frames.looked(), m_gallery, m_policy);
    }
    /// The verdict of the fourth of @p count frames of @p person.
    std::optional<Identification> feedPictures(IdentifyRun& run, const Embedding& person, int count = 4)
    {
        std::optional<Identification> verdict;
        for (int i = 0; i < count && !verdict; ++i)
            verdict = feed(run, m_frames.of(m_faces.pictureOf(person)));
        return verdict;
    }

    /// Somebody who does what is shown: turns in steps of 6 degrees, closes the eyes for three frames.
    std::optional<Identification> obey(IdentifyRun& run, const Gallery& gallery)
    {
        float yaw = 0;
        int closed = 0;
        std::optional<Identification> verdict;
        for (int i = 0; i < 200 && !verdict; ++i) {
            const FrameFinding finding = m_frames.withFace(Guidance::Good);
            verdict = run.add(finding, m_frames.looked(), gallery, m_policy);
            const Guidance asked = run.shown(finding.observation, m_policy).guidance;
            const float aim = asked == Guidance::TurnLeft ? 30.0F : asked == Guidance::TurnRight ? -30.0F : 0.0F;
            yaw += std::clamp(aim - yaw, -6.0F, 6.0F);
            closed = asked == Guidance::Blink ? closed + 1 : 0;
            m_frames.turn(yaw);
            m_frames.closeEyes(closed % 10 >= 4 && closed % 10 < 7);
        }
        return verdict;
    }

private Q_SLOTS:
    void init() { m_frames = Frames(); }

    // [row 24] One lucky frame decides nothing; four of one face do.
    void evidenceOfSeveralFramesIsNeeded()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        QVERIFY(!feedPictures(run, m_ada, 3));
        QCOMPARE(run.shown({}, m_policy).ring, 0.75F);
        const auto verdict = feedPictures(run, m_ada, 1);
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::Identified);
        QCOMPARE(verdict->person, personId(1));
        QCOMPARE(verdict->runnerUp, personId(2));
        QCOMPARE(verdict->frames, 4);
        QCOMPARE(verdict->elapsedMs, 260); // from the first frame's taking to the last one's verdict
        QCOMPARE(verdict->threshold, m_policy.threshold);
        QVERIFY(verdict->margin > 1);
    }

    // [row 23]
    void aStrangerIsUnknownAndNamesNobody()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        const auto verdict = feedPictures(run, m_bob);
        QCOMPARE(verdict->verdict, Verdict::Unknown);
        QVERIFY(verdict->person.isNull() && verdict->runnerUp.isNull());
    }

    // [row 24] Two faces that swap places, a face that leaves and another that comes: nothing is taken over, and why it
    // starts over is said.
    void anotherFaceStartsOver()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        QVERIFY(!feedPictures(run, m_ada, 3));
        m_frames.anotherTrack();
        FrameFinding swapped = m_frames.of(m_faces.pictureOf(m_bob));
        swapped.step = Tracker::Step::OtherFace;
        QVERIFY(!feed(run, swapped));
        QCOMPARE(run.framesGathered(), 1);
        QCOMPARE(run.shown(swapped.observation, m_policy).guidance, Guidance::SeveralFaces);
        QCOMPARE(feedPictures(run, m_bob, 3)->verdict, Verdict::Unknown);
    }
    void aFaceThatLeavesIsSaid()
    {
        IdentifyRun run(m_frames.now(), {.patienceMs = 2000}, m_random);
        QVERIFY(!feedPictures(run, m_ada, 3));
        std::optional<Identification> verdict;
        for (int i = 0; i < 40 && !verdict; ++i)
            verdict = feed(run, m_frames.without(Guidance::NoFace));
        QCOMPARE(verdict->verdict, Verdict::TimedOut);
        QCOMPARE(verdict->lastGuidance, Guidance::NoFace);
        QVERIFY(verdict->person.isNull());
    }
    void aClockThatJumpsStartsOver()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        QVERIFY(!feedPictures(run, m_ada, 3));
        m_frames.anotherTrack();
        FrameFinding late = m_frames.of(m_faces.pictureOf(m_ada));
        late.step = Tracker::Step::TimeJump;
        QVERIFY(!feed(run, late));
        QCOMPARE(run.framesGathered(), 1);
        QCOMPARE(run.shown(late.observation, m_policy).guidance, Guidance::Starting);
    }

    // [row 25] [row 29] A picture of an enrolled person is said to be one, and names nobody.
    void aPictureIsASpoofAndNamesNobody()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!feed(run, m_frames.of(m_faces.pictureOf(m_ada), AttackFinding::Attack)));
        const auto verdict = feed(run, m_frames.of(m_faces.pictureOf(m_ada), AttackFinding::Attack));
        QCOMPARE(verdict->verdict, Verdict::Spoof);
        QVERIFY(verdict->person.isNull());
    }
    void nothingIsDecidedBeforeTheAttackCheckIs()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        for (int i = 0; i < 30; ++i)
            QVERIFY(!feed(run, m_frames.of(m_faces.pictureOf(m_ada), AttackFinding::TooFewFrames)));
        QVERIFY(run.framesGathered() <= 16); // memory is bounded
        QVERIFY(!feed(run, m_frames.of(m_faces.pictureOf(m_ada), AttackFinding::TooFar)));
        QCOMPARE(feedPictures(run, m_ada, 1)->verdict, Verdict::Identified);
    }

    // [row 25]
    void timeOutKeepsTheLastGuidance()
    {
        IdentifyRun run(m_frames.now(), {.patienceMs = 1000}, m_random);
        QVERIFY(!feed(run, m_frames.without(Guidance::NoFace)));
        QVERIFY(!feed(run, m_frames.without(Guidance::TooDark)));
        QVERIFY(!run.waited(m_frames.now(), m_policy));
        m_frames.wait(1s);
        const auto verdict = run.waited(m_frames.now(), m_policy);
        QCOMPARE(verdict->verdict, Verdict::TimedOut);
        QCOMPARE(verdict->lastGuidance, Guidance::TooDark);
        QCOMPARE(verdict->elapsedMs, 0); // no face was ever seen
    }

    // [row 1] Whoever could not be recognised is not looked at.
    void withoutAnybodyToCompareWithNothingIsTried()
    {
        const Gallery nobody;
        QVERIFY(canRecognise({}, m_gallery));
        QVERIFY(!canRecognise({}, nobody));
        QVERIFY(canRecognise({.claimed = personId(1)}, m_gallery));
        QVERIFY(!canRecognise({.claimed = personId(3)}, m_gallery));
        QVERIFY(!canRecognise({.claimed = personId(1)}, nobody));
        QVERIFY(canRecognise({.presentation = true}, nobody)); // compares with nobody
    }

    /// An attack session looks at a face without encoding it.
    void aPresentationIsJudgedWithoutAnEncoding()
    {
        const auto present = [this](IdentifyRun& run, AttackFinding attack) {
            std::optional<Identification> verdict;
            for (int i = 0; i < 4; ++i) {
                FrameFinding finding = m_frames.of({}, attack);
                finding.embedding.reset();
                finding.isPresentation = true;
                verdict = feed(run, finding);
            }
            return verdict;
        };
        IdentifyRun living(m_frames.now(), {.presentation = true}, m_random);
        const auto live = present(living, AttackFinding::Live);
        QCOMPARE(live->verdict, Verdict::Unknown);
        QVERIFY(live->person.isNull());
        QCOMPARE(live->frames, 4);
        IdentifyRun print(m_frames.now(), {.presentation = true}, m_random);
        QCOMPARE(present(print, AttackFinding::Attack)->verdict, Verdict::Spoof);
    }

    // [row 28] 1:1 compares with the claimed person alone.
    void aClaimIsComparedWithThatPersonOnly()
    {
        IdentifyRun own(m_frames.now(), {.claimed = personId(1)}, m_random);
        const auto right = feedPictures(own, m_ada);
        QCOMPARE(right->verdict, Verdict::Identified);
        QCOMPARE(right->person, personId(1));
        QCOMPARE(right->threshold, m_policy.claimThreshold);
        QVERIFY(right->runnerUp.isNull());

        IdentifyRun others(m_frames.now(), {.claimed = personId(2)}, m_random);
        const auto wrong = feedPictures(others, m_ada); // enrolled, but not the one who was claimed
        QCOMPARE(wrong->verdict, Verdict::OtherPerson);
        QCOMPARE(wrong->person, personId(2));

        IdentifyRun nobodys(m_frames.now(), {.claimed = personId(3)}, m_random);
        QCOMPARE(feedPictures(nobodys, m_ada)->verdict, Verdict::NotEnrolled);
    }

    void galleriesOfNobodyAndOfOne()
    {
        IdentifyRun run(m_frames.now(), {}, m_random);
        std::optional<Identification> verdict;
        const auto decide = [&](IdentifyRun& attempt, const Gallery& gallery) {
            for (int i = 0; i < 4; ++i)
                verdict = attempt.add(m_frames.of(m_faces.pictureOf(m_ada)), m_frames.looked(), gallery, m_policy);
        };
        decide(run, Gallery());
        QCOMPARE(verdict->verdict, Verdict::Unknown);
        QCOMPARE(verdict->margin, 0.0F);
        IdentifyRun alone(m_frames.now(), {}, m_random);
        decide(alone, Gallery({entryOf(1, m_ada)}));
        QCOMPARE(verdict->verdict, Verdict::Identified);
        QCOMPARE(verdict->margin, verdict->score);
        QVERIFY(verdict->runnerUp.isNull());
    }

    // [row 30] Recognised is not enough when a challenge is asked for; who cannot do it is not asked.
    void aChallengeFollowsRecognition()
    {
        IdentifyRun run(m_frames.now(), {.challenge = true}, m_random);
        QVERIFY(!feedPictures(run, m_ada));
        QVERIFY(run.isChallenging());
        std::optional<Identification> verdict;
        for (int i = 0; i < 200 && !verdict; ++i)
            verdict = feed(run, m_frames.withFace(Guidance::Good)); // stands still
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::ChallengeFailed);
        QCOMPARE(verdict->person, personId(1));

        IdentifyRun exempt(m_frames.now(), {.challenge = true, .withoutChallenge = {personId(1)}}, m_random);
        QCOMPARE(feedPictures(exempt, m_ada)->verdict, Verdict::Identified);
    }
    void whoDoesWhatIsAskedPasses()
    {
        IdentifyRun run(m_frames.now(), {.challenge = true}, m_random);
        QVERIFY(!feedPictures(run, m_ada));
        const auto verdict = obey(run, m_gallery);
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::Identified);
        QCOMPARE(verdict->person, personId(1));
        QCOMPARE(verdict->runnerUp, personId(2));
    }
    // [row 4] Withdrawn while the challenge runs.
    void whoLeavesTheGalleryMeanwhileIsNobody()
    {
        IdentifyRun run(m_frames.now(), {.challenge = true}, m_random);
        QVERIFY(!feedPictures(run, m_ada));
        const auto verdict = obey(run, Gallery({entryOf(2, m_bob)}));
        QVERIFY(verdict.has_value());
        QCOMPARE(verdict->verdict, Verdict::Unknown);
        QVERIFY(verdict->person.isNull() && verdict->runnerUp.isNull());
    }
    void aSwapDuringTheChallengeFailsIt()
    {
        IdentifyRun run(m_frames.now(), {.challenge = true}, m_random);
        QVERIFY(!feedPictures(run, m_ada));
        const auto verdict = feed(run, m_frames.of(m_faces.pictureOf(m_bob)));
        QCOMPARE(verdict->verdict, Verdict::ChallengeFailed);

        IdentifyRun tracked(m_frames.now(), {.challenge = true}, m_random);
        QVERIFY(!feedPictures(tracked, m_ada));
        m_frames.anotherTrack();
        QCOMPARE(feed(tracked, m_frames.withFace(Guidance::Good))->verdict, Verdict::ChallengeFailed);
    }
};

KOBAI_TEST(FaceRunTest, QCoreApplication)
#include "FaceRunTest.moc"
