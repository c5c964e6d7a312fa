// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Models.h"
#include "StillFrames.h"
#include "face/Detector.h"
#include "face/Landmarks.h"
#include "face/SecondNetwork.h"

#include <QDir>
#include <QDirIterator>

#include <cmath>
#include <random>
#include <vector>

namespace kobai::test {

/// A face as the two embedding networks get it.
struct FacePictures {
    QImage chip;  ///< dlib's
    QImage inner; ///< the second network's
};

/// The faces of a picture, each @p variants times: shifted, turned and scaled by a few pixels and darker or lighter.
inline std::vector<FacePictures> facePictures(face::Detector& detector, face::LandmarkFinder& finder,
                                              const QImage& picture, int variants)
{
    std::vector<FacePictures> faces;
    std::mt19937 random(1);
    std::uniform_real_distribution<double> shake(-1, 1);
    const auto found = detector.detect(picture);
    for (const face::FaceBox& box : found.value_or(std::vector<face::FaceBox>())) {
        const face::Landmarks landmarks = finder.find(picture, box.box);
        const double unit = face::eyeDistance(landmarks);
        for (int variant = 0; variant < variants; ++variant) {
            face::Landmarks moved = landmarks;
            const QPointF shift(0.05 * unit * shake(random), 0.05 * unit * shake(random));
            const double angle = 0.1 * shake(random);
            const double scale = 1 + 0.1 * shake(random);
            for (QPointF& point : moved) {
                const QPointF arm = (point - landmarks[30]) * scale;
                point = landmarks[30] + shift
                        + QPointF(arm.x() * std::cos(angle) - arm.y() * std::sin(angle),
                                  arm.x() * std::sin(angle) + arm.y() * std::cos(angle));
            }
            FacePictures face{.chip = face::LandmarkFinder::faceChip(picture, moved),
                              .inner = face::SecondNetwork::aligned(picture, moved)};
            const double light = 1 + 0.3 * shake(random);
            for (QImage* image : {&face.chip, &face.inner}) {
                for (int row = 0; row < image->height(); ++row) {
                    for (uchar& value : std::span(image->scanLine(row), std::size_t(image->width()) * 3))
                        value = uchar(std::min(255.0, value * light));
                }
            }
            faces.push_back(std::move(face));
        }
    }
    return faces;
}

/// Pictures of the models' samples and clips; with @p folder, of all pictures below it instead. Up to @p most faces.
inline std::vector<FacePictures> someFaces(const QString& folder, std::size_t most)
{
    std::vector<FacePictures> faces;
    auto detector = face::Detector::load(modelFolder());
    auto finder = face::LandmarkFinder::load(modelFolder());
    if (!detector || !finder)
        return faces;
    const bool isSample = folder.isEmpty();
    QDirIterator files(isSample ? modelFolder() : folder, {QStringLiteral("*.jpg"), QStringLiteral("*.mp4")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && faces.size() < most) {
        for (const QImage& picture : stillFrames(files.next(), {0, 40, 80})) {
            for (FacePictures& face : facePictures(*detector, *finder, picture, isSample ? 4 : 1)) {
                if (faces.size() < most)
                    faces.push_back(std::move(face));
            }
        }
    }
    return faces;
}

} // namespace kobai::test
