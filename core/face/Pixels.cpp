// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Pixels.h"

#include <QPainter>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

constexpr int longestSide = 1920;

/// A view of the pixels; OpenCV has no const one, and nothing here writes through it.
cv::Mat view(const QImage& picture)
{
    return {picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
            std::size_t(picture.bytesPerLine())};
}

QImage emptyLike(QSize size)
{
    return QImage(size, QImage::Format_RGB888);
}

cv::Mat writableView(QImage& picture)
{
    return {picture.height(), picture.width(), CV_8UC3, picture.bits(), std::size_t(picture.bytesPerLine())};
}

/// Bilinear sampling skips pixels when it shrinks by more than two, which looks like noise to a network.
int interpolation(double shrink)
{
    return shrink > 2.0 ? cv::INTER_AREA : cv::INTER_LINEAR;
}

} // namespace

QPointF Similarity::map(QPointF point) const
{
    return {a * point.x() - b * point.y() + tx, b * point.x() + a * point.y() + ty};
}

Similarity leastSquaresSimilarity(std::span<const QPointF> from, std::span<const QPointF> to)
{
    const auto count = double(from.size());
    QPointF fromMean;
    QPointF toMean;
    for (std::size_t i = 0; i < from.size(); ++i) {
        fromMean += from[i] / count;
        toMean += to[i] / count;
    }
    // As complex numbers: the factor is sum(conj(from) * to) / sum(|from|^2), both about their means.
    double real = 0;
    double imaginary = 0;
    double squares = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const QPointF p = from[i] - fromMean;
        const QPointF q = to[i] - toMean;
        real += p.x() * q.x() + p.y() * q.y();
        imaginary += p.x() * q.y() - p.y() * q.x();
        squares += p.x() * p.x() + p.y() * p.y();
    }
    Similarity map;
    if (squares > 0) {
        map.a = real / squares;
        map.b = imaginary / squares;
    }
    map.tx = toMean.x() - (map.a * fromMean.x() - map.b * fromMean.y());
    map.ty = toMean.y() - (map.b * fromMean.x() + map.a * fromMean.y());
    return map;
}

QImage plainRgb(const QImage& picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_RGB888);
    QImage opaque(picture.size(), QImage::Format_RGB888);
    if (opaque.isNull())
        return opaque;
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    painter.drawImage(0, 0, picture);
    return opaque;
}

Result<QImage> normalisedPicture(const QImage& picture)
{
    if (picture.isNull() || picture.width() < 1 || picture.height() < 1)
        return fail(FaultCode::NoFaceFound);
    QImage image = picture;
    if (std::max(image.width(), image.height()) > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image = plainRgb(image);
    if (image.isNull())
        return fail(FaultCode::PictureUnreadable);
    return image;
}

QImage warped(const QImage& picture, const Similarity& map, QSize size)
{
    const double shrink = 1.0 / std::max(1e-6, std::hypot(map.a, map.b));
    cv::Mat source = view(picture);
    Similarity direct = map;
    if (shrink > 2.0) {
        cv::Mat smaller;
        const double factor = 1.0 / shrink;
        const cv::Size smallerSize(std::max(1, int(std::lround(source.cols * factor))),
                                   std::max(1, int(std::lround(source.rows * factor))));
        cv::resize(source, smaller, smallerSize, 0, 0, cv::INTER_AREA);
        direct.a /= factor;
        direct.b /= factor;
        source = smaller;
    }
    const cv::Matx23d matrix(direct.a, -direct.b, direct.tx, direct.b, direct.a, direct.ty);
    QImage result = emptyLike(size);
    cv::Mat target = writableView(result);
    cv::warpAffine(source, target, matrix, target.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    return result;
}

QImage resampled(const QImage& picture, QRect area, QSize size)
{
    QImage result = emptyLike(size);
    cv::Mat target = writableView(result);
    const double shrink = std::min(double(area.width()) / size.width(), double(area.height()) / size.height());
    cv::resize(view(picture)(cv::Rect(area.x(), area.y(), area.width(), area.height())), target, target.size(), 0, 0,
               interpolation(shrink));
    return result;
}

std::vector<float> planes(const QImage& picture, ChannelOrder order, float mean, float scale)
{
    const auto plane = std::size_t(picture.width()) * std::size_t(picture.height());
    std::vector<float> values(3 * plane);
    const std::size_t first = order == ChannelOrder::Rgb ? 0 : 2 * plane;
    const std::size_t last = order == ChannelOrder::Rgb ? 2 * plane : 0;
    std::size_t i = 0;
    for (int row = 0; row < picture.height(); ++row) {
        const uchar* pixel = picture.constScanLine(row);
        for (int column = 0; column < picture.width(); ++column, pixel += 3, ++i) {
            values[first + i] = (float(pixel[0]) - mean) * scale;
            values[plane + i] = (float(pixel[1]) - mean) * scale;
            values[last + i] = (float(pixel[2]) - mean) * scale;
        }
    }
    return values;
}

} // namespace kobai::face
