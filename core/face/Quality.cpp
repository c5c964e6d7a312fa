// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Quality.h"

#include "face/LivenessNetwork.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

/// Bounds for one purpose. Sources: biometrics.md 6 (ISO/IEC 29794-5 measures with the proposals for enrolment and
/// till), loosened until no frame of the clips that a person would call good is refused.
struct Bounds {
    double eyeDistance; ///< least, pixels
    float yaw;          ///< most, degrees
    float pitch;
    float darkest; ///< luminance
    float brightest;
    float underExposed; ///< most
    float overExposed;
    float sharpness; ///< least
};

Bounds bounds(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Identify:
        return {.eyeDistance = livenessEyeDistance,
                .yaw = 30,
                .pitch = 20,
                .darkest = 0.15F,
                .brightest = 0.88F,
                .underExposed = 0.45F,
                .overExposed = 0.25F,
                .sharpness = 0.004F};
    case Purpose::Enrol:
        return {.eyeDistance = livenessEyeDistance,
                .yaw = 25,
                .pitch = 15,
                .darkest = 0.20F,
                .brightest = 0.80F,
                .underExposed = 0.30F,
                .overExposed = 0.10F,
                .sharpness = 0.006F};
    }
    Q_UNREACHABLE();
}

/// Closed when the network says so and the lids agree: each alone errs on small faces, never both on the clips.
constexpr float closedAspect = 0.21F;
constexpr float closedProbability = 0.5F;

constexpr double smallestMargin = -0.03; ///< of the picture: how far the box may reach over the edge
constexpr double largestFace = 0.85;     ///< of the picture's height

float ramp(double value, double bad, double good)
{
    return float(std::clamp((value - bad) / (good - bad), 0.0, 1.0));
}

/// Brightness of the chip's middle, row by row.
struct Middle {
    static constexpr int margin = 30; // of 150: keeps 60 %
    int side = 0;
    std::vector<float> values;

    [[nodiscard]] float at(int row, int column) const { return values[std::size_t(row * side + column)]; }
};

Middle middleOf(const QImage& chip)
{
    Middle middle;
    middle.side = std::max(0, chip.width() - 2 * Middle::margin);
    for (int row = Middle::margin; row < chip.height() - Middle::margin; ++row) {
        const uchar* pixel = chip.constScanLine(row) + 3 * Middle::margin;
        for (int column = 0; column < middle.side; ++column, pixel += 3)
            middle.values.push_back(float(qGray(pixel[0], pixel[1], pixel[2])));
    }
    return middle;
}

} // namespace

ChipMeasures measureChip(const QImage& chip)
{
    const Middle middle = middleOf(chip);
    ChipMeasures measures;
    if (middle.values.empty())
        return measures;
    const auto count = float(middle.values.size());
    float sum = 0;
    float squares = 0;
    for (const float value : middle.values) {
        sum += value;
        squares += value * value;
        measures.underExposed += value <= 25 ? 1.0F / count : 0.0F;
        measures.overExposed += value >= 247 ? 1.0F / count : 0.0F;
    }
    const float mean = sum / count;
    const float variance = squares / count - mean * mean;
    measures.luminance = mean / 255.0F;

    double edges = 0;
    for (int row = 1; row + 1 < middle.side; ++row) {
        for (int column = 1; column + 1 < middle.side; ++column) {
            const float laplacian = middle.at(row - 1, column) + middle.at(row + 1, column) + middle.at(row, column - 1)
                                    + middle.at(row, column + 1) - 4 * middle.at(row, column);
            edges += double(laplacian) * double(laplacian);
        }
    }
    const double inner = double(middle.side - 2) * double(middle.side - 2);
    measures.sharpness = variance > 1 ? float(edges / inner / double(variance)) : 0.0F;
    return measures;
}

float meanBrightness(const QImage& picture)
{
    constexpr int grid = 64;
    const int rowStep = std::max(1, picture.height() / grid);
    const int columnStep = std::max(1, picture.width() / grid);
    double sum = 0;
    int count = 0;
    for (int row = 0; row < picture.height(); row += rowStep) {
        const uchar* line = picture.constScanLine(row);
        for (int column = 0; column < picture.width(); column += columnStep, ++count)
            sum += qGray(line[3 * column], line[3 * column + 1], line[3 * column + 2]);
    }
    return count > 0 ? float(sum / count) : 0.0F;
}

Guidance judge(const FaceMeasures& face, Purpose purpose)
{
    const Bounds limit = bounds(purpose);
    if (face.eyeDistance < limit.eyeDistance)
        return Guidance::Closer;
    if (face.box.height() > largestFace * face.picture.height())
        return Guidance::FartherAway;
    const double marginX = smallestMargin * face.picture.width();
    const double marginY = smallestMargin * face.picture.height();
    if (face.box.left() < marginX || face.box.right() > face.picture.width() - marginX || face.box.top() < marginY
        || face.box.bottom() > face.picture.height() - marginY)
        return Guidance::Centre;
    if (face.chip.luminance < limit.darkest || face.chip.underExposed > limit.underExposed)
        return Guidance::TooDark;
    if (face.chip.luminance > limit.brightest || face.chip.overExposed > limit.overExposed)
        return Guidance::TooBright;
    if (std::abs(face.pose.yaw) > limit.yaw || std::abs(face.pose.pitch) > limit.pitch)
        return Guidance::TurnToCamera;
    if (face.chip.sharpness < limit.sharpness)
        return Guidance::HoldStill;
    if (face.eyesOpen < closedProbability && face.eyeAspect < closedAspect)
        return Guidance::OpenEyes;
    return Guidance::Good;
}

QualityBars qualityBars(const FaceMeasures& face, bool alone)
{
    const Bounds limit = bounds(Purpose::Enrol);
    QualityBars bars;
    bars.light = std::min(ramp(face.chip.luminance, 0.10, 0.35), ramp(face.chip.luminance, 0.92, 0.70));
    bars.light = std::min(bars.light, ramp(face.chip.overExposed, 2.0 * limit.overExposed, 0.02));
    bars.sharp = ramp(face.chip.sharpness, 0.0, 4.0 * limit.sharpness);
    bars.size = ramp(face.eyeDistance, 20, 60);
    const double turned = std::hypot(face.pose.yaw, face.pose.pitch);
    bars.pose = ramp(turned, 45, 10);
    bars.eyes = std::max(face.eyesOpen, ramp(face.eyeAspect, 0.15, 0.25));
    bars.alone = alone ? 1.0F : 0.0F;
    return bars;
}

float captureWeight(const QualityBars& bars)
{
    return std::clamp((bars.light + bars.sharp + bars.size + bars.pose) / 4.0F, 0.1F, 1.0F);
}

bool isAlone(std::span<const double> areas, Purpose purpose)
{
    if (areas.size() < 2)
        return true;
    const double share = areas[1] / std::max(1.0, areas[0]);
    switch (purpose) {
    case Purpose::Identify:
        return share < 1.0 / 3.0;
    case Purpose::Enrol:
        return share < 0.1;
    }
    Q_UNREACHABLE();
}

} // namespace kobai::face
