// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"

#include <QRectF>

#include <chrono>
#include <optional>

namespace kobai::face {

/// Keeps to one face over the frames of a run, by time, by place and by looks, so that evidence of two people is not
/// mixed. Used on the vision thread; overwrites the embedding it compares with.
class Tracker final {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// What a frame means for the evidence gathered so far.
    enum class Step {
        GoesOn,
        OtherFace, ///< another place, another person, or the face was gone for long: start over
        TimeJump,  ///< the frames' times run backwards or left a gap: start over
    };

    Tracker() = default;
    ~Tracker() = default;
    Q_DISABLE_COPY_MOVE(Tracker)

    /// Every frame, with a face or without: TimeJump when its time is before the last one's, or more than half a second
    /// after it, in which anybody could have come and gone.
    [[nodiscard]] Step frame(Time taken);
    /// The face seen in that frame; @p box relative to the frame. OtherFace when it is too far from the last place, or
    /// after more than half a second without one.
    [[nodiscard]] Step follow(const QRectF& box, Time taken);
    /// Where the head is when it is encoded.
    enum class Head {
        Still,   ///< turned to the camera, as judge() wants it
        Turning, ///< on its way, as a challenge asks
    };
    /// The face's embedding, after follow(). OtherFace when it is not the person of the track: a swap in the same place.
    [[nodiscard]] Step recognise(const Embedding& embedding, Head head = Head::Still);

    /// Counts the tracks of a run: evidence with different numbers is not of one face.
    [[nodiscard]] int number() const { return m_number; }

private:
    void addToMean(const Embedding& embedding);
    void startOver();
    void forget();

    int m_number = 0;
    std::optional<Time> m_frame; ///< the last frame's time
    std::optional<QRectF> m_box;
    Time m_time;                     ///< when m_box was seen
    std::optional<Embedding> m_mean; ///< of the still ones of the track
    int m_still = 0;                 ///< how many they are
};

/// Do two frames of a run show one person, however the head is turned? Of pairs of good frames of one person in one clip one in 10,000 scores
/// less than 3.6 (32 films, 23,338 pairs); of pairs of children (ages-dev) 0.66 % reach 3.5. So it notices the swap of most people, and not of
/// two who look alike: the frames of a probe are held to more (Tracker::recognise).
[[nodiscard]] bool isSamePerson(const Embedding& a, const Embedding& b);

} // namespace kobai::face
