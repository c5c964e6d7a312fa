// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Tracker.h"

#include "face/Detector.h"

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// A head moves less than this between two frames at 10 a second and more.
constexpr double leastOverlap = 0.25;
constexpr auto longestGap = 500ms;

} // namespace

bool isSamePerson(const Embedding& a, const Embedding& b)
{
    constexpr float leastLikeness = 3.5F;
    return fusedScore(cosines(a, b)) >= leastLikeness;
}

Tracker::Step Tracker::frame(Time taken)
{
    const bool isInTime = !m_frame || (taken >= *m_frame && taken - *m_frame <= longestGap);
    m_frame = taken;
    if (isInTime)
        return Step::GoesOn;
    const bool hadFace = m_box.has_value();
    startOver();
    return hadFace ? Step::TimeJump : Step::GoesOn;
}

Tracker::Step Tracker::follow(const QRectF& box, Time taken)
{
    const bool isSame = !m_box || (taken - m_time <= longestGap && intersectionOverUnion(*m_box, box) >= leastOverlap);
    if (!isSame)
        startOver();
    m_box = box;
    m_time = taken;
    return isSame ? Step::GoesOn : Step::OtherFace;
}

Tracker::Step Tracker::recognise(const Embedding& embedding)
{
    if (m_first && isSamePerson(*m_first, embedding))
        return Step::GoesOn;
    const bool isFirst = !m_first;
    if (!isFirst)
        ++m_number;
    forget();
    m_first = embedding;
    return isFirst ? Step::GoesOn : Step::OtherFace;
}

void Tracker::startOver()
{
    ++m_number;
    m_box.reset();
    forget();
}

void Tracker::forget()
{
    if (m_first)
        wipe(*m_first);
    m_first.reset();
}

} // namespace kobai::face
