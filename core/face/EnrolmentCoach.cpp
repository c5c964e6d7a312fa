// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EnrolmentCoach.h"

#include "face/Quality.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// Two captures of one person score 5 and more on the clips; of pairs of children (ages-dev) one in 1,000 scores 3.9.
constexpr float samePerson = 3.5F;
constexpr int strangersNeeded = 3;

/// The first demand, and how it fades to nothing.
constexpr float turnWanted = 12;         ///< degrees of yaw and pitch together
constexpr float differenceWanted = 1.5F; ///< of the fused score below a picture's score with itself
constexpr auto shortestGap = 400ms;
constexpr auto patience = 5s;

/// A picture with itself: both cosines 1.
const float identical = fusedScore({.dlib = 1, .second = 1});

} // namespace

EnrolmentCoach::EnrolmentCoach(int wanted) : m_wanted(wanted)
{
    m_captures.reserve(wanted); // growing would leave copies behind
}

EnrolmentCoach::~EnrolmentCoach()
{
    if (!m_captures.isDetached())
        return; // somebody else holds them: wiping would copy them first
    for (Capture& capture : m_captures)
        wipe(capture.embedding);
}

EnrolmentCoach::Answer EnrolmentCoach::offer(const EnrolmentFrame& frame)
{
    const bool isSame = std::ranges::all_of(m_captures, [&](const Capture& capture) {
        return fusedScore(cosines(capture.embedding, frame.embedding)) >= samePerson;
    });
    m_strangers = isSame ? 0 : m_strangers + 1;
    if (!isSame)
        return m_strangers < strangersNeeded ? Answer::TooAlike : Answer::OtherPerson;
    if (!m_captures.isEmpty() && !isNew(frame))
        return Answer::TooAlike;
    m_captures.push_back(
        {.embedding = frame.embedding, .quality = frame.quality, .weight = captureWeight(frame.quality)});
    m_poses.push_back(frame.pose);
    m_lastTaken = frame.time;
    return Answer::Taken;
}

bool EnrolmentCoach::isNew(const EnrolmentFrame& frame) const
{
    const auto waited = frame.time - m_lastTaken;
    if (waited < shortestGap)
        return false;
    using Seconds = std::chrono::duration<double>;
    const double left = std::clamp(1.0 - Seconds(waited) / Seconds(patience), 0.0, 1.0);
    const bool isTurned = std::ranges::all_of(m_poses, [&](const HeadPose& pose) {
        return std::hypot(frame.pose.yaw - pose.yaw, frame.pose.pitch - pose.pitch) >= turnWanted * left;
    });
    const bool looksDifferent = std::ranges::all_of(m_captures, [&](const Capture& capture) {
        return identical - fusedScore(cosines(capture.embedding, frame.embedding)) >= differenceWanted * left;
    });
    return isTurned || looksDifferent;
}

} // namespace kobai::face
