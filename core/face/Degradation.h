// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <cstdint>

namespace kobai::face {

/// A press photo as a cheap camera over a till might have seen it: turned up to 8 degrees, 0.7 to 1 times as large, out of
/// focus (detail lost down to 0.55 of the pixels a side), 0.45 to 1.15 times as bright, with noise of up to 8 grey levels
/// and JPEG of quality 35 to 85, all drawn by @p number. 0 is the picture itself. The same number gives the same
/// picture with the same Qt.
[[nodiscard]] QImage degraded(const QImage& picture, std::uint32_t number);

} // namespace kobai::face
