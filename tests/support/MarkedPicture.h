// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace kobai::test {

/// A JPEG that is @p upright only by its EXIF mark @p orientation, 1 to 8.
[[nodiscard]] QByteArray markedJpeg(const QImage& upright, int orientation, int quality = 95);
/// A PNG of that kind: the mark is in its eXIf chunk.
[[nodiscard]] QByteArray markedPng(const QImage& upright, int orientation);
/// What an editor writes beside Exif: the same mark as XMP, a segment of a JPEG.
[[nodiscard]] QByteArray xmpSegment(int orientation);

} // namespace kobai::test
