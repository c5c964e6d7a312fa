// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Gallery.h"
#include "face/Vision.h"

#include <span>

namespace kobai::face {

/// What a search's best candidates (two are enough) amount to: Identified, Unknown or Ambiguous. Liveness and the number
/// of frames are the caller's to check.
[[nodiscard]] Verdict decide(std::span<const Candidate> best, const DecisionPolicy& policy);

/// The lead of the first over the second; the first's score when it is alone, 0 with nobody.
[[nodiscard]] float lead(std::span<const Candidate> best);

} // namespace kobai::face
