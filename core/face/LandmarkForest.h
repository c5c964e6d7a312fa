// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Landmarks.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <memory>

namespace kobai::face {

/// dlib's shape predictor with dlib's results in a fraction of its time. Each prediction reads 7,500 leaves of half a
/// kilobyte each, scattered over 65 MB; dlib reads them one after another as it walks the trees, and after the face
/// networks have been through the processor's caches that waiting is nearly all of its 10 ms. Here all walks of a cascade
/// come first, and the leaves are asked for ahead of the sums. Belongs to one thread at a time.
class LandmarkForest final {
public:
    /// Reads dlib's own file (dlib::shape_predictor of 68 points). Faults: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<LandmarkForest> load(const QString& file);

    LandmarkForest(LandmarkForest&&) noexcept;
    LandmarkForest& operator=(LandmarkForest&&) noexcept;
    ~LandmarkForest();

    /// @p picture: RGB888. @p face: a box as dlib's detector gives it; both edges belong to it.
    [[nodiscard]] Landmarks predict(const QImage& picture, const QRect& face);

private:
    struct Trees;
    explicit LandmarkForest(std::unique_ptr<Trees> trees);
    std::unique_ptr<Trees> m_trees;
};

} // namespace kobai::face
