// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/HeadPose.h"
#include "face/Vision.h"

#include <QImage>
#include <QRectF>

#include <span>

namespace kobai::face {

/// What the pixels of a face chip tell (after the measures of ISO/IEC 29794-5; biometrics.md 6).
struct ChipMeasures {
    float luminance = 0;    ///< mean of the face's middle, 0..1
    float underExposed = 0; ///< share of pixels with 0..25
    float overExposed = 0;  ///< share of pixels with 247..255
    float sharpness = 0;    ///< variance of the Laplacian over the variance of the brightness: light does not change it
};

/// @p chip: 150x150 RGB888; its middle 60 % is judged, so that background and hair stay out.
[[nodiscard]] ChipMeasures measureChip(const QImage& chip);

/// Mean brightness of a whole picture, 0..255, from a sparse grid: 0.1 ms for a full-HD frame.
[[nodiscard]] float meanBrightness(const QImage& picture);
/// Below this a frame is black (a covered lens gives 0 to 8, a dim room 20 and more).
inline constexpr float blackBrightness = 10;

/// All that is known of the one face in a frame.
struct FaceMeasures {
    QRectF box; ///< pixels
    QSize picture;
    double eyeDistance = 0; ///< pixels
    HeadPose pose;
    float eyeAspect = 0; ///< lid gap over eye width, the smaller of both eyes
    float eyesOpen = 0;  ///< the eye network's probability
    ChipMeasures chip;
};

enum class Purpose { Identify, Enrol };

/// The first thing that is wrong, in the order of Guidance; Good when nothing is.
[[nodiscard]] Guidance judge(const FaceMeasures& face, Purpose purpose);
[[nodiscard]] QualityBars qualityBars(const FaceMeasures& face, bool alone);
/// For the weighted mean of several pictures, 0.1 to 1.
[[nodiscard]] float captureWeight(const QualityBars& bars);

/// Is the largest face the only one that can be meant? At the till others may stand behind (a third as small and less);
/// at enrolment nobody else may be near. @p areas: of all faces found, the largest first.
[[nodiscard]] bool isAlone(std::span<const double> areas, Purpose purpose);

} // namespace kobai::face
