// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// `kobai make-attacks OUT --from CLIP... [--each N] [--seconds S] [--seed N]`: builds a test set for `kobai evaluate
/// liveness` out of films of live people: OUT/attack/SPECIES/*.avi and OUT/live/*.avi, N presentations of each species
/// from each film. Made up for measuring: rendered, not photographed (README says what that means).
/// A film that cannot be read is named and left out. @p arguments: what follows "make-attacks". Exit code 0, 1 (no film that can be read, no room) or 2 (usage).
[[nodiscard]] int makeAttacks(const QStringList& arguments);

} // namespace kobai::cli
