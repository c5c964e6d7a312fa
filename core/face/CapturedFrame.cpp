// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CapturedFrame.h"

#include <opencv2/imgproc.hpp>

namespace kobai::face {

QImage toImage(const cv::Mat& picture)
{
    QImage image(picture.cols, picture.rows, QImage::Format_RGB888);
    cv::Mat target(picture.rows, picture.cols, CV_8UC3, image.bits(), std::size_t(image.bytesPerLine()));
    cv::cvtColor(picture, target, picture.channels() == 1 ? cv::COLOR_GRAY2RGB : cv::COLOR_BGR2RGB);
    return image;
}

} // namespace kobai::face
