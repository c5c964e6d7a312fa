// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Embedding.h"
#include "face/Landmarks.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace kobai::face {

/// Face recognition as dlib's own examples do it, on every frame: HOG detector on the whole picture, 68 landmarks, the
/// published network as it is shipped, the nearest of the gallery by Euclidean distance. The reference for
/// `kobai bench recognise` and nothing else: it decides nothing in the application. One thread at a time.
class StockPipeline final {
public:
    using Vector = std::array<float, dlibDimensions>;

    /// @p gallery: one vector for each person. Faults: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<std::unique_ptr<StockPipeline>> load(const QString& modelFolder,
                                                                     std::vector<Vector> gallery);
    ~StockPipeline();
    Q_DISABLE_COPY_MOVE(StockPipeline)

    /// The number of the person nearest to the largest face, whatever the distance; nullopt when no face is found.
    /// @p picture as from normalisedPicture(). Faults: NetworkOutput.
    [[nodiscard]] Result<std::optional<std::size_t>> nearest(const QImage& picture);
    /// The network's part of it alone, on a chip of 150x150 RGB888: for the ratio of the embeddings.
    [[nodiscard]] Result<Vector> embed(const QImage& chip);
    /// dlib's own landmarks for a face in @p box, both edges of which belong to it: what LandmarkForest must equal.
    [[nodiscard]] Landmarks landmarks(const QImage& picture, const QRect& box);

private:
    struct Models;
    explicit StockPipeline(std::unique_ptr<Models> models);
    std::unique_ptr<Models> m_models;
};

} // namespace kobai::face
