// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "ledger/Sale.h"
#include "people/Person.h"
#include "store/Store.h"

#include <optional>
#include <vector>

namespace kobai::reports {

/// One purchase in the list, with the customer's name for display.
struct Purchase {
    ledger::Sale sale;
    QString personName; ///< empty when the person has been forgotten
    QString personNumber;
};

struct PurchasePage {
    std::vector<Purchase> purchases; ///< newest first
    ledger::HistoryCursor next;      ///< nullopt: this was the last page
};

inline constexpr int purchasesPerPage = 60;

/// The page after @p cursor (nullopt = first). The first page of a look is on record (audit HistoryViewed).
[[nodiscard]] Result<PurchasePage> purchases(store::Store& store, const ledger::HistoryFilter& filter,
                                             ledger::HistoryCursor cursor, OperatorId by);

struct DayBar {
    QDate day;
    CategoryId category;
    Money total;
    int sales = 0;
};
/// Totals by local day and category under the same filter, oldest first, for the chart.
[[nodiscard]] Result<std::vector<DayBar>> totalsByDay(store::Store& store, const ledger::HistoryFilter& filter);

} // namespace kobai::reports
