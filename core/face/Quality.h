// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/ChipMeasures.h"
#include "face/HeadPose.h"
#include "face/Vision.h"

#include <QImage>
#include <QRectF>

#include <span>

namespace kobai::face {

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
    float eyesOpen = 0;  ///< the eye network's probability; 1 where the lids leave no doubt
    float mouthGap = 0;  ///< mouthGap()
    ChipMeasures chip;
};

/// Lids nearer than this may be closed eyes (FaceMeasures::eyeAspect); the eye network is then asked.
inline constexpr float closedAspect = 0.21F;

/// The largest gap between the inner lips over the distance from the middle of the eyes to the chin, 0..1 (ISO/IEC
/// 29794-5 MouthClosed). About 0.02 with the mouth shut, 0.2 in speech.
[[nodiscard]] float mouthGap(const Landmarks& landmarks);

enum class Purpose {
    Identify,
    Enrol,
    Present, ///< an attack session: looked at as to identify, never encoded
};

/// The first thing that is wrong, in the order of Guidance; Good when nothing is.
[[nodiscard]] Guidance judge(const FaceMeasures& face, Purpose purpose);
[[nodiscard]] QualityBars qualityBars(const FaceMeasures& face, bool alone);
/// For the weighted mean of several pictures, 0.1 to 1.
[[nodiscard]] float captureWeight(const QualityBars& bars);

/// Is the largest face the only one that can be meant? At the till others may stand behind (a third as small and less);
/// at enrolment nobody else may be near. @p areas: of all faces found, the largest first.
[[nodiscard]] bool isAlone(std::span<const double> areas, Purpose purpose);

} // namespace kobai::face
