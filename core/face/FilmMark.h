// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Orientation.h"

#include <QString>

namespace kobai::face {

/// The mark of an MP4 or QuickTime film: the matrix of its first track of pictures (ISO/IEC 14496-12, 8.3.2); 1 without one, 0 when @p path is
/// another kind of file.
[[nodiscard]] Orientation filmOrientation(const QString& path);

} // namespace kobai::face
