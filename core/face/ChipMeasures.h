// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Landmarks.h"

#include <QImage>

#include <array>

namespace kobai::face {

// What the pixels of a face tell, after the measures of ISO/IEC 29794-5 (biometrics.md 6). All are taken on the face chip
// (150x150, RGB888, upright, see LandmarkFinder::faceChip()), so that they do not depend on the size in the picture.

/// How often each brightness occurs in the middle 60 % of the chip: background and hair stay out. Counts.
struct BrightnessHistogram {
    std::array<int, 256> counts{};
    int total = 0;
};
[[nodiscard]] BrightnessHistogram brightnessHistogram(const QImage& chip);

/// Mean brightness, 0..1; 0 for an empty picture.
[[nodiscard]] float luminance(const BrightnessHistogram& histogram);
/// Share of pixels with 0..25 of 255.
[[nodiscard]] float underExposure(const BrightnessHistogram& histogram);
/// Share of pixels with 247..255.
[[nodiscard]] float overExposure(const BrightnessHistogram& histogram);
/// Entropy in bits, 0..8: how many levels of grey are really used.
[[nodiscard]] float dynamicRange(const BrightnessHistogram& histogram);
/// Variance of the Laplacian over the variance of the brightness in the middle, 0..20: light does not change it.
[[nodiscard]] float sharpness(const QImage& chip);

/// The darker cheek's mean brightness over the brighter one's, 0..1; 1 = lit evenly. The standard compares the cheeks'
/// histograms; a ratio says the same in a number that a person can check with a lamp.
[[nodiscard]] float illuminationUniformity(const QImage& chip, const Landmarks& inChip);
/// Share of burnt-out pixels (all colours at 240 and more) around the eyes, of the worse one, 0..1.
[[nodiscard]] float eyeGlare(const QImage& chip, const Landmarks& inChip);
/// How clearly the line between the lips is drawn: the brightness' rise and fall across it over the face's brightness,
/// 0..1. Whatever lies over the mouth has no such line, a hand neither: on 400 persons of lfw-dev 0.24 and more in
/// 99.5 %, with a mask or a hand painted over the mouth 0.04 and less in 95 %. A picture of a mouth on a mask is not seen.
[[nodiscard]] float lipLine(const QImage& chip, const Landmarks& inChip);
/// Contrast in the eye region over the face's brightness, of the flatter one, 0..1: sunglasses and hands have little (on
/// lfw-dev 0.08 and more in 99.5 %, with dark glasses painted on 0 in most). Glasses that let the eyes be seen are not
/// noticed, nor is anything that leaves eyes and mouth free: a cap, a scarf around the neck, hair on the forehead.
[[nodiscard]] float eyeContrast(const QImage& chip, const Landmarks& inChip);

/// All of them.
struct ChipMeasures {
    float luminance = 0;
    float underExposed = 0;
    float overExposed = 0;
    float dynamicRange = 0;
    float sharpness = 0;
    float uniformity = 1;
    float glare = 0;
    float lipLine = 1;
    float eyeContrast = 1;
};
[[nodiscard]] ChipMeasures measureChip(const QImage& chip, const Landmarks& inChip);

} // namespace kobai::face
