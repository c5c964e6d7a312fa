// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/OnnxNetwork.h"

#include <QImage>
#include <QRectF>

#include <span>
#include <vector>

namespace kobai::face {

struct FaceBox {
    QRectF box;      ///< pixels of the picture; may reach over its edge
    float score = 0; ///< 0..1
};

/// Finds faces (UltraFace, 320x240, whatever the picture's size). Belongs to one thread at a time.
class Detector final {
public:
    static constexpr float usualScore = 0.7F;

    [[nodiscard]] static Result<Detector> load(const QString& folder);

    /// Largest first; empty when there is nobody. @p picture as from normalisedPicture().
    [[nodiscard]] Result<std::vector<FaceBox>> detect(const QImage& picture, float leastScore = usualScore);

private:
    explicit Detector(OnnxNetwork network) : m_network(std::move(network)) {}
    OnnxNetwork m_network;
};

/// Keeps the best of boxes that overlap by more than @p overlap (intersection over union), best score first.
[[nodiscard]] std::vector<FaceBox> withoutOverlaps(std::vector<FaceBox> boxes, double overlap);
[[nodiscard]] double intersectionOverUnion(const QRectF& a, const QRectF& b);

} // namespace kobai::face
