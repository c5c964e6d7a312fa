// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QImage>
#include <QPointF>
#include <QRect>

#include <array>
#include <span>
#include <vector>

namespace kobai::face {

/// A map of the plane that keeps angles: x' = a x - b y + tx, y' = b x + a y + ty.
struct Similarity {
    double a = 1;
    double b = 0;
    double tx = 0;
    double ty = 0;

    [[nodiscard]] QPointF map(QPointF point) const;
};

/// The similarity without reflection that takes @p from to @p to with the least squared error.
/// Precondition: as many points in both, at least two different ones.
[[nodiscard]] Similarity leastSquaresSimilarity(std::span<const QPointF> from, std::span<const QPointF> to);

/// Any picture as Format_RGB888, transparency on white; null for a null one and when the memory does not suffice.
[[nodiscard]] QImage plainRgb(const QImage& picture);

/// Any picture as the networks want it: Format_RGB888, transparency on white, the longer side at most 1920 pixels.
/// NoFaceFound for an empty picture: there is nobody in it.
[[nodiscard]] Result<QImage> normalisedPicture(const QImage& picture);

/// @p picture (RGB888) resampled through @p map into a picture of @p size; black outside.
[[nodiscard]] QImage warped(const QImage& picture, const Similarity& map, QSize size);

/// The part @p area of @p picture (RGB888), which must lie inside, resampled to @p size.
[[nodiscard]] QImage resampled(const QImage& picture, QRect area, QSize size);

enum class ChannelOrder { Rgb, Bgr };

/// The network's input: one plane for each channel, (value - mean) x scale.
[[nodiscard]] std::vector<float> planes(const QImage& picture, ChannelOrder order, float mean, float scale);

} // namespace kobai::face
