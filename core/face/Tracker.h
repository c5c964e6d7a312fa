// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"

#include <QRectF>

#include <chrono>
#include <optional>

namespace kobai::face {

/// Keeps to one face over the frames of a run, by time, by place and by looks, so that evidence of two people is never
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
    ~Tracker() { forget(); }
    Q_DISABLE_COPY_MOVE(Tracker)

    /// Every frame, with a face or without: TimeJump when its time is before the last one's, or more than half a second
    /// after it, in which anybody could have come and gone.
    [[nodiscard]] Step frame(Time taken);
    /// The face seen in that frame; @p box relative to the frame. OtherFace when it is too far from the last place, or
    /// after more than half a second without one.
    [[nodiscard]] Step follow(const QRectF& box, Time taken);
    /// The face's embedding, after follow(). OtherFace when it is not the person of the track: a swap in the same place.
    [[nodiscard]] Step recognise(const Embedding& embedding);

    /// Counts the tracks of a run: evidence with different numbers is not of one face.
    [[nodiscard]] int number() const { return m_number; }

private:
    void startOver();
    void forget();

    int m_number = 0;
    std::optional<Time> m_frame; ///< the last frame's time
    std::optional<QRectF> m_box;
    Time m_time; ///< when m_box was seen
    std::optional<Embedding> m_first;
};

/// Do two frames of a run show one person? Two frames of one person in one clip score 5 and more; of pairs of children
/// (ages-dev) one in 1,000 scores 3.9. So a swap is always noticed, and a turned head is still the same one.
[[nodiscard]] bool isSamePerson(const Embedding& a, const Embedding& b);

} // namespace kobai::face
