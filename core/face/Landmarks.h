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

    enum class Placing {
        Exact,        ///< dlib's detector looks for the face in the box's surroundings: what embeddings need; 5 ms more
        ByProportion, ///< where dlib's detector would see it on average: good enough for pose, light and following
    };
    /// @p face: a box from the Detector. @p picture as from normalisedPicture().
    [[nodiscard]] Landmarks find(const QImage& picture, const QRectF& face, Placing placing = Placing::Exact);

    /// The picture that dlib's face network wants: 150x150, upright, a quarter of padding (get_face_chip_details).
    [[nodiscard]] static QImage faceChip(const QImage& picture, const Landmarks& landmarks);
    /// Where the points lie in faceChip().
    [[nodiscard]] static Landmarks inChip(const Landmarks& landmarks);

private:
    struct Predictor;
    explicit LandmarkFinder(std::unique_ptr<Predictor> predictor);
    std::unique_ptr<Predictor> m_predictor;
};

} // namespace kobai::face
