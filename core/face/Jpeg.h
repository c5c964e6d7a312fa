// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QImage>

namespace kobai::face {

// JPEG by libjpeg itself: Qt and OpenCV give what is left of a damaged picture, the rest in grey, and say nothing.

/// The picture in @p bytes, grey or in colours, Format_RGB888, turned by no mark; null when it is none, when something of it is lost, or when
/// it is for a printer (CMYK). Its end mark may be missing, as in the frames of some cameras.
[[nodiscard]] QImage wholeJpeg(QByteArrayView bytes);

/// Whether something in the middle of a JPEG is lost or is no JPEG; for a file that is none, true.
[[nodiscard]] bool isJpegDamaged(QByteArrayView bytes);

} // namespace kobai::face
