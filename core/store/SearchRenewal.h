// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/sqlite/Connection.h"

namespace kobai::store {

/// Makes what people are found by anew, in a transaction of its own, when it was made by another folding than this program's (an older Kobai, or
/// another ICU after an upgrade of the system). Faults of the tables; throws sqlite::Error.
[[nodiscard]] Status renewSearchKeys(sqlite::Connection& connection);

} // namespace kobai::store
