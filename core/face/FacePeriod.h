// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

namespace kobai::face {

/// How far the strongest period on the face stands out of its spectrum, as the natural logarithm of power over the median
/// power at the same frequency: skin has no period, the moire of a screen's pixels has. Live faces give 2.8 to 4.2.
/// Measured on the face's middle at the picture's own resolution, a square of up to 128 pixels; 0.5 ms. 0 when the face has
/// fewer than 48. @p picture: RGB888; @p face: the detector's box in pixels.
[[nodiscard]] float facePeriod(const QImage& picture, const QRectF& face);

} // namespace kobai::face
