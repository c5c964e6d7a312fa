// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/MotionCues.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>
#include <vector>

namespace kobai::face {

namespace {

constexpr double faceWidth = 36; ///< of the face in the small picture
constexpr double reach = 2.6;    ///< of the small picture about the face, in widths of the face to each side
constexpr int patch = 4;         ///< half a patch's side
/// A patch with less structure than this (least eigenvalue of the gradients' matrix, per pixel) tells no motion.
constexpr double leastStructure = 6;
constexpr double farthest = 7; ///< a longer motion between two frames is a mismatch
/// Frames so far apart are compared: long enough for a hand's sway to be seen.
constexpr std::chrono::milliseconds longest(220);

/// One patch's motion between two frames.
struct Flow {
    cv::Point2d at; ///< from the middle of the face
    cv::Vec2d by;
};

struct Affine {
    cv::Matx<double, 2, 3> map = cv::Matx<double, 2, 3>::zeros();

    [[nodiscard]] cv::Vec2d motion(cv::Point2d at) const { return map * cv::Vec3d(at.x, at.y, 1); }
};

/// The affine motion that explains most of @p flows; those that do not fit lose their say over three rounds.
std::optional<Affine> fitted(const std::vector<Flow>& flows)
{
    constexpr std::size_t fewest = 5;
    constexpr double tolerance = 0.15;
    if (flows.size() < fewest)
        return std::nullopt;
    Affine affine;
    std::vector<double> weights(flows.size(), 1);
    for (int round = 0; round < 3; ++round) {
        cv::Matx33d normal = cv::Matx33d::eye() * 1e-3;
        cv::Matx<double, 3, 2> right = cv::Matx<double, 3, 2>::zeros();
        for (std::size_t i = 0; i < flows.size(); ++i) {
            const cv::Vec3d at(flows[i].at.x / faceWidth, flows[i].at.y / faceWidth, 1);
            normal += weights[i] * at * at.t();
            right += weights[i] * at * flows[i].by.t();
        }
        const cv::Matx<double, 3, 2> solved = normal.inv() * right;
        for (int row = 0; row < 2; ++row) {
            affine.map(row, 0) = solved(0, row) / faceWidth;
            affine.map(row, 1) = solved(1, row) / faceWidth;
            affine.map(row, 2) = solved(2, row);
        }
        for (std::size_t i = 0; i < flows.size(); ++i) {
            const double off = cv::norm(flows[i].by - affine.motion(flows[i].at)) / tolerance;
            weights[i] = 1 / (1 + off * off);
        }
    }
    return affine;
}

/// Where the patch of @p before about @p middle is in @p after: a few steps of Gauss and Newton from @p guess.
std::optional<cv::Vec2d> registered(const cv::Mat& before, const cv::Mat& after, cv::Point middle, cv::Vec2d guess)
{
    constexpr int side = 2 * patch + 1;
    std::array<float, side * side> gradX{};
    std::array<float, side * side> gradY{};
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int row = 0, i = 0; row < side; ++row) {
        const auto* line = before.ptr<float>(middle.y + row - patch) + middle.x - patch;
        const auto* above = before.ptr<float>(middle.y + row - patch - 1) + middle.x - patch;
        const auto* below = before.ptr<float>(middle.y + row - patch + 1) + middle.x - patch;
        for (int column = 0; column < side; ++column, ++i) {
            const float x = (line[column + 1] - line[column - 1]) / 2;
            const float y = (below[column] - above[column]) / 2;
            gradX[std::size_t(i)] = x;
            gradY[std::size_t(i)] = y;
            xx += double(x * x);
            xy += double(x * y);
            yy += double(y * y);
        }
    }
    const double half = (xx + yy) / 2;
    const double least = half - std::sqrt(std::max(0.0, half * half - (xx * yy - xy * xy)));
    if (least < leastStructure * side * side)
        return std::nullopt;
    const double determinant = xx * yy - xy * xy;
    cv::Vec2d by = guess;
    for (int step = 0; step < 4; ++step) {
        const double x = middle.x + by[0] - patch;
        const double y = middle.y + by[1] - patch;
        const int left = int(std::floor(x));
        const int top = int(std::floor(y));
        if (left < 0 || top < 0 || left + side + 1 > after.cols || top + side + 1 > after.rows)
            return std::nullopt;
        const auto fx = float(x - left);
        const auto fy = float(y - top);
        double errorX = 0;
        double errorY = 0;
        for (int row = 0, i = 0; row < side; ++row) {
            const auto* source = before.ptr<float>(middle.y + row - patch) + middle.x - patch;
            const auto* upper = after.ptr<float>(top + row) + left;
            const auto* lower = after.ptr<float>(top + row + 1) + left;
            for (int column = 0; column < side; ++column, ++i) {
                const float value = (1 - fy) * ((1 - fx) * upper[column] + fx * upper[column + 1])
                                    + fy * ((1 - fx) * lower[column] + fx * lower[column + 1]);
                const float difference = source[column] - value;
                errorX += double(difference * gradX[std::size_t(i)]);
                errorY += double(difference * gradY[std::size_t(i)]);
            }
        }
        const cv::Vec2d change((yy * errorX - xy * errorY) / determinant, (xx * errorY - xy * errorX) / determinant);
        by += change;
        if (cv::norm(by) > farthest)
            return std::nullopt;
        if (cv::norm(change) < 0.02)
            break;
    }
    return by;
}

/// Which of two motions explains the surroundings: squared differences of brightness without and with the face's motion.
struct Contest {
    double still = 0;
    double moved = 0;
    double count = 0;

    [[nodiscard]] float value() const
    {
        constexpr double noise = 4; // squared grey levels: so little says nothing
        return float((still - moved) / (still + moved + noise * std::max(1.0, count)));
    }
};

struct Mean {
    double sum = 0;
    double count = 0;

    void add(double value)
    {
        sum += value;
        ++count;
    }
    [[nodiscard]] double value() const { return sum / std::max(1.0, count); }
};

/// Brightness between the pixels; -1 outside.
double sampled(const cv::Mat& grey, double x, double y)
{
    const int left = int(std::floor(x));
    const int top = int(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= grey.cols || top + 1 >= grey.rows)
        return -1;
    const double fx = x - left;
    const double fy = y - top;
    const auto* upper = grey.ptr<float>(top) + left;
    const auto* lower = grey.ptr<float>(top + 1) + left;
    return (1 - fy) * ((1 - fx) * double(upper[0]) + fx * double(upper[1]))
           + fy * ((1 - fx) * double(lower[0]) + fx * double(lower[1]));
}

cv::Mat view(const QImage& picture)
{
    return {picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
            std::size_t(picture.bytesPerLine())};
}

} // namespace

struct MotionCues::State {
    /// A frame to compare later ones with.
    struct Past {
        cv::Mat grey;
        QRectF face;
        Time taken;
    };
    std::deque<Past> past; ///< the oldest first
    cv::Rect area;         ///< the part of the pictures that is followed
    double scale = 1;
    QSize picture;
    int steps = 0;
    Contest together;
    Contest outside;
    Mean motion;
    Mean inner;

    void place(const QImage& image, const QRectF& face)
    {
        picture = image.size();
        scale = std::min(1.0, faceWidth / std::max(1.0, face.width()));
        const double side = reach * face.width();
        const QRectF wanted(face.center().x() - side, face.center().y() - side, 2 * side, 2 * side);
        const QRect inside = wanted.toRect().intersected(image.rect());
        area = {inside.x(), inside.y(), inside.width(), inside.height()};
        past.clear();
    }

    [[nodiscard]] bool stillFits(const QImage& image, const QRectF& face) const
    {
        const QRectF middle(area.x + area.width * 0.2, area.y + area.height * 0.1, area.width * 0.6, area.height * 0.8);
        const double change = face.width() * scale / faceWidth;
        return image.size() == picture && middle.contains(face.center()) && change < 1.6
               && (change > 0.6 || scale == 1);
    }

    [[nodiscard]] cv::Mat small(const QImage& image) const
    {
        cv::Mat little;
        cv::resize(view(image)(area), little, {}, scale, scale, cv::INTER_AREA);
        cv::Mat grey;
        cv::cvtColor(little, grey, cv::COLOR_RGB2GRAY);
        grey.convertTo(grey, CV_32F);
        return grey;
    }

    void compare(const Past& before, const Past& now);
    void contest(const Past& before, const Past& now, const Affine& head, cv::Point2d middle, double width);
};

void MotionCues::State::compare(const Past& before, const Past& now)
{
    const QPointF from((before.face.center().x() - area.x) * scale, (before.face.center().y() - area.y) * scale);
    const cv::Point2d middle(from.x(), from.y());
    cv::Vec2d guess((now.face.center().x() - before.face.center().x()) * scale,
                    (now.face.center().y() - before.face.center().y()) * scale);
    const double width = before.face.width() * scale;
    const double height = before.face.height() * scale;
    if (cv::norm(guess) > farthest)
        return;
    std::vector<Flow> flows;
    constexpr int apart = 6; // between the patches' middles
    for (double y = -0.45 * height; y <= 0.45 * height; y += apart) {
        for (double x = -0.42 * width; x <= 0.42 * width; x += apart) {
            const cv::Point place(int(middle.x + x), int(middle.y + y));
            if (place.x < patch + 1 || place.y < patch + 1 || place.x >= before.grey.cols - patch - 1
                || place.y >= before.grey.rows - patch - 1)
                continue;
            if (const auto by = registered(before.grey, now.grey, place, guess))
                flows.push_back({cv::Point2d(place) - middle, *by});
        }
    }
    const auto head = fitted(flows);
    if (!head)
        return;
    ++steps;
    for (const Flow& flow : flows) {
        const cv::Vec2d all = head->motion(flow.at);
        motion.add(all.dot(all));
        inner.add(std::min(0.6, cv::norm(flow.by - all)));
    }
    contest(before, now, *head, middle, width);
}

void MotionCues::State::contest(const Past& before, const Past& now, const Affine& head, cv::Point2d middle,
                                double width)
{
    constexpr int every = 2; // pixels
    for (int y = 0; y < before.grey.rows; y += every) {
        for (int x = 0; x < before.grey.cols; x += every) {
            const cv::Point2d at = cv::Point2d(x, y) - middle;
            const double across = std::abs(at.x) / width;
            const double down = at.y / width;
            // Hair, neck and shoulders move with a living head as well: they tell nothing.
            if (down > 0.7 || (across < 0.85 && down > -1.1))
                continue;
            const cv::Vec2d by = head.motion(at);
            const double moved = sampled(now.grey, x + by[0], y + by[1]);
            if (moved < 0)
                continue;
            constexpr double most = 40; // grey levels: a passer-by is no proof
            const double value = double(before.grey.at<float>(y, x));
            const double still = std::min(most, std::abs(double(now.grey.at<float>(y, x)) - value));
            const double carried = std::min(most, std::abs(moved - value));
            Contest& part = across < 1.5 && down > -1.6 ? together : outside;
            part.still += still * still;
            part.moved += carried * carried;
            ++part.count;
        }
    }
}

MotionCues::MotionCues() : m_state(std::make_unique<State>()) {}
MotionCues::~MotionCues() = default;

void MotionCues::follow(const QImage& picture, const QRectF& face, Time taken)
{
    State& state = *m_state;
    if (picture.isNull() || face.width() < 1 || face.height() < 1)
        return;
    if (state.past.empty() || !state.stillFits(picture, face))
        state.place(picture, face);
    if (state.area.width * state.scale < faceWidth || state.area.height * state.scale < faceWidth)
        return;
    State::Past now{.grey = state.small(picture), .face = face, .taken = taken};
    while (!state.past.empty() && taken - state.past.front().taken > longest)
        state.past.pop_front();
    if (!state.past.empty())
        state.compare(state.past.front(), now);
    state.past.push_back(std::move(now));
}

void MotionCues::startOver()
{
    *m_state = {};
}

MotionEvidence MotionCues::evidence() const
{
    const State& state = *m_state;
    return {.steps = state.steps,
            .together = state.together.value(),
            .outside = state.outside.value(),
            .motion = float(std::sqrt(state.motion.value())),
            .inner = float(state.inner.value())};
}

} // namespace kobai::face
