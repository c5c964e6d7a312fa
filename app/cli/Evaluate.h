// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// `kobai evaluate verification|identification|till|liveness ...`: measures the face recognition on a folder of pictures.
/// @p arguments: what follows "evaluate". With --json one object to standard output, else a table; progress and errors
/// to standard error. Exit code 0, 1 (models or pictures unusable) or 2 (usage).
[[nodiscard]] int evaluate(const QStringList& arguments);

} // namespace kobai::cli
