// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointF>

#include <memory>
#include <vector>

namespace kobai::face {

/// dlib's own face detector: histograms of gradients under a linear classifier, for faces that look this way and are 80 pixels wide or more.
/// Belongs to one thread at a time.
class FrontalDetector final {
public:
    FrontalDetector();
    FrontalDetector(FrontalDetector&&) noexcept;
    FrontalDetector& operator=(FrontalDetector&&) noexcept;
    ~FrontalDetector();

    /// A square box, in pixels.
    struct Found {
        QPointF centre;
        double side = 0;
    };
    /// The most confident first. @p picture: RGB888. @p leastConfidence: 0 is dlib's own.
    [[nodiscard]] std::vector<Found> find(const QImage& picture, double leastConfidence);

private:
    struct Detector;
    std::unique_ptr<Detector> m_detector;
};

} // namespace kobai::face
