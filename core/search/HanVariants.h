// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::search {

/// The character that stands for all variants of @p point that Japanese names are written with (髙 for 高, 辺 and 邉 for 邊), itself where
/// there are none. Where Chinese has a simplified form, the traditional one stands for all, so that ICU's Traditional-Simplified joins the rest.
[[nodiscard]] char32_t commonHan(char32_t point);

/// Whether the simplified form of @p point, which is one of commonHan(), is to another reader another name: it is found, but farther away.
[[nodiscard]] bool isApartFromSimplified(char32_t point);

} // namespace kobai::search
