// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/TransferChain.h"
#include "store/sqlite/Statement.h"

namespace kobai::store {

/// Assets are what the school has: their balance is debits minus credits.
[[nodiscard]] constexpr bool growsByDebit(ledger::AccountKind kind)
{
    return kind == ledger::AccountKind::CashDrawer || kind == ledger::AccountKind::Bank;
}

/// From the columns seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, credit_after. Throws sqlite::Error.
[[nodiscard]] inline JournalRow readJournalRow(const sqlite::Statement& row)
{
    JournalRow journal;
    ledger::Transfer& transfer = journal.transfer;
    journal.sequence = row.integer(0);
    transfer.id = row.id<TransferId>(1);
    transfer.debit = row.row<AccountId>(2);
    transfer.credit = row.row<AccountId>(3);
    transfer.amount = row.money(4);
    transfer.code = row.oneOf(5, ledger::TransferCode::CashTopUp, ledger::TransferCode::OpeningBalance);
    if (!row.isNull(6))
        transfer.sale = row.id<SaleId>(6);
    if (!row.isNull(7))
        transfer.receipt = row.integer(7);
    transfer.at = row.instant(8);
    transfer.by = row.row<OperatorId>(9);
    journal.debitAfter = row.money(10);
    journal.creditAfter = row.money(11);
    return journal;
}

} // namespace kobai::store
