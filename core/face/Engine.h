// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Detector.h"
#include "face/Embedding.h"
#include "face/Landmarks.h"
#include "face/LivenessNetwork.h"
#include "face/ModelFolder.h"
#include "face/Quality.h"

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace kobai::face {

/// One face in one picture, measured but not yet encoded.
struct LocatedFace {
    Landmarks landmarks;
    FaceMeasures measures;
    QImage chip; ///< what dlib's network gets
};

/// All networks and how they follow each other, the cheap ones first. Belongs to one thread at a time; an evaluation
/// has one for each of its threads (about 130 MB each). Nothing is thrown out of it: what OpenCV and dlib throw is
/// NetworkOutput, no memory is Internal.
class Engine final {
public:
    /// Checks the files' sums and loads them: 0.8 s and more. Faults: ModelMissing, ModelDamaged with the file's name.
    /// @p choice: which embedding network of the folder (product row 26).
    [[nodiscard]] static Result<std::unique_ptr<Engine>> load(const QString& modelFolder,
                                                              const ModelChoice& choice = {});
    ~Engine();
    Q_DISABLE_COPY_MOVE(Engine)

    /// Faces, the largest first; empty when there is nobody. 8 ms. @p picture as from normalisedPicture(), here and below.
    [[nodiscard]] Result<std::vector<FaceBox>> detect(const QImage& picture, float leastScore = Detector::usualScore);
    /// Landmarks, pose, eyes, light, sharpness. 8 ms.
    [[nodiscard]] Result<LocatedFace> locate(const QImage& picture, const QRectF& face);
    /// The same with the landmarks placed by proportion alone: for following a face and for asking whether a frame is
    /// worth more. Not for encode(). 2 ms.
    [[nodiscard]] Result<LocatedFace> glance(const QImage& picture, const QRectF& face);
    enum class View {
        BothWays, ///< the mean over the face and its mirror image
        AsSeen,   ///< half the work: where several frames are fused anyway, every other one is mirrored instead
        Mirrored,
    };
    /// Both embeddings, each of length 1. 20 ms, with BothWays twice as many.
    [[nodiscard]] Result<Embedding> encode(const QImage& picture, const LocatedFace& face, View view = View::BothWays);
    /// How likely the face is live and no print or screen, 0..1. 6 ms. Only for eyes livenessEyeDistance apart.
    [[nodiscard]] Result<float> liveProbability(const QImage& picture, const QRectF& face);
    /// The same as log odds (LivenessNetwork::liveLogOdds).
    [[nodiscard]] Result<float> liveLogOdds(const QImage& picture, const QRectF& face, Grain grain = Grain::AsItIs);

    /// The face nearest to the centre of a still picture, encoded, whatever its quality; for pictures that are known to
    /// show one person. Retries with a frame around the picture and with less demand on the detector.
    /// Any size and format. NoFaceFound when all of that finds nothing.
    [[nodiscard]] Result<Embedding> encodeStill(const QImage& picture);

private:
    // locate() and encode() before what OpenCV and dlib throw is made a fault
    [[nodiscard]] Result<LocatedFace> measured(const QImage& picture, const QRectF& face,
                                               LandmarkFinder::Placing placing);
    [[nodiscard]] Result<Embedding> encoded(const QImage& picture, const LocatedFace& face, View view);

    struct Networks;
    explicit Engine(std::unique_ptr<Networks> networks);
    std::unique_ptr<Networks> m_networks;
};

} // namespace kobai::face
