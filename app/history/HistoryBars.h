// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "money/Money.h"
#include "reports/History.h"

#include <QDate>

#include <span>
#include <vector>

namespace kobai::app {

/// One bar of the history's chart: a day or, when there would be too many, a week, month or year.
struct HistoryBar {
    QDate from;
    QDate to;                  ///< last day, the range's own end at the edges
    std::vector<Money> totals; ///< as HistoryBars::categories
    Money total;
};

struct HistoryBars {
    std::vector<CategoryId> categories; ///< those that were sold, in the order given
    std::vector<HistoryBar> bars;       ///< oldest first, without a gap
    Money total;
};

/// More bars than this are too thin to read or to hit.
inline constexpr int mostBars = 62;

/// The days of @p totals (oldest first) as bars from @p from to @p to; an invalid @p from begins with the first day sold, an invalid
/// @p to ends with the last. Categories that @p order does not name come last. Nothing sold gives no bars.
[[nodiscard]] HistoryBars historyBars(std::span<const reports::DayBar> totals, QDate from, QDate to,
                                      std::span<const CategoryId> order);

} // namespace kobai::app
