// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Detector.h"

#include "face/ModelFolder.h"
#include "face/Pixels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

constexpr QSize inputSize(320, 240);
constexpr double overlapKept = 0.4;

/// One of the four grids of cells that the network looks for faces in, and the layers that answer for it. In each cell
/// stand square anchors of some sides, in pixels of the input. The layers come before the network's own end, which would
/// decode all 4,420 anchors where a few hold a face; the figures are those of that end.
struct Grid {
    int cell; ///< pixels; where they do not divide the input, its rows lie closer
    std::vector<double> anchorSides;
    const char* scores; ///< for each anchor: background, face
    const char* boxes;  ///< for each anchor: moved right, down, widened, heightened

    [[nodiscard]] int columns() const { return (inputSize.width() + cell - 1) / cell; }
    [[nodiscard]] int rows() const { return (inputSize.height() + cell - 1) / cell; }
    [[nodiscard]] std::size_t cells() const { return std::size_t(columns()) * std::size_t(rows()); }
};

const std::array<Grid, 4>& grids()
{
    static const std::array<Grid, 4> all{{
        {8, {10, 16, 24}, "onnx_node!Conv_49", "onnx_node!Conv_59"},
        {16, {32, 48}, "onnx_node!Conv_81", "onnx_node!Conv_91"},
        {32, {64, 96}, "onnx_node!Conv_109", "onnx_node!Conv_119"},
        {64, {128, 192, 256}, "onnx_node!Conv_133", "onnx_node!Conv_141"},
    }};
    return all;
}

/// The faces that one grid has found, in parts of the picture's width and height.
std::vector<FaceBox> facesIn(const Grid& grid, std::span<const float> scores, std::span<const float> moves,
                             float leastScore)
{
    constexpr double centreScale = 0.1;
    constexpr double sizeScale = 0.2;
    std::vector<FaceBox> faces;
    const std::size_t cells = grid.cells(); // numbers of one kind stand together, cell after cell
    for (std::size_t anchor = 0; anchor < grid.anchorSides.size(); ++anchor) {
        for (std::size_t i = 0; i < cells; ++i) {
            const float background = scores[2 * anchor * cells + i];
            const float face = scores[(2 * anchor + 1) * cells + i];
            const float score = 1.0F / (1.0F + std::exp(background - face));
            if (score <= leastScore)
                continue;
            const auto move = [&](std::size_t kind) { return double(moves[(4 * anchor + kind) * cells + i]); };
            const double width = std::min(1.0, grid.anchorSides[anchor] / inputSize.width());
            const double height = std::min(1.0, grid.anchorSides[anchor] / inputSize.height());
            const std::size_t column = i % std::size_t(grid.columns());
            const std::size_t row = i / std::size_t(grid.columns());
            const double x = (double(column) + 0.5) / grid.columns() + move(0) * centreScale * width;
            const double y = (double(row) + 0.5) / grid.rows() + move(1) * centreScale * height;
            const QSizeF size(width * std::exp(move(2) * sizeScale), height * std::exp(move(3) * sizeScale));
            faces.push_back({QRectF(QPointF(x - size.width() / 2, y - size.height() / 2), size), score});
        }
    }
    return faces;
}

double area(const QRectF& box)
{
    return box.width() * box.height();
}

} // namespace

Result<Detector> Detector::load(const QString& folder)
{
    NetworkShape shape{.channels = 3, .rows = inputSize.height(), .columns = inputSize.width(), .outputs = {}};
    for (const Grid& grid : grids()) {
        const std::size_t anchors = grid.cells() * grid.anchorSides.size();
        shape.outputs.push_back({grid.scores, 2 * anchors});
        shape.outputs.push_back({grid.boxes, 4 * anchors});
    }
    KOBAI_ASSIGN(OnnxNetwork network, OnnxNetwork::load(folder, detectorModelName, std::move(shape)));
    return Detector(std::move(network));
}

Result<std::vector<FaceBox>> Detector::detect(const QImage& picture, float leastScore)
{
    const QImage small = resampled(picture, picture.rect(), inputSize);
    KOBAI_ASSIGN(const auto outputs, m_network.run(planes(small, ChannelOrder::Rgb, 127.0F, 1.0F / 128.0F)));

    std::vector<FaceBox> boxes;
    for (std::size_t i = 0; i < grids().size(); ++i) {
        for (FaceBox& face : facesIn(grids()[i], outputs[2 * i], outputs[2 * i + 1], leastScore)) {
            const QRectF part = face.box;
            face.box = {part.x() * picture.width(), part.y() * picture.height(), part.width() * picture.width(),
                        part.height() * picture.height()};
            if (face.box.width() >= 1 && face.box.height() >= 1)
                boxes.push_back(face);
        }
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
