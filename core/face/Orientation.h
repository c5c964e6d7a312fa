// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace kobai::face {

/// How a picture has to be turned to stand upright, numbered as Exif does (JEITA CP-3451, tag 0x0112): 1 as it is, 2 mirrored left to right, 3 by
/// half, 4 mirrored top to bottom, 5 along the diagonal, 6 by a quarter with the clock, 7 along the other diagonal, 8 by a quarter against it.
using Orientation = int;

/// The mark in a picture's file, Exif's or else XMP's, whatever the format; 1 without one.
[[nodiscard]] Orientation orientationOf(const QByteArray& picture);

/// @p image turned as the mark says.
[[nodiscard]] QImage upright(const QImage& image, Orientation orientation);

} // namespace kobai::face
