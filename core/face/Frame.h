// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMetaType>

#include <chrono>
#include <cstdint>

namespace kobai::face {

/// One picture from a camera or a clip.
struct Frame {
    QImage image;                                ///< Format_RGB888, upright, not mirrored
    std::int64_t number = 0;                     ///< counts up by one within one run of a source
    std::chrono::steady_clock::time_point taken; ///< when it left the source
};

} // namespace kobai::face

Q_DECLARE_METATYPE(kobai::face::Frame)
