// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/LivenessNetwork.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

constexpr int side = 128;

/// @p values: live, print, screen, before the softmax.
float liveAgainstAttacks(std::span<const float> values)
{
    const float larger = std::max(values[1], values[2]);
    const float smaller = std::min(values[1], values[2]);
    return values[0] - larger - std::log1p(std::exp(smaller - larger));
}

/// Without grain, edges kept (bilateral filter): noise of 4 grey levels and a print's dots go, a screen's bars stay.
QImage smoothed(const QImage& picture)
{
    constexpr int diameter = 7;
    constexpr double brightness = 35; // grey levels that count as one surface
    constexpr double distance = 3;
    QImage result(picture.size(), QImage::Format_RGB888);
    const cv::Mat source(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                         std::size_t(picture.bytesPerLine()));
    cv::Mat target(result.height(), result.width(), CV_8UC3, result.bits(), std::size_t(result.bytesPerLine()));
    cv::bilateralFilter(source, target, diameter, brightness, distance);
    return result;
}

} // namespace

Result<LivenessNetwork> LivenessNetwork::load(const QString& folder)
{
    KOBAI_ASSIGN(OnnxNetwork network,
                 OnnxNetwork::load(folder, livenessModelName,
                                   {.channels = 3, .rows = side, .columns = side, .outputs = {{"output", 3}}}));
    return LivenessNetwork(std::move(network));
}

Result<float> LivenessNetwork::liveProbability(const QImage& picture, const QRectF& face)
{
    KOBAI_ASSIGN(const float odds, liveLogOdds(picture, face));
    return 1.0F / (1.0F + std::exp(-odds));
}

Result<float> LivenessNetwork::liveLogOdds(const QImage& picture, const QRectF& face, Grain grain)
{
    QImage seen = resampled(picture, livenessArea(picture.size(), face), QSize(side, side));
    if (grain == Grain::Smoothed)
        seen = smoothed(seen);
    // BGR and 0..255 as is: fed as RGB live faces score 0.1 to 0.5 (models.md).
    KOBAI_ASSIGN(const auto outputs, m_network.run(planes(seen, ChannelOrder::Bgr, 0.0F, 1.0F)));
    return liveAgainstAttacks(outputs[0]);
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
