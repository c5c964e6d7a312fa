// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Verify.h"
#include "store/sqlite/Connection.h"

#include <map>
#include <vector>

namespace kobai::store {

/// Collects what verify finds, at most so many of each kind: a broken chain is one fact, not a million lines.
class Findings final {
public:
    explicit Findings(std::vector<Finding>& list) : m_list(list) {}
    Q_DISABLE_COPY_MOVE(Findings)

    void add(const QString& kind, const QString& where, const QString& detail);

    static constexpr int mostOfAKind = 100;

private:
    std::vector<Finding>& m_list;
    std::map<QString, int> m_counts;
};

/// The parts of verify that read the books; each throws sqlite::Error when it cannot read on.

/// Hash chain, balances after each transfer, account balances, floors and the trial balance [row 41] [row 42]. Returns the
/// number of transfers.
[[nodiscard]] std::int64_t checkJournal(sqlite::Connection& connection, Findings& findings);
/// 1, 2, 3 ... without a gap, each used once: by one sale or one other posting.
void checkReceipts(sqlite::Connection& connection, Findings& findings);
/// Each sale's total against its lines, and against what was taken from the customer's account for it.
void checkSales(sqlite::Connection& connection, Findings& findings);
void checkAudit(sqlite::Connection& connection, Findings& findings);

} // namespace kobai::store
