// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Tracker.h"

#include "face/Detector.h"

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// A head moves less than this between two frames at 10 a second and more.
constexpr double leastOverlap = 0.25;
constexpr auto longestGap = 500ms;
/// Two frames of one person in one clip score 5 and more; of pairs of children (ages-dev) one in 1,000 scores 3.9.
constexpr float leastLikeness = 3.5F;

} // namespace

bool Tracker::follow(const QRectF& box, Time time)
{
    const bool isSame = m_box && time - m_time <= longestGap && intersectionOverUnion(*m_box, box) >= leastOverlap;
    const bool isFirst = !m_box;
    if (!isSame)
        forget();
    m_box = box;
    m_time = time;
    return isSame || isFirst;
}

bool Tracker::recognise(const Embedding& embedding)
{
    const bool isSame = !m_first || fusedScore(cosines(*m_first, embedding)) >= leastLikeness;
    if (!isSame || !m_first) {
        forget();
        m_first = embedding;
    }
    return isSame;
}

void Tracker::forget()
{
    if (m_first)
        wipe(*m_first);
    m_first.reset();
}

} // namespace kobai::face
