// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/HeadPose.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kobai::face {

namespace {

struct HeadPoint {
    std::size_t landmark;
    cv::Point3d position; ///< millimetres; x to the right in the picture, y down, z away from the camera
};

/// A generic adult head's proportions; only their ratios matter for the angles.
const std::array headPoints{
    HeadPoint{30, {0.0, 0.0, 0.0}},      // tip of the nose
    HeadPoint{8, {0.0, 66.0, 13.0}},     // chin
    HeadPoint{36, {-45.0, -34.0, 27.0}}, // outer corner of the eye on the left
    HeadPoint{45, {45.0, -34.0, 27.0}},  // outer corner of the eye on the right
    HeadPoint{48, {-30.0, 30.0, 25.0}},  // corner of the mouth on the left
    HeadPoint{54, {30.0, 30.0, 25.0}},   // corner of the mouth on the right
};

/// What the generic head adds to the pitch of a person who looks straight ahead: the mean difference to the package's
/// pose network over the three clips.
constexpr float pitchOfTheModel = 15;

float degrees(double radians)
{
    return float(radians * 180.0 / std::numbers::pi);
}

} // namespace

HeadPose headPose(const Landmarks& landmarks, QSize picture)
{
    std::vector<cv::Point3d> head;
    std::vector<cv::Point2d> seen;
    for (const HeadPoint& point : headPoints) {
        head.push_back(point.position);
        seen.emplace_back(landmarks[point.landmark].x(), landmarks[point.landmark].y());
    }
    const double focal = std::max(picture.width(), picture.height());
    const cv::Matx33d camera(focal, 0, picture.width() / 2.0, 0, focal, picture.height() / 2.0, 0, 0, 1);
    cv::Vec3d rotation(0, 0, 0);
    cv::Vec3d translation(0, 0, focal);
    try {
        if (!cv::solvePnP(head, seen, camera, cv::noArray(), rotation, translation, true, cv::SOLVEPNP_ITERATIVE))
            return {.yaw = 90, .pitch = 0, .roll = 0};
        cv::Matx33d turn;
        cv::Rodrigues(rotation, turn);
        // turn's third column is where the back of the head points; the nose points the other way.
        HeadPose pose;
        pose.yaw = degrees(-std::atan2(turn(0, 2), turn(2, 2)));
        pose.pitch = degrees(std::asin(std::clamp(turn(1, 2), -1.0, 1.0))) - pitchOfTheModel;
        pose.roll = degrees(std::atan2(turn(1, 0), turn(1, 1)));
        return pose;
    } catch (const cv::Exception&) {
        return {.yaw = 90, .pitch = 0, .roll = 0}; // points that are no face: not looking at the camera
    }
}

} // namespace kobai::face
