// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SheetBorder.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

constexpr double faceWidth = 36;  ///< of the face in the small picture
constexpr double reach = 2.4;     ///< of the small picture about the face, in widths of the face to each side
constexpr double nearest = 0.7;   ///< of an edge beside the face to its middle, in widths
constexpr double half = 0.9;      ///< of the edge's length, in widths
constexpr double leastStep = 7;   ///< of brightness (0..255) over two pixels
constexpr double steepest = 0.26; ///< the tangent of the largest lean

/// The best edge left (@p direction -1) or right of (@p x, @p y) in a picture of brightness steps from left to right.
double bestEdge(const cv::Mat& steps, double x, double y, int direction)
{
    const double width = faceWidth;
    double best = 0;
    for (double away = nearest * width; away < reach * width; away += 1) {
        for (double lean = -steepest; lean <= steepest; lean += steepest / 4) {
            int rising = 0;
            int falling = 0;
            int count = 0;
            for (double along = -half * width; along <= half * width; along += 2) {
                const int column = int(std::lround(x + direction * away + lean * along));
                const int row = int(std::lround(y + along));
                ++count;
                if (column < 1 || row < 0 || column >= steps.cols - 1 || row >= steps.rows)
                    continue;
                const float* line = steps.ptr<float>(row) + column;
                rising += std::max({line[-1], line[0], line[1]}) > float(leastStep) ? 1 : 0;
                falling += std::min({line[-1], line[0], line[1]}) < float(-leastStep) ? 1 : 0;
            }
            best = std::max(best, double(std::max(rising, falling)) / count);
        }
    }
    return best;
}

} // namespace

float sheetBorder(const QImage& picture, const QRectF& face)
{
    if (picture.isNull() || face.width() < 1)
        return 0;
    const double side = reach * face.width();
    const QPointF centre = face.center();
    const QRect area =
        QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side).toRect().intersected(picture.rect());
    if (area.width() < face.width() || area.height() < face.width())
        return 0;
    const cv::Mat whole(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                        std::size_t(picture.bytesPerLine()));
    const double scale = std::min(1.0, faceWidth / face.width());
    cv::Mat little;
    cv::resize(whole(cv::Rect(area.x(), area.y(), area.width(), area.height())), little, {}, scale, scale,
               cv::INTER_AREA);
    cv::Mat grey;
    cv::cvtColor(little, grey, cv::COLOR_RGB2GRAY);
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(grey, across, CV_32F, 1, 0, 3, 0.25);
    cv::Sobel(grey, down, CV_32F, 0, 1, 3, 0.25);
    cv::transpose(down, down);
    const double x = (centre.x() - area.x()) * scale;
    const double y = (centre.y() - area.y()) * scale;
    std::array sides{bestEdge(across, x, y, -1), bestEdge(across, x, y, 1), bestEdge(down, y, x, -1),
                     bestEdge(down, y, x, 1)};
    std::ranges::sort(sides);
    return float((sides[1] + sides[2] + sides[3]) / 3);
}

} // namespace kobai::face
