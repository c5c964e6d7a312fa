// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Engine.h"

#include "face/EyeNetwork.h"
#include "face/FastDlibNetwork.h"
#include "face/Guarded.h"
#include "face/LivenessNetwork.h"
#include "face/ModelFolder.h"
#include "face/Pixels.h"
#include "face/SecondNetwork.h"

#include <QDir>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace kobai::face {

namespace {

/// Lid gap over eye width ("eye aspect ratio") of the eye whose six points begin at @p first.
double eyeAspect(const Landmarks& landmarks, std::size_t first)
{
    const auto distance = [&](std::size_t a, std::size_t b) {
        return QLineF(landmarks[first + a], landmarks[first + b]).length();
    };
    return (distance(1, 5) + distance(2, 4)) / std::max(1.0, 2.0 * distance(0, 3));
}

/// The picture in the middle of a canvas twice its size, the rest filled with its own stretched, blurred content:
/// a tight crop leaves the detector no surroundings, and plain black ones make it see frames.
QImage framed(const QImage& picture)
{
    const int side = std::max(picture.width(), picture.height());
    QImage canvas(picture.width() + side, picture.height() + side, QImage::Format_RGB888);
    QPainter painter(&canvas);
    const QImage blur = picture.scaled(16, 16).scaled(canvas.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(canvas.rect(), blur);
    painter.drawImage(side / 2, side / 2, picture);
    painter.end();
    return canvas;
}

const FaceBox* nearestToCentre(const std::vector<FaceBox>& faces, QPointF centre)
{
    const auto distance = [&](const FaceBox& face) { return QLineF(face.box.center(), centre).length(); };
    const auto nearest = std::ranges::min_element(faces, {}, distance);
    return nearest == faces.end() ? nullptr : &*nearest;
}

/// What @p network makes of a face, BothWays the normalised mean with its mirror image's: a face is no other
/// in a mirror, and what the network sees differently is chance. lfw-dev, gallery 290, three pictures, ten draws: FNIR at
/// FPIR 1 % / 0.3 % goes from 0.60 / 1.00 to 0.53 / 0.95 %, of dlib's half alone from 8.8 / 18.5 to 6.9 / 15.3 %; better
/// on each half of the persons. Views of another scale or with averaged landmarks gained nothing more on both.
template <typename Network>
auto embedded(Network& network, const QImage& face, QStringView name, Engine::View view)
    -> decltype(network.embed(face))
{
    KOBAI_ASSIGN(auto mean, network.embed(view == Engine::View::Mirrored ? face.mirrored(true, false) : face));
    if (!normalise(mean))
        return fail(FaultCode::NetworkOutput, name.toString());
    if (view != Engine::View::BothWays)
        return mean;
    KOBAI_ASSIGN(auto mirrored, network.embed(face.mirrored(true, false)));
    if (!normalise(mirrored))
        return fail(FaultCode::NetworkOutput, name.toString());
    std::ranges::transform(mean, mirrored, mean.begin(), std::plus<>());
    if (!normalise(mean))
        return fail(FaultCode::NetworkOutput, name.toString());
    return mean;
}

} // namespace

struct Engine::Networks {
    Detector detector;
    LandmarkFinder landmarks;
    FastDlibNetwork dlib;
    SecondNetwork second;
    LivenessNetwork liveness;
    EyeNetwork eyes;
};

Engine::Engine(std::unique_ptr<Networks> networks) : m_networks(std::move(networks)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::load(const QString& modelFolder, const ModelChoice& choice)
{
    KOBAI_TRY(checkModels(modelFolder));
    limitBlasThreads();
    KOBAI_ASSIGN(Detector detector, Detector::load(modelFolder));
    KOBAI_ASSIGN(LandmarkFinder landmarks, LandmarkFinder::load(modelFolder));
    KOBAI_ASSIGN(FastDlibNetwork dlib, FastDlibNetwork::load(QDir(modelFolder).filePath(choice.fileName())));
    KOBAI_ASSIGN(SecondNetwork second, SecondNetwork::load(modelFolder));
    KOBAI_ASSIGN(LivenessNetwork liveness, LivenessNetwork::load(modelFolder));
    KOBAI_ASSIGN(EyeNetwork eyes, EyeNetwork::load(modelFolder));

    auto networks = std::make_unique<Networks>(Networks{std::move(detector), std::move(landmarks), std::move(dlib),
                                                        std::move(second), std::move(liveness), std::move(eyes)});
    return std::unique_ptr<Engine>(new Engine(std::move(networks)));
}

Result<std::vector<FaceBox>> Engine::detect(const QImage& picture, float leastScore)
{
    return guarded([&] { return m_networks->detector.detect(picture, leastScore); });
}

Result<LocatedFace> Engine::locate(const QImage& picture, const QRectF& face)
{
    return guarded([&] { return measured(picture, face, LandmarkFinder::Placing::Exact); });
}

Result<LocatedFace> Engine::glance(const QImage& picture, const QRectF& face)
{
    return guarded([&] { return measured(picture, face, LandmarkFinder::Placing::ByProportion); });
}

Result<LocatedFace> Engine::measured(const QImage& picture, const QRectF& face, LandmarkFinder::Placing placing)
{
    LocatedFace located;
    located.landmarks = m_networks->landmarks.find(picture, face, placing);
    located.chip = LandmarkFinder::faceChip(picture, located.landmarks);
    FaceMeasures& measures = located.measures;
    measures.box = face;
    measures.picture = picture.size();
    measures.eyeDistance = eyeDistance(located.landmarks);
    measures.pose = headPose(located.landmarks, picture.size());
    measures.eyeAspect = float(std::min(eyeAspect(located.landmarks, 36), eyeAspect(located.landmarks, 42)));
    measures.eyesOpen = 1;
    if (measures.eyeAspect < closedAspect) { // the network is asked only when the lids leave a doubt
        KOBAI_ASSIGN(measures.eyesOpen, m_networks->eyes.openProbability(picture, located.landmarks));
    }
    measures.mouthGap = mouthGap(located.landmarks);
    measures.chip = measureChip(located.chip, LandmarkFinder::inChip(located.landmarks));
    return located;
}

Result<Embedding> Engine::encode(const QImage& picture, const LocatedFace& face, View view)
{
    return guarded([&] { return encoded(picture, face, view); });
}

Result<Embedding> Engine::encoded(const QImage& picture, const LocatedFace& face, View view)
{
    Embedding embedding;
    KOBAI_ASSIGN(embedding.dlib, embedded(m_networks->dlib, face.chip, dlibModelName, view));
    KOBAI_ASSIGN(embedding.second,
                 embedded(m_networks->second, SecondNetwork::aligned(picture, face.landmarks), secondModelName, view));
    return embedding;
}

Result<float> Engine::liveProbability(const QImage& picture, const QRectF& face)
{
    return guarded([&] { return m_networks->liveness.liveProbability(picture, face); });
}

Result<float> Engine::liveLogOdds(const QImage& picture, const QRectF& face, Grain grain)
{
    return guarded([&] { return m_networks->liveness.liveLogOdds(picture, face, grain); });
}

Result<Embedding> Engine::encodeStill(const QImage& picture)
{
    constexpr double tightCrop = 0.6; // of the width: no room for the detector around the face
    constexpr float lowestScore = 0.2F;
    KOBAI_ASSIGN(const QImage image, normalisedPicture(picture));

    KOBAI_ASSIGN(const auto plain, detect(image));
    const FaceBox* face = nearestToCentre(plain, QRectF(image.rect()).center());
    if (face != nullptr && face->box.width() < tightCrop * image.width()) {
        KOBAI_ASSIGN(const LocatedFace located, locate(image, face->box));
        return encode(image, located);
    }
    const QImage canvas = framed(image);
    for (const float leastScore : {Detector::usualScore, lowestScore}) {
        KOBAI_ASSIGN(const auto faces, detect(canvas, leastScore));
        if (const FaceBox* found = nearestToCentre(faces, QRectF(canvas.rect()).center()); found != nullptr) {
            KOBAI_ASSIGN(const LocatedFace located, locate(canvas, found->box));
            return encode(canvas, located);
        }
    }
    return fail(FaultCode::NoFaceFound);
}

} // namespace kobai::face
