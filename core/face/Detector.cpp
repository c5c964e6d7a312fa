// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Detector.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <algorithm>

namespace kobai::face {

namespace {

constexpr QSize inputSize(320, 240);
constexpr int priors = 4420;
constexpr double overlapKept = 0.4;

double area(const QRectF& box)
{
    return box.width() * box.height();
}

} // namespace

Result<Detector> Detector::load(const QString& folder)
{
    KOBAI_ASSIGN(OnnxNetwork network, OnnxNetwork::load(folder, detectorModelName,
                                                        {.channels = 3,
                                                         .rows = inputSize.height(),
                                                         .columns = inputSize.width(),
                                                         .outputs = {{"boxes", priors * 4}, {"scores", priors * 2}}}));
    return Detector(std::move(network));
}

Result<std::vector<FaceBox>> Detector::detect(const QImage& picture, float leastScore)
{
    const QImage small = resampled(picture, picture.rect(), inputSize);
    KOBAI_ASSIGN(const auto outputs, m_network.run(planes(small, ChannelOrder::Rgb, 127.0F, 1.0F / 128.0F)));
    const std::vector<float>& corners = outputs[0]; // left, top, right, bottom in 0..1
    const std::vector<float>& scores = outputs[1];  // background, face

    std::vector<FaceBox> boxes;
    for (std::size_t i = 0; i < priors; ++i) {
        if (scores[2 * i + 1] <= leastScore)
            continue;
        const std::span<const float> corner(&corners[4 * i], 4);
        const QPointF topLeft(corner[0] * picture.width(), corner[1] * picture.height());
        const QPointF bottomRight(corner[2] * picture.width(), corner[3] * picture.height());
        const QRectF box(topLeft, bottomRight);
        if (box.width() >= 1 && box.height() >= 1)
            boxes.push_back({box, scores[2 * i + 1]});
    }
    boxes = withoutOverlaps(std::move(boxes), overlapKept);
    std::ranges::stable_sort(boxes, [](const FaceBox& a, const FaceBox& b) { return area(a.box) > area(b.box); });
    return boxes;
}

std::vector<FaceBox> withoutOverlaps(std::vector<FaceBox> boxes, double overlap)
{
    std::ranges::stable_sort(boxes, [](const FaceBox& a, const FaceBox& b) { return a.score > b.score; });
    std::vector<FaceBox> kept;
    for (const FaceBox& candidate : boxes) {
        const bool isCovered = std::ranges::any_of(
            kept, [&](const FaceBox& better) { return intersectionOverUnion(candidate.box, better.box) > overlap; });
        if (!isCovered)
            kept.push_back(candidate);
    }
    return kept;
}

double intersectionOverUnion(const QRectF& a, const QRectF& b)
{
    const double shared = area(a.intersected(b));
    const double all = area(a) + area(b) - shared;
    return all > 0 ? shared / all : 0;
}

} // namespace kobai::face
