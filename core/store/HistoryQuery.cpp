// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/HistoryQuery.h"

#include <algorithm>
#include <limits>

namespace kobai::store {

namespace {

constexpr std::int64_t noDay = std::numeric_limits<std::int64_t>::max();

std::int64_t firstDay(const ledger::HistoryFilter& filter)
{
    return filter.from.isValid() ? filter.from.toJulianDay() : -noDay;
}

std::int64_t lastDay(const ledger::HistoryFilter& filter)
{
    return filter.to.isValid() ? filter.to.toJulianDay() : noDay;
}

bool filtersDays(const ledger::HistoryFilter& filter)
{
    return filter.from.isValid() || filter.to.isValid();
}

} // namespace

HistoryQuery::HistoryQuery(sqlite::Connection& connection, const ledger::HistoryFilter& filter, std::int64_t before)
    : m_filter(filter), m_first(1), m_last(before == std::numeric_limits<std::int64_t>::min() ? before : before - 1)
{
    if (filtersDays(filter)) {
        sqlite::Statement range = connection.prepare("SELECT min(first_receipt), max(last_receipt) FROM sale_day "
                                                     "WHERE day BETWEEN ? AND ?");
        (void)range.bind(firstDay(filter)).bind(lastDay(filter)).step();
        m_last = range.isNull(1) ? 0 : std::min(m_last, range.integer(1));
        m_first = range.isNull(0) ? 1 : range.integer(0);
    }

    // The most selective filter leads; a unary plus keeps the engine from choosing another index for the rest.
    const bool productLeads = filter.product && !filter.person;
    m_fromWhere = productLeads ? "FROM sale_line AS l CROSS JOIN sale AS s ON s.receipt = l.receipt "
                                 "WHERE l.product = ?1 AND l.receipt BETWEEN ?2 AND ?3 "
                                 // a product on two lines of one sale is one sale
                                 "AND NOT EXISTS (SELECT 1 FROM sale_line AS e WHERE e.product = l.product "
                                 "AND e.receipt = l.receipt AND e.position < l.position)"
                               : "FROM sale AS s WHERE s.receipt BETWEEN ?2 AND ?3";
    if (filter.person)
        m_fromWhere += " AND s.person = ?4";
    if (filter.person && filter.product)
        m_fromWhere += " AND EXISTS (SELECT 1 FROM sale_line AS l WHERE l.receipt = s.receipt AND +l.product = ?1)";
    if (filter.method)
        m_fromWhere += filter.person || filter.product ? " AND +s.method = ?5" : " AND s.method = ?5";
    if (filtersDays(filter))
        m_fromWhere += " AND +s.day BETWEEN ?6 AND ?7";
}

void HistoryQuery::bind(sqlite::Statement& statement) const
{
    statement.bind(m_filter.product.value_or(ProductId()))
        .bind(m_first)
        .bind(m_last)
        .bind(m_filter.person.value_or(PersonId()))
        .bind(m_filter.method ? std::int64_t(*m_filter.method) : 0)
        .bind(firstDay(m_filter))
        .bind(lastDay(m_filter));
}

} // namespace kobai::store
