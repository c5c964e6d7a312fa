// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "checkout/Checkout.h"
#include "store/Tx.h"

#include <QDate>

namespace kobai::checkout {

/// commitSale() inside a unit of work that is already open, for callers that post many sales at once (demo school,
/// import). @p at and @p today are the moment and the local day of the sale. Same faults as commitSale(); after a fault
/// the unit of work must be given up.
[[nodiscard]] Result<SaleResult> postSale(store::Tx& tx, const SaleRequest& request, Instant at, QDate today);

/// The persons registered as look-alikes of @p person who are at the school on @p today.
[[nodiscard]] Result<std::vector<people::Person>> lookAlikesAtSchool(store::Tx& tx, PersonId person, QDate today);

} // namespace kobai::checkout
