// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/HeadPose.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <QVector>

#include <utility>

namespace kobai::face {

/// A frame good enough for enrolment.
struct EnrolmentFrame {
    Tracker::Time time;
    HeadPose pose;
    Embedding embedding;
    QualityBars quality;
};

/// Picks the captures of one enrolment: good, of one person, and different from each other, since near-identical
/// pictures teach the template nothing. Asks for less difference the longer nothing new comes: who cannot turn the head
/// is enrolled as well. Used on the vision thread; overwrites the captures of a run that came to nothing.
class EnrolmentCoach final {
public:
    explicit EnrolmentCoach(int wanted);
    ~EnrolmentCoach();
    Q_DISABLE_COPY_MOVE(EnrolmentCoach)

    enum class Answer {
        Taken,
        TooAlike,    ///< Guidance::TurnALittle
        OtherPerson, ///< EnrolmentInconsistent; said when several frames in a row agree on it
    };
    [[nodiscard]] Answer offer(const EnrolmentFrame& frame);

    [[nodiscard]] bool isComplete() const { return int(m_captures.size()) >= m_wanted; }
    [[nodiscard]] int wanted() const { return m_wanted; }
    [[nodiscard]] const QVector<Capture>& captures() const { return m_captures; }
    /// Hands the captures over; none are left here.
    [[nodiscard]] QVector<Capture> takeCaptures() { return std::exchange(m_captures, {}); }

private:
    [[nodiscard]] bool isNew(const EnrolmentFrame& frame) const;

    int m_wanted;
    QVector<Capture> m_captures;
    QVector<HeadPose> m_poses;
    Tracker::Time m_lastTaken;
    int m_strangers = 0; ///< frames in a row that show somebody else
};

} // namespace kobai::face
