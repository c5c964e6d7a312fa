// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace kobai::face {

/// Whether a picture's file ends before its picture does, as after a broken copy or a full disk: told for JPEG (no end of image after the
/// last scan: ITU-T T.81, B.2), GIF and BMP, whose decoders give the rest in grey or black without a word. For every other format false:
/// those decoders refuse it themselves.
[[nodiscard]] bool isCutShort(QByteArrayView file);

} // namespace kobai::face
