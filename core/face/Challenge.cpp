// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Challenge.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

// biometrics.md 5.3: 15 to 20 degrees; headPose() is good to a few.
constexpr double leastTurn = 15;
constexpr double backAgain = 10;
constexpr double straight = 14; ///< the start's yaw at most
/// A nose stands 20 mm out of a line drawn on a face whose eyes are 63 mm apart: 0.08 of that at 15 degrees. In the clip
/// of a man who turns his head it is 0.05 to 0.09; a sheet shows none (ChallengeTest).
constexpr double leastParallax = 0.045;
// A lid gap that is smaller than this share of the person's own is a closed eye: fixed ratios disadvantage narrow eyes.
constexpr double closedShare = 0.7;
constexpr double openShare = 0.85;
constexpr auto longestBlink = 1200ms; ///< 100 to 400 ms when not asked for; somebody who was asked takes longer
constexpr double steadiest = 12;      ///< degrees that the head may move while it blinks: a nod hides the eyes as well
constexpr std::size_t framesOfStart = 3;
/// In a longer gap the face could be exchanged.
constexpr auto longestGap = 500ms;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

std::vector<ChallengeStep> drawChallenge(security::RandomSource& random, int count)
{
    std::vector steps{ChallengeStep::TurnLeft, ChallengeStep::TurnRight, ChallengeStep::Blink};
    std::array<unsigned char, 8> bytes{};
    random.fill(bytes.data(), bytes.size());
    // 32 bits for each choice: their remainders are even enough.
    for (std::size_t last = steps.size() - 1, i = 0; last > 0; --last, i += 4) {
        const std::uint32_t number = bytes[i] | std::uint32_t(bytes[i + 1]) << 8 | std::uint32_t(bytes[i + 2]) << 16
                                     | std::uint32_t(bytes[i + 3]) << 24;
        std::swap(steps[last], steps[number % (last + 1)]);
    }
    steps.resize(std::size_t(std::clamp(count, 1, int(steps.size()))));
    return steps;
}

Challenge::Challenge(std::vector<ChallengeStep> steps, Time start, std::chrono::milliseconds window)
    : m_steps(std::move(steps)), m_window(window), m_windowStart(start)
{
}

Challenge::State Challenge::add(const ChallengeSample& sample)
{
    if (m_state != State::Running || (m_last && sample.taken <= *m_last))
        return m_state;
    if (m_last && sample.taken - *m_last > longestGap)
        m_state = State::Failed;
    m_last = sample.taken;
    if (waited(sample.taken) == State::Failed)
        return m_state;
    const Look look = lookOf(sample);
    if (m_start)
        judge(look, sample.taken);
    else
        gatherStart(look, sample.taken);
    return m_state;
}

Challenge::State Challenge::waited(Time now)
{
    if (m_state == State::Running && now - m_windowStart > m_window)
        m_state = State::Failed;
    return m_state;
}

std::optional<ChallengeStep> Challenge::step() const
{
    if (m_state != State::Running || !m_start)
        return std::nullopt;
    return m_steps[std::size_t(m_done)];
}

Challenge::Look Challenge::lookOf(const ChallengeSample& sample)
{
    const Landmarks& points = sample.landmarks;
    const double apart = std::max(1.0, eyeDistance(points));
    const QPointF root = points[27];
    const QPointF down = points[51] - root;
    const QPointF tip = points[30] - root;
    const double length = std::max(1.0, std::hypot(down.x(), down.y()));
    const auto gap = [&](std::size_t first) {
        return QLineF(points[first + 1], points[first + 5]).length()
               + QLineF(points[first + 2], points[first + 4]).length();
    };
    const QPointF eyes = (leftEye(points) + rightEye(points)) / 2;
    const double height = std::max(1.0, QLineF(eyes, (points[48] + points[54]) / 2).length());
    return {.yaw = double(sample.pose.yaw),
            .pitch = double(sample.pose.pitch),
            .nose = (tip.x() * down.y() - tip.y() * down.x()) / length / apart,
            .lids = (gap(36) + gap(42)) / 4 / height};
}

void Challenge::gatherStart(const Look& look, Time taken)
{
    if (std::abs(look.yaw) > straight)
        return;
    m_gathered.push_back(look);
    if (m_gathered.size() < framesOfStart)
        return;
    const auto middle = [&](double Look::*part) {
        std::vector<double> values;
        for (const Look& each : m_gathered)
            values.push_back(each.*part);
        return median(std::move(values));
    };
    m_start = Look{.yaw = middle(&Look::yaw),
                   .pitch = middle(&Look::pitch),
                   .nose = middle(&Look::nose),
                   .lids = middle(&Look::lids)};
    m_windowStart = taken;
}

void Challenge::judge(const Look& look, Time taken)
{
    bool isDone = false;
    switch (m_steps[std::size_t(m_done)]) {
    case ChallengeStep::TurnLeft:
        isDone = turned(look, 1);
        break;
    case ChallengeStep::TurnRight:
        isDone = turned(look, -1);
        break;
    case ChallengeStep::Blink:
        isDone = blinked(look, taken);
        break;
    }
    if (!isDone)
        return;
    m_isTurned = false;
    m_closed.reset();
    m_windowStart = taken;
    if (++m_done == stepsWanted())
        m_state = State::Passed;
}

bool Challenge::turned(const Look& look, double direction)
{
    const double turn = direction * (look.yaw - m_start->yaw);
    if (m_isTurned)
        return turn <= backAgain; // who swings on to the other side has come back too
    m_isTurned = turn >= leastTurn && direction * (look.nose - m_start->nose) >= leastParallax;
    return false;
}

bool Challenge::blinked(const Look& look, Time taken)
{
    const bool isSteady =
        std::abs(look.yaw - m_start->yaw) <= steadiest && std::abs(look.pitch - m_start->pitch) <= steadiest;
    if (!isSteady || (m_closed && taken - *m_closed > longestBlink)) {
        m_closed.reset();
        return false;
    }
    if (m_closed)
        return look.lids >= openShare * m_start->lids;
    if (look.lids <= closedShare * m_start->lids)
        m_closed = taken;
    return false;
}

} // namespace kobai::face
