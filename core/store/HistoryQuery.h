// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/Sale.h"
#include "store/sqlite/Connection.h"

#include <string>
#include <utility>

namespace kobai::store {

/// The rows of `sale` (under the name s) that a filter lets through, as SQL. Days become a range of receipts first, so that every
/// filter walks one index that ends with the receipt number, newest first, and nothing is sorted. Throws sqlite::Error.
class HistoryQuery final {
public:
    /// Receipts below @p before only.
    HistoryQuery(sqlite::Connection& connection, const ledger::HistoryFilter& filter, std::int64_t before);

    /// "FROM ... WHERE ..." with the parameters ?1 to ?7, which bind() fills; the statement must end with its own ?8.
    [[nodiscard]] const std::string& fromWhere() const { return m_fromWhere; }
    /// What to order by for the newest first.
    [[nodiscard]] const char* receiptColumn() const
    {
        return m_filter.product && !m_filter.person ? "l.receipt" : "s.receipt";
    }
    void bind(sqlite::Statement& statement) const;
    /// No sale can match.
    [[nodiscard]] bool isEmpty() const { return m_first > m_last; }

private:
    ledger::HistoryFilter m_filter;
    std::int64_t m_first = 0; ///< receipts from here
    std::int64_t m_last = 0;  ///< to here, both included
    std::string m_fromWhere;
};

} // namespace kobai::store
