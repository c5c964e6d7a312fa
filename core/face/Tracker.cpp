// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Tracker.h"

#include "face/Detector.h"

#include <array>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// A head moves less than this between two frames at 10 a second and more.
constexpr double leastOverlap = 0.25;
constexpr auto longestGap = 500ms;
/// What a good frame scores with the mean of those before it. Of 2,999 good frames of one person in 32 films one in 200 scores less than 6.0
/// and one in 1,000 less than 4.8: then the probe begins anew. Of 211,575 pairs of children (ages-dev) one in 50,000 reaches 4.9.
constexpr float leastAgreement = 5.0F;

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

Tracker::Step Tracker::recognise(const Embedding& embedding, Head head)
{
    const bool isFirst = !m_mean;
    const bool isSame = !isFirst
                        && (head == Head::Turning ? isSamePerson(*m_mean, embedding)
                                                  : fusedScore(cosines(*m_mean, embedding)) >= leastAgreement);
    if (isSame) {
        if (head == Head::Still)
            addToMean(embedding);
        return Step::GoesOn;
    }
    if (!isFirst)
        ++m_number;
    forget();
    m_mean = embedding;
    m_still = 1;
    return isFirst ? Step::GoesOn : Step::OtherFace;
}

void Tracker::addToMean(const Embedding& embedding)
{
    *m_mean = meanEmbedding(std::array{*m_mean, embedding}, std::array{float(m_still), 1.0F});
    ++m_still;
}

void Tracker::startOver()
{
    ++m_number;
    m_box.reset();
    forget();
}

void Tracker::forget()
{
    m_mean.reset();
    m_still = 0;
}

} // namespace kobai::face
