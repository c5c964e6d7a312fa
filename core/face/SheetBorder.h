// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

namespace kobai::face {

/// How much straight edges frame the face as a sheet's border or a device's bezel does: for each of the four sides the
/// straightest edge that is leaning less than 15 degrees and runs past the whole face, as the share of its length on which
/// it is an edge of one sign; the mean of the best three sides, 0..1. A door frame or a shelf gives one or two sides.
/// 1 ms. @p picture: RGB888; @p face: the detector's box in pixels.
[[nodiscard]] float sheetBorder(const QImage& picture, const QRectF& face);

} // namespace kobai::face
