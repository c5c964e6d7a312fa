// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EnrolmentCoach.h"

#include "face/Quality.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

constexpr int strangersNeeded = 3;

/// Enough for another view of the face, and well within what the quality rules let through.
constexpr double yawWanted = 12;
constexpr double pitchWanted = 7;
/// Within this the head counts as straight.
constexpr double straightWithin = 12;
/// The least change of the head from every other capture, degrees, or of the looks, as the fused score below a picture's
/// score with itself.
constexpr double turnWanted = 8;
constexpr double differenceWanted = 1.0;
constexpr auto shortestGap = 400ms;
constexpr auto bestOf = 350ms;
/// All demands fade to nothing within this, for every capture after the first; of 20 s in all, with room for what is
/// not good at first.
constexpr Seconds patienceInAll = 15s;
constexpr Seconds longestPatience = 4.5s;

/// A picture with itself: both cosines 1.
const float identical = fusedScore({.dlib = 1, .second = 1});

} // namespace

EnrolmentCoach::EnrolmentCoach(int wanted) : m_wanted(std::max(1, wanted))
{
    constexpr std::array order{Pose::Straight, Pose::Left, Pose::Right, Pose::Up, Pose::Down};
    for (std::size_t i = 0; i < std::size_t(m_wanted); ++i)
        m_open.push_back(i < order.size() ? order[i] : Pose::Any);
    m_captures.reserve(m_wanted);
}

EnrolmentCoach::Answer EnrolmentCoach::look(const FrameFinding& finding)
{
    m_now = finding.taken;
    m_head.reset();
    if (finding.sample)
        m_head = finding.sample->pose;
    if (finding.embedding) {
        if (const auto answer = checkPerson(*finding.embedding))
            return *answer;
        if (!m_since)
            m_since = finding.taken;
        offer(finding);
    }
    if (!m_best || (finding.taken - m_best->since < bestOf && demand(finding.taken) > 0))
        return Answer::Nothing;
    takeBest(finding.taken);
    return Answer::Taken;
}

std::optional<EnrolmentCoach::Answer> EnrolmentCoach::checkPerson(const Embedding& embedding)
{
    const bool isSame =
        std::ranges::all_of(m_captures,
                            [&](const Capture& capture) { return isSamePerson(capture.embedding, embedding); })
        && (!m_best || isSamePerson(m_best->capture.embedding, embedding));
    m_strangers = isSame ? 0 : m_strangers + 1;
    if (isSame)
        return std::nullopt;
    return m_strangers < strangersNeeded ? Answer::Nothing : Answer::OtherPerson;
}

double EnrolmentCoach::demand(Tracker::Time now) const
{
    if (!m_since)
        return 1;
    const Seconds patience = std::min(longestPatience, patienceInAll / std::max(1, m_wanted - 1));
    return std::clamp(1.0 - Seconds(now - *m_since) / patience, 0.0, 1.0);
}

double EnrolmentCoach::progress(Pose pose, const HeadPose& head) const
{
    const HeadPose own = m_heads.isEmpty() ? HeadPose{} : m_heads.front();
    const double yaw = double(head.yaw) - double(own.yaw);
    const double pitch = double(head.pitch) - double(own.pitch);
    switch (pose) {
    case Pose::Straight:
        return straightWithin / std::max(straightWithin, std::hypot(double(head.yaw), double(head.pitch)));
    case Pose::Left:
        return yaw / yawWanted;
    case Pose::Right:
        return -yaw / yawWanted;
    case Pose::Up:
        return pitch / pitchWanted;
    case Pose::Down:
        return -pitch / pitchWanted;
    case Pose::Any:
        return 1;
    }
    Q_UNREACHABLE();
}

std::optional<EnrolmentCoach::Pose> EnrolmentCoach::fittingPose(const HeadPose& head, double demanded) const
{
    if (m_captures.isEmpty()) // the others are measured from it
        return progress(Pose::Straight, head) >= demanded ? std::optional(Pose::Straight) : std::nullopt;
    const auto fitting = std::ranges::find_if(m_open, [&](Pose pose) { return progress(pose, head) >= demanded; });
    if (fitting != m_open.end())
        return *fitting;
    return demanded <= 0 ? std::optional(m_open.front()) : std::nullopt;
}

bool EnrolmentCoach::isNew(const FrameFinding& finding, double demanded) const
{
    const HeadPose& head = finding.sample->pose;
    const bool isTurned = std::ranges::all_of(m_heads, [&](const HeadPose& other) {
        return std::hypot(head.yaw - other.yaw, head.pitch - other.pitch) >= turnWanted * demanded;
    });
    const bool looksDifferent = std::ranges::all_of(m_captures, [&](const Capture& capture) {
        return double(identical - fusedScore(cosines(capture.embedding, *finding.embedding)))
               >= differenceWanted * demanded;
    });
    return isTurned || looksDifferent;
}

void EnrolmentCoach::offer(const FrameFinding& finding)
{
    if (isComplete() || !finding.sample)
        return;
    const double demanded = demand(finding.taken);
    if (!m_captures.isEmpty() && (finding.taken - *m_since < shortestGap || !isNew(finding, demanded)))
        return;
    const auto pose = fittingPose(finding.sample->pose, demanded);
    if (!pose || (m_best && finding.weight <= m_best->capture.weight))
        return;
    const Tracker::Time since = m_best ? m_best->since : finding.taken;
    m_best = Best{
        .pose = *pose,
        .head = finding.sample->pose,
        .capture = {.embedding = *finding.embedding, .quality = finding.observation.quality, .weight = finding.weight},
        .since = since};
}

void EnrolmentCoach::takeBest(Tracker::Time now)
{
    m_captures.push_back(m_best->capture);
    m_heads.push_back(m_best->head);
    m_open.erase(std::ranges::find(m_open, m_best->pose));
    m_best.reset();
    m_since = now;
}

Guidance EnrolmentCoach::guidanceFor(Pose pose)
{
    switch (pose) {
    case Pose::Straight:
        return Guidance::TurnToCamera;
    case Pose::Left:
        return Guidance::TurnLeft;
    case Pose::Right:
        return Guidance::TurnRight;
    case Pose::Up:
        return Guidance::LookUp;
    case Pose::Down:
        return Guidance::LookDown;
    case Pose::Any:
        return Guidance::TurnALittle;
    }
    Q_UNREACHABLE();
}

Observation EnrolmentCoach::shown(Observation observation) const
{
    observation.framesGathered = int(m_captures.size());
    observation.framesWanted = m_wanted;
    double part = 0;
    if (!m_open.empty() && m_head && observation.guidance == Guidance::Good) {
        const Pose next = m_best ? m_best->pose : m_open.front();
        const double demanded = demand(m_now);
        part = m_best || demanded <= 0 ? 1 : std::clamp(progress(next, *m_head) / demanded, 0.0, 1.0);
        if (!m_best)
            observation.guidance = next == Pose::Straight && part >= 1 ? Guidance::Good : guidanceFor(next);
    }
    constexpr double nearlyThere = 0.9; // the ring closes only when the picture is taken
    observation.ring = float(std::clamp((double(m_captures.size()) + nearlyThere * part) / m_wanted, 0.0, 1.0));
    return observation;
}

} // namespace kobai::face
