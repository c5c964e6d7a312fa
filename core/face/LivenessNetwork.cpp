// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/LivenessNetwork.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <algorithm>

namespace kobai::face {

namespace {
constexpr int side = 128;
}

Result<LivenessNetwork> LivenessNetwork::load(const QString& folder)
{
    KOBAI_ASSIGN(OnnxNetwork network,
                 OnnxNetwork::load(folder, livenessModelName,
                                   {.channels = 3, .rows = side, .columns = side, .outputs = {{"output", 3}}}));
    return LivenessNetwork(std::move(network));
}

Result<float> LivenessNetwork::liveProbability(const QImage& picture, const QRectF& face)
{
    const QImage surroundings = resampled(picture, livenessArea(picture.size(), face), QSize(side, side));
    // BGR and 0..255 as is: fed as RGB live faces score 0.1 to 0.5 (models.md).
    KOBAI_ASSIGN(const auto outputs, m_network.run(planes(surroundings, ChannelOrder::Bgr, 0.0F, 1.0F)));
    // Live, print, screen.
    return firstShare(outputs[0]);
}

QRect livenessArea(QSize picture, const QRectF& face)
{
    constexpr double surroundings = 2.7;
    const double scale = std::min({surroundings, (picture.width() - 1) / std::max(1.0, face.width()),
                                   (picture.height() - 1) / std::max(1.0, face.height())});
    const QSizeF size(std::max(1.0, face.width() * scale), std::max(1.0, face.height() * scale));
    const double left =
        std::clamp(face.center().x() - size.width() / 2, 0.0, std::max(0.0, picture.width() - size.width()));
    const double top =
        std::clamp(face.center().y() - size.height() / 2, 0.0, std::max(0.0, picture.height() - size.height()));
    const QRect area(int(left), int(top), int(size.width()), int(size.height()));
    return area.intersected(QRect(QPoint(0, 0), picture));
}

} // namespace kobai::face
