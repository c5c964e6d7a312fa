// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "catalogue/Product.h"
#include "store/Tx.h"

namespace kobai::checkout {

/// saveProduct() and addCategory() inside a unit of work that is already open, for callers that store many (demo school,
/// import). Same faults; after a fault the unit of work must be given up.
[[nodiscard]] Result<catalogue::Product> storeProduct(store::Tx& tx, const catalogue::Product& product, Instant at,
                                                      OperatorId by);
[[nodiscard]] Result<catalogue::Category> insertCategory(store::Tx& tx, const catalogue::Category& category, Instant at,
                                                         OperatorId by);

} // namespace kobai::checkout
