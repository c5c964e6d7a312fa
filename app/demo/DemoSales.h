// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoPeople.h"

#include <memory>

namespace kobai::demo {

/// The store's year in small: products on the shelves before @p firstDay, money brought in the mornings, and a school
/// day's rhythm of purchases: break, lunch, after classes; little on Saturdays, nothing on Sundays.
/// @p everybody must outlive the timeline's run, which keeps their balances.
void openShop(Timeline& timeline, std::vector<DemoPerson>& everybody, const DemoPlan& plan, QDate firstDay, Dice& dice,
              const Currency& currency, OperatorId by);

} // namespace kobai::demo
