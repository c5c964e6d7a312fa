// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Mailbox.h"
#include "base/Result.h"
#include "face/Frame.h"
#include "face/FrameSource.h"
#include "face/Vision.h"

#include <atomic>

namespace kobai::face {

/// What the GUI, reader and vision threads share about one run of the camera. Thread-safe.
struct VisionRun {
    enum class Kind { Identify, Enrol, Preview };

    Kind kind = Kind::Preview;
    CameraChoice camera;
    IdentifyPlan plan; ///< identify
    int captures = 0;  ///< enrol: how many

    std::atomic<bool> stopped = false;
    std::atomic<bool> pictureUnderway = false; ///< one shown picture at a time, so that a busy GUI gathers no backlog
    Mailbox<Result<Frame>> frames;             ///< the newest frame, or why there are no more

    bool cameraIsOpen = false; ///< GUI thread only
};

} // namespace kobai::face
