// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

#include <atomic>
#include <vector>

namespace kobai::store {

class Store;

/// What verify found wrong, by kind of check and place; no personal data.
struct Finding {
    QString
        kind; ///< "pages", "schema", "foreign-key", "trial-balance", "balance", "ledger-chain", "audit-chain", "receipt", "sale", "consent", "template", "reference-photo"
    QString where; ///< "transfer 1201", "audit 17"
    QString detail;
};

struct VerifyReport {
    std::vector<Finding> findings;
    std::int64_t transfers = 0;
    double seconds = 0;
    [[nodiscard]] bool ok() const { return findings.empty(); }
};

/// Recomputes everything: pages (cipher and structure), the schema against the program's own steps, foreign keys, trial balance, each account's balance from its
/// transfers, both hash chains, gapless receipts, each sale against its lines and transfers, every template against consent today
/// and against faces.keys, every reference photo against its own consent, its key and the face.
[[nodiscard]] Result<VerifyReport> verify(Store& store);

} // namespace kobai::store
