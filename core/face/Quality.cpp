// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Quality.h"

#include "face/LivenessNetwork.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

/// Bounds for one purpose. Sources: biometrics.md 6, which has the measures of ISO/IEC 29794-5 (as the reference program
/// OFIQ takes them) with proposals for enrolment and till; loosened until no frame of the clips that a person would call
/// good is refused. Those from the uniformity on were set on 400 persons of lfw-dev, whose pictures nobody took for a
/// passport: each enrolment bound refuses at most one in a hundred of them (the mouth's gap three), each till bound none
/// in two hundred.
struct Bounds {
    double eyeDistance; ///< least, pixels; the attack check needs it
    float yaw;          ///< most, degrees
    float pitch;
    float roll;
    float darkest; ///< luminance
    float brightest;
    float underExposed; ///< most
    float overExposed;
    float dynamicRange; ///< least, bits
    float sharpness;    ///< least
    float uniformity;   ///< least
    float mouthGap;     ///< most
    float glare;        ///< most
    float lipLine;      ///< least
    float eyeContrast;  ///< least
};

Bounds bounds(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Identify:
    case Purpose::Present:
        return {.eyeDistance = livenessEyeDistance,
                .yaw = 30,
                .pitch = 20,
                .roll = 25,
                .darkest = 0.15F,
                .brightest = 0.88F,
                .underExposed = 0.45F,
                .overExposed = 0.25F,
                .dynamicRange = 4.5F,
                .sharpness = 0.004F,
                .uniformity = 0.35F,
                .mouthGap = 0.35F,
                .glare = 0.12F,
                .lipLine = 0.08F,
                .eyeContrast = 0.03F};
    case Purpose::Enrol:
        return {.eyeDistance = livenessEyeDistance,
                .yaw = 25,
                .pitch = 15,
                .roll = 15,
                .darkest = 0.20F,
                .brightest = 0.80F,
                .underExposed = 0.30F,
                .overExposed = 0.10F,
                .dynamicRange = 5.0F,
                .sharpness = 0.006F,
                .uniformity = 0.50F,
                .mouthGap = 0.20F,
                .glare = 0.05F,
                .lipLine = 0.12F,
                .eyeContrast = 0.05F};
    }
    Q_UNREACHABLE();
}

/// Closed when the network says so and the lids agree: each alone errs on small faces, never both on the clips.
constexpr float closedProbability = 0.5F;

constexpr float middleGrey = 0.5F;
constexpr double smallestMargin = 0; ///< of the picture, between the box and the edge: the face must be whole
constexpr double largestFace = 0.85; ///< of the picture's height

float ramp(double value, double bad, double good)
{
    return float(std::clamp((value - bad) / (good - bad), 0.0, 1.0));
}

} // namespace

float mouthGap(const Landmarks& landmarks)
{
    const auto distance = [](QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); };
    double gap = 0;
    for (const auto& [upper, lower] : {std::pair{61, 67}, {62, 66}, {63, 65}})
        gap = std::max(gap, distance(landmarks[std::size_t(upper)], landmarks[std::size_t(lower)]));
    const QPointF eyes = (leftEye(landmarks) + rightEye(landmarks)) / 2;
    return float(std::clamp(gap / std::max(1.0, distance(eyes, landmarks[8])), 0.0, 1.0));
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

namespace {

/// Where the face is: big enough, small enough, whole in the picture.
Guidance judgePlace(const FaceMeasures& face, const Bounds& limit)
{
    if (face.eyeDistance < limit.eyeDistance)
        return Guidance::Closer;
    if (face.box.height() > largestFace * face.picture.height())
        return Guidance::FartherAway;
    const double marginX = smallestMargin * face.picture.width();
    const double marginY = smallestMargin * face.picture.height();
    if (face.box.left() < marginX || face.box.right() > face.picture.width() - marginX || face.box.top() < marginY
        || face.box.bottom() > face.picture.height() - marginY)
        return Guidance::Centre;
    return Guidance::Good;
}

/// What lies over the face, and what it does.
Guidance judgeFace(const FaceMeasures& face, const Bounds& limit)
{
    const ChipMeasures& chip = face.chip;
    if (face.eyesOpen < closedProbability && face.eyeAspect < closedAspect)
        return Guidance::OpenEyes;
    if (chip.uniformity < limit.uniformity)
        return Guidance::UnevenLight;
    if (chip.glare > limit.glare)
        return Guidance::Glare;
    if (std::abs(face.pose.roll) > limit.roll)
        return Guidance::LevelHead;
    if (face.mouthGap > limit.mouthGap)
        return Guidance::CloseMouth;
    if (chip.lipLine < limit.lipLine || chip.eyeContrast < limit.eyeContrast)
        return Guidance::UncoverFace;
    return Guidance::Good;
}

} // namespace

Guidance judge(const FaceMeasures& face, Purpose purpose)
{
    const Bounds limit = bounds(purpose);
    if (const Guidance place = judgePlace(face, limit); place != Guidance::Good)
        return place;
    const ChipMeasures& chip = face.chip;
    if (chip.luminance < limit.darkest || chip.underExposed > limit.underExposed)
        return Guidance::TooDark;
    if (chip.luminance > limit.brightest || chip.overExposed > limit.overExposed)
        return Guidance::TooBright;
    if (chip.dynamicRange < limit.dynamicRange) // grey in grey: fog of too little light, or of too much
        return chip.luminance < middleGrey ? Guidance::TooDark : Guidance::TooBright;
    if (std::abs(face.pose.yaw) > limit.yaw || std::abs(face.pose.pitch) > limit.pitch)
        return Guidance::TurnToCamera;
    if (chip.sharpness < limit.sharpness)
        return Guidance::HoldStill;
    return judgeFace(face, limit);
}

QualityBars qualityBars(const FaceMeasures& face, bool alone)
{
    const Bounds limit = bounds(Purpose::Enrol);
    QualityBars bars;
    bars.light = std::min(ramp(face.chip.luminance, 0.10, 0.35), ramp(face.chip.luminance, 0.92, 0.70));
    bars.light = std::min(bars.light, ramp(face.chip.overExposed, 2.0 * limit.overExposed, 0.02));
    bars.light = std::min(bars.light, ramp(face.chip.uniformity, 0.2, 0.7));
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
    return std::clamp((bars.light + bars.sharp + bars.size + bars.pose + bars.eyes) / 5.0F, 0.1F, 1.0F);
}

bool isAlone(std::span<const double> areas, Purpose purpose)
{
    if (areas.size() < 2)
        return true;
    const double share = areas[1] / std::max(1.0, areas[0]);
    switch (purpose) {
    case Purpose::Identify:
    case Purpose::Present:
        return share < 1.0 / 3.0;
    case Purpose::Enrol:
        return share < 0.1;
    }
    Q_UNREACHABLE();
}

} // namespace kobai::face
