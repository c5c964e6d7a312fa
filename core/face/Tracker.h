// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"

#include <QRectF>

#include <chrono>
#include <optional>

namespace kobai::face {

/// Keeps to one face over the frames of a run, by place and by looks, so that evidence of two people is never mixed.
/// Used on the vision thread; overwrites the embedding it compares with.
class Tracker final {
public:
    using Time = std::chrono::steady_clock::time_point;

    Tracker() = default;
    ~Tracker() { forget(); }
    Q_DISABLE_COPY_MOVE(Tracker)

    /// The face seen in the next frame; @p box relative to the frame. False when this is another face than before:
    /// too far from the last place, or after more than half a second without one. Evidence must then start over.
    [[nodiscard]] bool follow(const QRectF& box, Time time);
    /// The face's embedding, after follow(). False when it is not the person of the track, who then starts over as well:
    /// a swap in the same place.
    [[nodiscard]] bool recognise(const Embedding& embedding);

private:
    void forget();

    std::optional<QRectF> m_box;
    Time m_time;
    std::optional<Embedding> m_first;
};

} // namespace kobai::face
