// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"
#include "consent/Consent.h"
#include "face/Vision.h"

#include <QString>

namespace kobai::app {

/// The sentence for a fault in the current language: what happened, what was not lost, what to do next.
[[nodiscard]] QString faultText(const Fault& fault);
/// "A little closer", "Too dark here" ...
[[nodiscard]] QString guidanceText(face::Guidance guidance);
/// Why a face may not be used, as a sentence with what mends it.
[[nodiscard]] QString obstacleText(consent::Reason reason);

} // namespace kobai::app
