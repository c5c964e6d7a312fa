// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryBars.h"

#include <algorithm>

namespace kobai::app {

namespace {

enum class Step { Day, Week, Month, Year };

QDate lastDayOf(QDate day, Step step)
{
    switch (step) {
    case Step::Day:
        return day;
    case Step::Week:
        return day.addDays(7 - day.dayOfWeek());
    case Step::Month:
        return QDate(day.year(), day.month(), day.daysInMonth());
    case Step::Year:
        return QDate(day.year(), 12, 31);
    }
    Q_UNREACHABLE();
}

std::vector<HistoryBar> emptyBars(QDate from, QDate to, Step step)
{
    std::vector<HistoryBar> bars;
    for (QDate day = from; day <= to && int(bars.size()) <= mostBars;) {
        const QDate last = std::min(lastDayOf(day, step), to);
        bars.push_back({day, last, {}, {}});
        day = last.addDays(1);
    }
    return bars;
}

std::vector<CategoryId> soldCategories(std::span<const reports::DayBar> totals, std::span<const CategoryId> order)
{
    std::vector<CategoryId> sold;
    const auto add = [&sold](CategoryId category) {
        if (std::ranges::find(sold, category) == sold.end())
            sold.push_back(category);
    };
    for (const CategoryId category : order) {
        if (std::ranges::find(totals, category, &reports::DayBar::category) != totals.end())
            add(category);
    }
    for (const reports::DayBar& total : totals)
        add(total.category);
    return sold;
}

// Sums of a picture: where one would overflow, the bar just stops growing.
void grow(Money& sum, Money by)
{
    sum = sum.plus(by).value_or(sum);
}

} // namespace

HistoryBars historyBars(std::span<const reports::DayBar> totals, QDate from, QDate to,
                        std::span<const CategoryId> order)
{
    HistoryBars result;
    if (totals.empty())
        return result;
    const QDate first = from.isValid() ? from : totals.front().day;
    const QDate last = to.isValid() ? to : totals.back().day;
    for (const Step step : {Step::Day, Step::Week, Step::Month, Step::Year}) {
        result.bars = emptyBars(first, last, step);
        if (int(result.bars.size()) <= mostBars)
            break;
    }
    result.categories = soldCategories(totals, order);
    for (HistoryBar& bar : result.bars)
        bar.totals.resize(result.categories.size());
    for (const reports::DayBar& total : totals) {
        const auto bar = std::ranges::lower_bound(result.bars, total.day, {}, &HistoryBar::to);
        if (bar == result.bars.end() || total.day < bar->from)
            continue;
        const auto category = std::ranges::find(result.categories, total.category) - result.categories.begin();
        grow(bar->totals[std::size_t(category)], total.total);
        grow(bar->total, total.total);
        grow(result.total, total.total);
    }
    return result;
}

} // namespace kobai::app
