// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EyeNetwork.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <QLineF>

#include <algorithm>

namespace kobai::face {

namespace {
constexpr int side = 24;
}

Result<EyeNetwork> EyeNetwork::load(const QString& folder)
{
    KOBAI_ASSIGN(OnnxNetwork network,
                 OnnxNetwork::load(folder, eyeModelName,
                                   {.channels = 1, .rows = side, .columns = side, .outputs = {{"output", 2}}}));
    return EyeNetwork(std::move(network));
}

Result<float> EyeNetwork::openProbability(const QImage& picture, const Landmarks& landmarks)
{
    KOBAI_ASSIGN(const float left, oneEye(picture, leftEye(landmarks), QLineF(landmarks[36], landmarks[39]).length()));
    KOBAI_ASSIGN(const float right,
                 oneEye(picture, rightEye(landmarks), QLineF(landmarks[42], landmarks[45]).length()));
    return std::min(left, right);
}

Result<float> EyeNetwork::oneEye(const QImage& picture, QPointF centre, double width)
{
    constexpr double surroundings = 1.6;
    const double scale = side / std::max(1.0, width * surroundings);
    const Similarity map{
        .a = scale, .b = 0, .tx = side / 2.0 - scale * centre.x(), .ty = side / 2.0 - scale * centre.y()};
    const QImage eye = warped(picture, map, QSize(side, side)).convertToFormat(QImage::Format_Grayscale8);
    std::array<float, side * side> input{};
    for (int row = 0; row < side; ++row)
        std::ranges::transform(std::span(eye.constScanLine(row), side), input.begin() + row * side,
                               [](uchar value) { return float(value) / 255.0F; });
    KOBAI_ASSIGN(const auto outputs, m_network.run(input));
    return 1.0F - firstShare(outputs[0]); // closed, open
}

} // namespace kobai::face
