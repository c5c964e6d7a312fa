// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace kobai::test {

/// A JPEG that is @p upright only by its EXIF mark @p orientation, 1 to 8.
[[nodiscard]] QByteArray markedJpeg(const QImage& upright, int orientation, int quality = 95);

} // namespace kobai::test
