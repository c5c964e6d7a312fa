// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FacePeriod.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kobai::face {

namespace {

constexpr int largest = 128;
constexpr int smallest = 48;

/// Power spectrum with the zero frequency in the corner, of a windowed square.
cv::Mat powers(const cv::Mat& square)
{
    cv::Mat window;
    cv::createHanningWindow(window, square.size(), CV_32F);
    cv::Mat values = square - cv::mean(square)[0];
    values = values.mul(window);
    cv::Mat spectrum;
    cv::dft(values, spectrum, cv::DFT_COMPLEX_OUTPUT);
    std::vector<cv::Mat> parts;
    cv::split(spectrum, parts);
    return parts[0].mul(parts[0]) + parts[1].mul(parts[1]);
}

/// Rings of equal frequency are compared with themselves, since a face's spectrum falls off alike in all directions. The
/// axes are left out: edges of JPEG's blocks, interlace and the mouth lie there.
double strongestPeak(const cv::Mat& power)
{
    constexpr double coarsest = 0.12; // periods per pixel
    constexpr int axis = 2;
    const int side = power.rows;
    const int rings = side / 4;
    std::vector<std::vector<float>> values(static_cast<std::size_t>(rings));
    double strongest = 0;
    for (int v = -side / 2; v < side / 2; ++v) {
        for (int u = axis + 1; u < side / 2; ++u) {
            const double frequency = std::hypot(u, v) / side;
            if (std::abs(v) <= axis || frequency < coarsest || frequency >= 0.5)
                continue;
            values[std::size_t(frequency * 2 * rings)].push_back(power.at<float>((v + side) % side, u));
        }
    }
    for (std::vector<float>& ring : values) {
        if (ring.size() < 16)
            continue;
        const auto middle = ring.begin() + std::ptrdiff_t(ring.size() / 2);
        std::ranges::nth_element(ring, middle);
        const double median = double(*middle);
        const double most = double(*std::ranges::max_element(ring));
        strongest = std::max(strongest, std::log((most + 1e-6) / (median + 1e-6)));
    }
    return strongest;
}

} // namespace

float facePeriod(const QImage& picture, const QRectF& face)
{
    const QRect inside = face.toRect().intersected(picture.rect());
    const int side = std::min({largest, inside.width(), inside.height()}) & ~1;
    if (side < smallest)
        return 0;
    const int left = std::max(0, inside.center().x() - side / 2);
    const int top = std::max(0, inside.center().y() - side / 2);
    const cv::Mat whole(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                        std::size_t(picture.bytesPerLine()));
    cv::Mat square;
    whole(cv::Rect(left, top, side, side)).convertTo(square, CV_32F);
    std::vector<cv::Mat> channels;
    cv::split(square, channels);
    const cv::Mat grey = (channels[0] + 2 * channels[1] + channels[2]) / 4;
    return float(strongestPeak(powers(grey)));
}

} // namespace kobai::face
