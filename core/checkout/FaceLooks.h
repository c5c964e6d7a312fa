// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Store.h"

#include <chrono>
#include <cstdint>

namespace kobai::checkout {

/// After so long a look that led to no sale counts no more.
inline constexpr auto lookLifetime = std::chrono::minutes(2);

/// A look at a face, begun before the camera opens.
struct Look {
    std::int64_t number = 0;
    int left = 0; ///< how many more this payment may have
};

/// Puts on record that a face is about to be looked at. face::looksPerPayment since the last sale and within lookLifetime, whatever became
/// of them: refused, cancelled, of another basket. Then LooksSpent (detail: seconds until the next one).
[[nodiscard]] Result<Look> beginLook(store::Store& store, OperatorId by);
/// The camera did not open, or nobody could be compared: this look was none.
[[nodiscard]] Status takeBackLook(store::Store& store, std::int64_t number);

} // namespace kobai::checkout
