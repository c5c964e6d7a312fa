// SPDX-License-Identifier: GPL-3.0-or-later
// A file of its own, so that dlib's inner loops stay out of the sanitizers (core/face.cmake).
#include "face/FrontalDetector.h"

#include <dlib/image_processing/frontal_face_detector.h>

namespace kobai::face {

namespace {

/// In the library it is packed text, which takes a third of a second to unpack: done once.
const dlib::frontal_face_detector& unpackedDetector()
{
    static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    return detector;
}

dlib::array2d<unsigned char> greyOf(const QImage& picture)
{
    dlib::array2d<unsigned char> grey(picture.height(), picture.width());
    for (int row = 0; row < picture.height(); ++row) {
        const uchar* line = picture.constScanLine(row);
        for (int column = 0; column < picture.width(); ++column, line += 3)
            dlib::assign_pixel(grey[row][column], dlib::rgb_pixel(line[0], line[1], line[2]));
    }
    return grey;
}

} // namespace

struct FrontalDetector::Detector {
    dlib::frontal_face_detector detector = unpackedDetector();
};

FrontalDetector::FrontalDetector() : m_detector(std::make_unique<Detector>()) {}
FrontalDetector::FrontalDetector(FrontalDetector&&) noexcept = default;
FrontalDetector& FrontalDetector::operator=(FrontalDetector&&) noexcept = default;
FrontalDetector::~FrontalDetector() = default;

std::vector<FrontalDetector::Found> FrontalDetector::find(const QImage& picture, double leastConfidence)
{
    std::vector<std::pair<double, dlib::rectangle>> found;
    m_detector->detector(greyOf(picture), found, leastConfidence); // best first
    std::vector<Found> boxes;
    boxes.reserve(found.size());
    for (const auto& [confidence, box] : found)
        boxes.push_back({.centre = {double(box.left() + box.right()) / 2, double(box.top() + box.bottom()) / 2},
                         .side = double(box.width())});
    return boxes;
}

} // namespace kobai::face
