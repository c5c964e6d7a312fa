// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/LandmarkForest.h"

#include <QFileInfo>

#include <dlib/image_processing/shape_predictor.h>
#include <dlib/opencv.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <span>

namespace kobai::face {

namespace {

using Shape = dlib::matrix<float, 0, 1>;
constexpr std::size_t numbers = 2 * std::tuple_size_v<Landmarks>; ///< of a shape

struct Split {
    std::uint16_t first = 0; ///< pixels whose difference is asked for
    std::uint16_t second = 0;
    float threshold = 0;
};

/// The trees of one cascade, all of one depth, each after the other.
struct Cascade {
    std::vector<unsigned long> anchors;
    std::vector<dlib::vector<float, 2>> offsets;
    std::size_t trees = 0;
    std::size_t splitsPerTree = 0; ///< inner nodes, from the root down; one leaf more than these
    std::vector<Split> splits;
    std::vector<float> leaves; ///< numbers for each
};

/// The tree's leaf, counted from its first, for the values of the cascade's pixels.
std::size_t leafOf(std::span<const Split> splits, const std::vector<float>& pixels)
{
    std::size_t node = 0;
    while (node < splits.size()) {
        const Split& split = splits[node];
        node = 2 * node + (pixels[split.first] - pixels[split.second] > split.threshold ? 1 : 2);
    }
    return node - splits.size();
}

void prefetch(const float* leaf)
{
    constexpr std::size_t line = 64 / sizeof(float);
    for (std::size_t i = 0; i < numbers; i += line)
        __builtin_prefetch(leaf + i);
}

/// Appends dlib's trees to the cascade's; false when they are not what the sums below rely on.
bool append(const std::vector<dlib::impl::regression_tree>& trees, Cascade& cascade)
{
    const std::size_t pixels = cascade.offsets.size();
    cascade.trees = trees.size();
    cascade.splitsPerTree = trees.empty() ? 0 : trees.front().splits.size();
    cascade.leaves.reserve(trees.size() * (cascade.splitsPerTree + 1) * numbers);
    for (const dlib::impl::regression_tree& tree : trees) {
        if (tree.splits.size() != cascade.splitsPerTree || tree.leaf_values.size() != cascade.splitsPerTree + 1)
            return false;
        for (const dlib::impl::split_feature& split : tree.splits) {
            if (split.idx1 >= pixels || split.idx2 >= pixels)
                return false;
            cascade.splits.push_back({std::uint16_t(split.idx1), std::uint16_t(split.idx2), split.thresh});
        }
        for (const Shape& leaf : tree.leaf_values) {
            if (std::size_t(leaf.size()) != numbers)
                return false;
            cascade.leaves.insert(cascade.leaves.end(), leaf.begin(), leaf.end());
        }
    }
    return true;
}

} // namespace

struct LandmarkForest::Trees {
    Shape start;
    std::vector<Cascade> cascades;
    std::vector<float> pixels;      ///< of the cascade at work
    std::vector<const float*> path; ///< the leaf of each tree
};

LandmarkForest::LandmarkForest(std::unique_ptr<Trees> trees) : m_trees(std::move(trees)) {}
LandmarkForest::LandmarkForest(LandmarkForest&&) noexcept = default;
LandmarkForest& LandmarkForest::operator=(LandmarkForest&&) noexcept = default;
LandmarkForest::~LandmarkForest() = default;

Result<LandmarkForest> LandmarkForest::load(const QString& file)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFile::exists(file))
        return fail(FaultCode::ModelMissing, name);
    try {
        std::ifstream stream(file.toStdString(), std::ios::binary);
        int version = 0;
        dlib::deserialize(version, stream);
        auto trees = std::make_unique<Trees>();
        dlib::deserialize(trees->start, stream);
        std::vector<std::vector<dlib::impl::regression_tree>> forests;
        dlib::deserialize(forests, stream);
        std::vector<std::vector<unsigned long>> anchors;
        dlib::deserialize(anchors, stream);
        std::vector<std::vector<dlib::vector<float, 2>>> offsets;
        dlib::deserialize(offsets, stream);

        constexpr std::size_t mostPixels = 1U << 16; // a split's numbers are of 16 bits
        bool isSound = version == 1 && std::size_t(trees->start.size()) == numbers && anchors.size() == forests.size()
                       && offsets.size() == forests.size();
        for (std::size_t i = 0; isSound && i < forests.size(); ++i) {
            Cascade& cascade = trees->cascades.emplace_back();
            cascade.anchors = std::move(anchors[i]);
            cascade.offsets = std::move(offsets[i]);
            isSound = cascade.anchors.size() == cascade.offsets.size() && cascade.offsets.size() <= mostPixels
                      && std::ranges::all_of(cascade.anchors, [](unsigned long at) { return at < numbers / 2; })
                      && append(forests[i], cascade);
            forests[i] = {}; // the trees are never there twice as a whole
        }
        if (!isSound)
            return fail(FaultCode::ModelDamaged, name);
        return LandmarkForest(std::move(trees));
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, name);
    }
}

Landmarks LandmarkForest::predict(const QImage& picture, const QRect& face)
{
    // Neither library has a view of const pixels; nothing here writes through it.
    const cv::Mat mat(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                      std::size_t(picture.bytesPerLine()));
    const dlib::cv_image<dlib::rgb_pixel> image(mat);
    const dlib::rectangle box(face.left(), face.top(), face.right(), face.bottom());
    constexpr std::size_t ahead = 8;

    Shape shape = m_trees->start;
    for (const Cascade& cascade : m_trees->cascades) {
        dlib::impl::extract_feature_pixel_values(image, box, shape, m_trees->start, cascade.anchors, cascade.offsets,
                                                 m_trees->pixels);
        std::vector<const float*>& path = m_trees->path;
        path.resize(cascade.trees);
        const std::size_t count = cascade.splitsPerTree;
        for (std::size_t tree = 0; tree < cascade.trees; ++tree) {
            const std::size_t leaf = leafOf({&cascade.splits[tree * count], count}, m_trees->pixels);
            path[tree] = &cascade.leaves[(tree * (count + 1) + leaf) * numbers];
        }
        for (std::size_t tree = 0; tree < std::min(ahead, path.size()); ++tree)
            prefetch(path[tree]);
        for (std::size_t tree = 0; tree < path.size(); ++tree) {
            if (tree + ahead < path.size())
                prefetch(path[tree + ahead]);
            float* sum = shape.begin();
            for (std::size_t i = 0; i < numbers; ++i)
                sum[i] += path[tree][i];
        }
    }

    const dlib::point_transform_affine toPicture = dlib::impl::unnormalizing_tform(box);
    Landmarks landmarks;
    for (std::size_t i = 0; i < landmarks.size(); ++i) {
        const dlib::point point = toPicture(dlib::impl::location(shape, i));
        landmarks[i] = QPointF(double(point.x()), double(point.y()));
    }
    return landmarks;
}

} // namespace kobai::face
