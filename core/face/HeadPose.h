// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Landmarks.h"

#include <QSize>

namespace kobai::face {

/// Where the head looks, in degrees; all 0 = straight into the camera.
struct HeadPose {
    float yaw = 0;   ///< positive = turned to their left
    float pitch = 0; ///< positive = looking up
    float roll = 0;  ///< positive = leaning to their left shoulder
};

/// From six landmarks and a generic head (perspective-n-point; the camera's focal length is taken as the picture's
/// width, so that the angles are good to a few degrees). Costs 0.1 ms where the package's pose network takes 20.
[[nodiscard]] HeadPose headPose(const Landmarks& landmarks, QSize picture);

} // namespace kobai::face
