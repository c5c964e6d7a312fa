// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "money/Money.h"

#include <QString>

#include <optional>
#include <vector>

namespace kobai::ledger {

/// The chart of accounts. A customer's account is a liability: the school owes the person that money.
enum class AccountKind {
    Customer = 1,   ///< liability, one per person; credits - debits = balance, with a floor
    CashDrawer = 2, ///< asset
    Bank = 3,       ///< asset
    Sales = 4,      ///< income, one per tax rate, net of tax
    TaxPayable = 5, ///< liability, one per tax rate
    OpeningEquity = 6,
};

/// The business reason of a transfer.
enum class TransferCode {
    CashTopUp = 1,
    SaleNet = 2,
    SaleTax = 3,
    OpeningBalance = 4,
};

struct Account {
    AccountId id;
    AccountKind kind = AccountKind::Customer;
    PersonId owner;             ///< for Customer; an opaque id, so that a person can be forgotten
    int taxPermille = -1;       ///< for Sales and TaxPayable
    std::optional<Money> floor; ///< lowest allowed balance of a Customer account; none = no floor
    bool closed = false;
};

/// One movement: the same amount leaves one account and enters another. Never changed, never deleted.
struct Transfer {
    TransferId id; ///< made by the caller: the idempotency key
    AccountId debit;
    AccountId credit;
    Money amount; ///< > 0
    TransferCode code = TransferCode::CashTopUp;
    SaleId sale;              ///< for sales, else null
    std::int64_t receipt = 0; ///< receipt number, 0 = none
    Instant at;
    OperatorId by;
};

/// A statement's line: a transfer seen from one account.
struct Entry {
    std::int64_t sequence = 0; ///< the transfer's place in the journal: cursor for the page after it
    Transfer transfer;
    Money change; ///< signed: + in, - out of the customer's money
    Money balanceAfter;
};

/// A tax-inclusive amount at one rate.
struct TaxedAmount {
    int taxPermille = 0;
    Money gross;
};

/// What a sale takes, per tax rate: net to Sales, tax to TaxPayable; the tax rounded once per rate and receipt.
struct SalePosting {
    int taxPermille = 0;
    Money net;
    Money tax;
};

/// Sums the lines by rate (in ascending order of rate) and splits each sum. Faults: Overflow, AmountNegative,
/// BasketEmpty (nothing or zero in total).
[[nodiscard]] Result<std::vector<SalePosting>> postSale(const std::vector<TaxedAmount>& lines);

} // namespace kobai::ledger

Q_DECLARE_METATYPE(kobai::ledger::Entry)
