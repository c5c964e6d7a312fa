// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "base/Clock.h"
#include "money/Currency.h"
#include "store/Tx.h"

namespace kobai::accounts {

/// topUpCash() inside a unit of work that is already open, for callers that post many at once (demo school, import).
/// Same faults; after a fault the unit of work must be given up.
[[nodiscard]] Result<TopUpReceipt> postTopUp(store::Tx& tx, const TopUpRequest& request, const Currency& currency,
                                             Instant at);

} // namespace kobai::accounts
