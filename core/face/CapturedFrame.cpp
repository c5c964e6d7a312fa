// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CapturedFrame.h"

#include "face/Jpeg.h"
#include "face/PictureEnd.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace kobai::face {

QImage toImage(const cv::Mat& picture)
{
    QImage image(picture.cols, picture.rows, QImage::Format_RGB888);
    cv::Mat target(picture.rows, picture.cols, CV_8UC3, image.bits(), std::size_t(image.bytesPerLine()));
    cv::cvtColor(picture, target, picture.channels() == 1 ? cv::COLOR_GRAY2RGB : cv::COLOR_BGR2RGB);
    return image;
}

QImage fromMotionJpeg(QByteArrayView bytes)
{
    // Without an end mark, and filled up with zeros: those would be read as pixels.
    constexpr qsizetype filling = 16;
    const QByteArrayView end = bytes.last(std::min(filling, bytes.size()));
    if (isCutShort(bytes) && std::ranges::all_of(end, [](char byte) { return byte == 0; }))
        return {};
    return wholeJpeg(bytes);
}

} // namespace kobai::face
