// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QImage>

namespace cv {
class Mat;
}

namespace kobai::face {

/// OpenCV's picture (BGR or grey, 8 bits) as a QImage of its own, Format_RGB888.
[[nodiscard]] QImage toImage(const cv::Mat& picture);

/// A frame of motion JPEG as a camera sent it, Format_RGB888; null when something of it is lost or it is none; the end mark may be missing.
[[nodiscard]] QImage fromMotionJpeg(QByteArrayView bytes);

} // namespace kobai::face
