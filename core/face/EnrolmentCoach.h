// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/HeadPose.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <QVector>

#include <optional>

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
/// is enrolled as well. A plain value, used on the vision thread.
class EnrolmentCoach final {
public:
    explicit EnrolmentCoach(int wanted) : m_wanted(wanted) {}

    enum class Answer {
        Taken,
        TooAlike,     ///< Guidance::TurnALittle
        OtherPerson,  ///< EnrolmentInconsistent; said when several frames in a row agree on it
    };
    [[nodiscard]] Answer offer(const EnrolmentFrame& frame);

    [[nodiscard]] bool isComplete() const { return int(m_captures.size()) >= m_wanted; }
    [[nodiscard]] int wanted() const { return m_wanted; }
    [[nodiscard]] const QVector<Capture>& captures() const { return m_captures; }

private:
    [[nodiscard]] bool isNew(const EnrolmentFrame& frame) const;

    int m_wanted;
    QVector<Capture> m_captures;
    QVector<HeadPose> m_poses;
    Tracker::Time m_lastTaken;
    int m_strangers = 0; ///< frames in a row that show somebody else
};

} // namespace kobai::face
