// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/MotionCues.h"

namespace kobai::face {

/// What one looked-at frame tells about a presentation attack. Plain numbers, for AttackCheck and for measuring.
struct AttackCue {
    float plain = 0;  ///< the network's log odds of live against print and screen
    float smooth = 0; ///< the same for the picture without its grain
    float border = 0; ///< sheetBorder(), 0..1
    float period = 0; ///< facePeriod()
};

/// The cues of all looks, averaged, and of the motion between them.
struct AttackEvidence {
    AttackCue cue;
    MotionEvidence motion;
    int looks = 0;
};

/// The evidence in one number: log odds of live against attack, 0 = as likely one as the other. Without looks -1.
[[nodiscard]] float liveLogOdds(const AttackEvidence& evidence);

} // namespace kobai::face
