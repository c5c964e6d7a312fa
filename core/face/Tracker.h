// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"

#include <QRectF>

#include <chrono>
#include <optional>

namespace kobai::face {

/// Keeps to one face over the frames of a run, by place and by looks, so that evidence of two people is never mixed.
/// A plain value, used on the vision thread.
class Tracker final {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The face seen in the next frame; @p box relative to the frame. False when this is another face than before:
    /// too far from the last place, or after more than half a second without one. Evidence must then start over.
    [[nodiscard]] bool follow(const QRectF& box, Time time);
    /// The face's embedding, after follow(). False when it is not the person of the track, who then starts over as well:
    /// a swap in the same place.
    [[nodiscard]] bool recognise(const Embedding& embedding);
    void reset();

private:
    std::optional<QRectF> m_box;
    Time m_time;
    std::optional<Embedding> m_first;
};

} // namespace kobai::face
