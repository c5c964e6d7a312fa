// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameAnalyst.h"
#include "face/HeadPose.h"
#include "face/Tracker.h"
#include "face/Vision.h"

#include <QVector>

#include <optional>
#include <utility>
#include <vector>

namespace kobai::face {

/// Picks the captures of one enrolment: good, of one person, and different from each other, since near-identical
/// pictures teach the template nothing. Says one thing at a time: look straight, turn left, right, up, down. Asks for less
/// the longer nothing comes, so that who cannot turn the head is enrolled as well, and all of it within 20 s. Of the frames
/// that fit it takes the best of a short moment, not the first.
/// Used on the vision thread; overwrites the captures of a run that came to nothing.
class EnrolmentCoach final {
public:
    /// @p wanted: 1 to 5; more are taken as further varied pictures.
    explicit EnrolmentCoach(int wanted);
    ~EnrolmentCoach() = default;
    Q_DISABLE_COPY_MOVE(EnrolmentCoach)

    enum class Answer {
        Nothing,
        Taken,       ///< captures() has a new one
        OtherPerson, ///< EnrolmentInconsistent; said when several frames in a row agree on it
    };
    /// Every frame of the run, with a face or without.
    [[nodiscard]] Answer look(const FrameFinding& finding);

    /// The last frame's observation as the person should see it: what to do next, how far the ring is.
    [[nodiscard]] Observation shown(Observation observation) const;
    [[nodiscard]] bool isComplete() const { return int(m_captures.size()) >= m_wanted; }
    [[nodiscard]] const QVector<Capture>& captures() const { return m_captures; }
    /// Hands the captures over; none are left here.
    [[nodiscard]] QVector<Capture> takeCaptures() { return std::exchange(m_captures, {}); }

private:
    /// Where the head is to look, in degrees from the person's own straight.
    enum class Pose { Straight, Left, Right, Up, Down, Any };
    /// A frame that will be taken unless a better one comes in a moment.
    struct Best {
        Pose pose = Pose::Straight;
        HeadPose head;
        Capture capture;
        Tracker::Time since;
    };

    [[nodiscard]] static Guidance guidanceFor(Pose pose);
    [[nodiscard]] std::optional<Answer> checkPerson(const Embedding& embedding);
    void offer(const FrameFinding& finding);
    void takeBest(Tracker::Time now);
    /// How much of the demands is left after waiting for the next capture, 1 to 0.
    [[nodiscard]] double demand(Tracker::Time now) const;
    /// How far @p head is on the way to @p pose, 1 = there.
    [[nodiscard]] double progress(Pose pose, const HeadPose& head) const;
    [[nodiscard]] std::optional<Pose> fittingPose(const HeadPose& head, double demanded) const;
    [[nodiscard]] bool isNew(const FrameFinding& finding, double demanded) const;

    int m_wanted;
    std::vector<Pose> m_open; ///< still to be taken, the next to be asked for first
    QVector<Capture> m_captures;
    QVector<HeadPose> m_heads;
    std::optional<Best> m_best;
    std::optional<HeadPose> m_head;       ///< in the last frame
    std::optional<Tracker::Time> m_since; ///< when a good frame was first there for the next capture
    Tracker::Time m_now;
    int m_strangers = 0; ///< frames in a row that show somebody else
};

} // namespace kobai::face
