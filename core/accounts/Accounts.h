// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "ledger/Ledger.h"
#include "ledger/Sale.h"
#include "people/Person.h"
#include "store/Store.h"

#include <optional>
#include <vector>

namespace kobai::accounts {

/// A person's account as the office sees it.
struct AccountView {
    people::Person person;
    Money balance;
};

/// One line of the account's list.
struct AccountEntry {
    std::int64_t sequence = 0; ///< cursor for the next page
    ledger::TransferCode code =
        ledger::TransferCode::CashTopUp; ///< sales are one line each (SaleNet), not one per rate
    std::int64_t receipt = 0;
    Money change;
    Money balanceAfter;
    Instant at;
    std::optional<SaleId> sale;
};

struct TopUpRequest {
    TransferId id; ///< made when the form opens; a retry with it books once
    PersonId person;
    Money amount;
    OperatorId by;
};

struct TopUpReceipt {
    std::int64_t receipt = 0;
    people::Person person;
    Money amount;
    Money balanceBefore;
    Money balanceAfter;
    Instant at;
};

/// Highest single cash top-up in major units.
inline constexpr std::int64_t highestTopUpMajor = 100'000;
[[nodiscard]] Money highestTopUp(const Currency& currency);

/// Looking is on record (audit AccountViewed).
[[nodiscard]] Result<AccountView> openAccount(store::Store& store, PersonId person, OperatorId by);
/// The account that is on the screen already, after a sale or a top-up: no second look, so nothing goes on record.
[[nodiscard]] Result<AccountView> accountAgain(store::Store& store, PersonId person);
/// Newest first before @p before; nullopt = the newest.
[[nodiscard]] Result<std::vector<AccountEntry>> entries(store::Store& store, PersonId person,
                                                        std::optional<std::int64_t> before, int most);
/// Faults: AmountZero, AmountNegative, AmountTooLarge, AccountClosed, NotFound, IdempotencyConflict.
[[nodiscard]] Result<TopUpReceipt> topUpCash(store::Store& store, const TopUpRequest& request);

} // namespace kobai::accounts
