// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace kobai::face {

/// How far a long measurement is; false stops it. Called from any of its threads, by one at a time.
using Progress = std::function<bool(int done, int all)>;

/// As many as the machine computes at once, at most 8: each thread that encodes holds its own networks.
[[nodiscard]] int coreCount();

/// Does @p work for 0 .. @p count - 1 on so many threads, the calling one among them; returns when all are done. False
/// when @p progress stopped it: then some are not done. @p work must not throw and may run for several numbers at once.
[[nodiscard]] bool onAllCores(int count, const std::function<void(int)>& work, const Progress& progress);

} // namespace kobai::face
