// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ChipMeasures.h"

#include <QColor>
#include <QRect>

#include <algorithm>
#include <cmath>
#include <vector>

namespace kobai::face {

namespace {

constexpr int margin = 30; // of 150: keeps the middle 60 %

/// Brightness of the chip's middle, row by row.
struct Middle {
    int side = 0;
    std::vector<float> values;

    explicit Middle(const QImage& chip) : side(std::max(0, chip.width() - 2 * margin))
    {
        for (int row = margin; row < chip.height() - margin; ++row) {
            const uchar* pixel = chip.constScanLine(row) + 3 * margin;
            for (int column = 0; column < side; ++column, pixel += 3)
                values.push_back(float(qGray(pixel[0], pixel[1], pixel[2])));
        }
    }
    [[nodiscard]] float at(int row, int column) const
    {
        return values[std::size_t(row) * std::size_t(side) + std::size_t(column)];
    }
};

/// Calls @p use(red, green, blue) for each pixel of @p area that lies in the chip.
template <typename Use>
void forEachPixel(const QImage& chip, const QRectF& area, Use use)
{
    const QRect inside = area.toAlignedRect().intersected(chip.rect());
    for (int row = inside.top(); row <= inside.bottom(); ++row) {
        const uchar* pixel = chip.constScanLine(row) + 3 * inside.left();
        for (int column = 0; column < inside.width(); ++column, pixel += 3)
            use(pixel[0], pixel[1], pixel[2]);
    }
}

struct Moments {
    double sum = 0;
    double squares = 0;
    int count = 0;

    void add(double value)
    {
        sum += value;
        squares += value * value;
        ++count;
    }
    [[nodiscard]] double mean() const { return count > 0 ? sum / count : 0; }
    [[nodiscard]] double deviation() const
    {
        return count > 0 ? std::sqrt(std::max(0.0, squares / count - mean() * mean())) : 0;
    }
};

Moments brightness(const QImage& chip, const QRectF& area)
{
    Moments moments;
    forEachPixel(chip, area, [&](int red, int green, int blue) { moments.add(qGray(red, green, blue)); });
    return moments;
}

QRectF around(const Landmarks& landmarks, std::size_t first, std::size_t last, double widthFactor, double aspect)
{
    double left = landmarks[first].x();
    double right = left;
    QPointF centre;
    for (std::size_t i = first; i <= last; ++i) {
        left = std::min(left, landmarks[i].x());
        right = std::max(right, landmarks[i].x());
        centre += landmarks[i] / double(last - first + 1);
    }
    const double width = std::max(1.0, (right - left) * widthFactor);
    QRectF area(0, 0, width, width * aspect);
    area.moveCenter(centre);
    return area;
}

QRectF leftEyeArea(const Landmarks& landmarks)
{
    return around(landmarks, 36, 41, 1.3, 0.6);
}

QRectF rightEyeArea(const Landmarks& landmarks)
{
    return around(landmarks, 42, 47, 1.3, 0.6);
}

/// Between the @p outer corner of the eye and the @p corner of the mouth (landmarks by number).
QRectF cheek(const Landmarks& landmarks, std::size_t outer, std::size_t corner)
{
    const double side = 0.28 * eyeDistance(landmarks);
    QRectF area(0, 0, side, side);
    area.moveCenter(landmarks[outer] * 0.45 + landmarks[corner] * 0.55);
    return area;
}

QRectF leftCheek(const Landmarks& landmarks)
{
    return cheek(landmarks, 36, 48);
}

QRectF rightCheek(const Landmarks& landmarks)
{
    return cheek(landmarks, 45, 54);
}

/// Mean brightness of the face, at least 1.
double level(const QImage& chip)
{
    return std::max(1.0, brightness(chip, QRectF(chip.rect()).adjusted(margin, margin, -margin, -margin)).mean());
}

} // namespace

BrightnessHistogram brightnessHistogram(const QImage& chip)
{
    BrightnessHistogram histogram;
    for (const float value : Middle(chip).values) {
        ++histogram.counts[std::size_t(value)];
        ++histogram.total;
    }
    return histogram;
}

float luminance(const BrightnessHistogram& histogram)
{
    double sum = 0;
    for (std::size_t value = 0; value < histogram.counts.size(); ++value)
        sum += double(value) * histogram.counts[value];
    return histogram.total > 0 ? float(sum / histogram.total / 255.0) : 0;
}

namespace {

float share(const BrightnessHistogram& histogram, std::size_t first, std::size_t last)
{
    int count = 0;
    for (std::size_t value = first; value <= last; ++value)
        count += histogram.counts[value];
    return histogram.total > 0 ? float(count) / float(histogram.total) : 0;
}

} // namespace

float underExposure(const BrightnessHistogram& histogram)
{
    return share(histogram, 0, 25);
}

float overExposure(const BrightnessHistogram& histogram)
{
    return share(histogram, 247, 255);
}

float dynamicRange(const BrightnessHistogram& histogram)
{
    double bits = 0;
    for (const int count : histogram.counts) {
        if (count > 0) {
            const double p = double(count) / histogram.total;
            bits -= p * std::log2(p);
        }
    }
    return float(bits);
}

float sharpness(const QImage& chip)
{
    const Middle middle(chip);
    Moments values;
    for (const float value : middle.values)
        values.add(double(value));
    double edges = 0;
    for (int row = 1; row + 1 < middle.side; ++row) {
        for (int column = 1; column + 1 < middle.side; ++column) {
            const float laplacian = middle.at(row - 1, column) + middle.at(row + 1, column) + middle.at(row, column - 1)
                                    + middle.at(row, column + 1) - 4 * middle.at(row, column);
            edges += double(laplacian) * double(laplacian);
        }
    }
    const double inner = double(middle.side - 2) * double(middle.side - 2);
    const double variance = values.deviation() * values.deviation();
    return variance > 1 ? float(edges / inner / variance) : 0.0F;
}

float illuminationUniformity(const QImage& chip, const Landmarks& inChip)
{
    const double left = brightness(chip, leftCheek(inChip)).mean();
    const double right = brightness(chip, rightCheek(inChip)).mean();
    return float(std::min(left, right) / std::max({1.0, left, right}));
}

float eyeGlare(const QImage& chip, const Landmarks& inChip)
{
    const auto burnt = [&](const QRectF& eye) {
        int count = 0;
        int all = 0;
        forEachPixel(chip, eye, [&](int red, int green, int blue) {
            count += std::min({red, green, blue}) >= 240 ? 1 : 0;
            ++all;
        });
        return all > 0 ? float(count) / float(all) : 0.0F;
    };
    return std::max(burnt(leftEyeArea(inChip)), burnt(rightEyeArea(inChip)));
}

float lipLine(const QImage& chip, const Landmarks& inChip)
{
    // Row means over the mouth's middle: the line is dark, the lips and the skin around are brighter.
    const QRectF mouth = around(inChip, 48, 59, 0.7, 1.0);
    double darkest = 255;
    double brightest = 0;
    for (int line = 0; mouth.top() + line < mouth.bottom(); ++line) {
        const Moments row = brightness(chip, QRectF(mouth.left(), mouth.top() + line, mouth.width(), 0.5));
        if (row.count == 0)
            continue;
        darkest = std::min(darkest, row.mean());
        brightest = std::max(brightest, row.mean());
    }
    return float(std::clamp((brightest - darkest) / level(chip), 0.0, 1.0));
}

float eyeContrast(const QImage& chip, const Landmarks& inChip)
{
    const double left = brightness(chip, leftEyeArea(inChip)).deviation();
    const double right = brightness(chip, rightEyeArea(inChip)).deviation();
    return float(std::clamp(std::min(left, right) / level(chip), 0.0, 1.0));
}

ChipMeasures measureChip(const QImage& chip, const Landmarks& inChip)
{
    if (chip.isNull())
        return {};
    const BrightnessHistogram histogram = brightnessHistogram(chip);
    return {.luminance = luminance(histogram),
            .underExposed = underExposure(histogram),
            .overExposed = overExposure(histogram),
            .dynamicRange = dynamicRange(histogram),
            .sharpness = sharpness(chip),
            .uniformity = illuminationUniformity(chip, inChip),
            .glare = eyeGlare(chip, inChip),
            .lipLine = lipLine(chip, inChip),
            .eyeContrast = eyeContrast(chip, inChip)};
}

} // namespace kobai::face
