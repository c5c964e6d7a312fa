// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/AttackCheck.h"

#include <QString>

namespace kobai::face {

/// How one film or picture ended when it was presented as if to the till.
struct FilmFinding {
    AttackFinding finding = AttackFinding::TooFewFrames; ///< TooFewFrames: no face was seen
    float score = 0;
    AttackEvidence evidence;
    double seconds = 0; ///< of the film until then, from the first face
};

/// Presents @p file to an AttackCheck in the film's own time: at most 15 frames a second, a look at every second one, until
/// there is a finding or 8 seconds (the till's patience) are over. A face that is lost for half a second starts it over.
/// A picture is one frame and one look. Faults: ClipUnreadable (also for a film without a frame), NetworkOutput.
[[nodiscard]] Result<FilmFinding> checkFilm(Engine& engine, const QString& file);

} // namespace kobai::face
