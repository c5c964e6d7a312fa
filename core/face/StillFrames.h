// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QImage>
#include <QString>

#include <vector>

namespace kobai::face {

/// The pictures in a file as the Engine wants them, for measuring: the one of a picture, turned upright by its EXIF
/// mark, or up to @p most of a film, spread evenly over its length. ClipUnreadable when the file is neither.
[[nodiscard]] Result<std::vector<QImage>> stillFrames(const QString& file, int most);

} // namespace kobai::face
