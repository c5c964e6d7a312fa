// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SecondNetwork.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <algorithm>

namespace kobai::face {

namespace {
constexpr int side = 112;
}

Result<SecondNetwork> SecondNetwork::load(const QString& folder)
{
    KOBAI_ASSIGN(
        OnnxNetwork network,
        OnnxNetwork::load(folder, secondModelName,
                          {.channels = 3, .rows = side, .columns = side, .outputs = {{"output", secondDimensions}}}));
    return SecondNetwork(std::move(network));
}

QImage SecondNetwork::aligned(const QImage& picture, const Landmarks& landmarks)
{
    // Where the network was trained to find eyes, nose tip and corners of the mouth (models.md: these five points by a
    // least-squares similarity; three points by an affine map, as the package does it, lose ten points on LFW).
    static const std::array target{QPointF(38.29, 51.70), QPointF(73.53, 51.50), QPointF(56.03, 71.74),
                                   QPointF(41.55, 92.37), QPointF(70.73, 92.20)};
    const std::array source{leftEye(landmarks), rightEye(landmarks), landmarks[30], landmarks[48], landmarks[54]};
    return warped(picture, leastSquaresSimilarity(source, target), QSize(side, side));
}

Result<SecondVector> SecondNetwork::embed(const QImage& face)
{
    if (face.size() != QSize(side, side) || face.format() != QImage::Format_RGB888)
        return fail(FaultCode::Internal, secondModelName.toString());
    KOBAI_ASSIGN(const auto outputs, m_network.run(planes(face, ChannelOrder::Bgr, 127.0F, 1.0F / 128.0F)));
    SecondVector embedding{};
    std::ranges::copy(outputs[0], embedding.begin());
    return embedding;
}

} // namespace kobai::face
