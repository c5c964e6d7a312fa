// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <functional>
#include <optional>

namespace kobai::face {

/// So many frames in a row may be broken (a second of a camera) before there is none to be had.
inline constexpr int mostBrokenFrames = 30;

/// The next frame that is whole. @p grab takes the next one from a camera or film, false when there is none any more; @p retrieve decodes it,
/// a null image when it is broken. What either throws is a broken frame too, but for no memory, which is thrown on. nullopt when @p grab
/// says so or after mostBrokenFrames.
[[nodiscard]] std::optional<QImage> nextWholeFrame(const std::function<bool()>& grab,
                                                   const std::function<QImage()>& retrieve);

} // namespace kobai::face
