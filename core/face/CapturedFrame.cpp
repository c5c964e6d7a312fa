// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CapturedFrame.h"

#include "face/PictureEnd.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <limits>

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
    if (bytes.isEmpty() || bytes.size() > std::numeric_limits<int>::max() || isCutShort(bytes))
        return {};
    const cv::Mat encoded(1, int(bytes.size()), CV_8UC1, const_cast<char*>(bytes.data()));
    const cv::Mat picture = cv::imdecode(encoded, cv::IMREAD_COLOR);
    return picture.empty() ? QImage() : toImage(picture);
}

} // namespace kobai::face
