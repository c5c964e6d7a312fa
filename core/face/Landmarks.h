// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <array>
#include <memory>

namespace kobai::face {

/// The 68 points of the iBUG scheme, in pixels: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67.
using Landmarks = std::array<QPointF, 68>;

[[nodiscard]] QPointF leftEye(const Landmarks& landmarks);  ///< the mean of 36-41, on the left in the picture
[[nodiscard]] QPointF rightEye(const Landmarks& landmarks); ///< the mean of 42-47
[[nodiscard]] double eyeDistance(const Landmarks& landmarks);

/// dlib's landmark predictor, with dlib's own detector to place it. Belongs to one thread at a time.
class LandmarkFinder final {
public:
    /// Faults: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<LandmarkFinder> load(const QString& folder);

    LandmarkFinder(LandmarkFinder&&) noexcept;
    LandmarkFinder& operator=(LandmarkFinder&&) noexcept;
    ~LandmarkFinder();

    /// @p face: a box from the Detector. @p picture as from normalisedPicture().
    [[nodiscard]] Landmarks find(const QImage& picture, const QRectF& face);

    /// The picture that dlib's face network wants: 150x150, upright, a quarter of padding (get_face_chip_details).
    [[nodiscard]] static QImage faceChip(const QImage& picture, const Landmarks& landmarks);

private:
    struct Predictor;
    explicit LandmarkFinder(std::unique_ptr<Predictor> predictor);
    std::unique_ptr<Predictor> m_predictor;
};

} // namespace kobai::face
