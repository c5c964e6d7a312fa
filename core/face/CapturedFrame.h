// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace cv {
class Mat;
}

namespace kobai::face {

/// OpenCV's picture (BGR or grey, 8 bits) as a QImage of its own, Format_RGB888.
[[nodiscard]] QImage toImage(const cv::Mat& picture);

} // namespace kobai::face
