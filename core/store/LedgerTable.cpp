// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/JournalRows.h"
#include "store/TransferChain.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

namespace {

using ledger::Account;
using ledger::AccountKind;
using ledger::Transfer;
using sqlite::guarded;
using sqlite::Statement;

struct AccountState {
    Account account;
    Money balance;
};

std::optional<AccountState> findAccount(sqlite::Connection& connection, AccountId id)
{
    Statement row = connection.prepare("SELECT kind, floor, closed, balance FROM account WHERE id = ?");
    if (!row.bind(id).step())
        return std::nullopt;
    AccountState state;
    state.account.id = id;
    state.account.kind = row.oneOf(0, AccountKind::Customer, AccountKind::OpeningEquity);
    if (!row.isNull(1))
        state.account.floor = row.money(1);
    state.account.closed = row.flag(2);
    state.balance = row.money(3);
    return state;
}

/// The balance after @p amount entered the account as a debit or a credit. Faults: NotFound, AccountClosed, Overflow, BalanceTooLow.
Result<Money> balanceAfter(const std::optional<AccountState>& state, Money amount, bool isDebit)
{
    if (!state)
        return fail(FaultCode::NotFound, QStringLiteral("account"));
    if (state->account.closed)
        return fail(FaultCode::AccountClosed);
    const bool grows = isDebit == growsByDebit(state->account.kind);
    const std::optional<Money> after = grows ? state->balance.plus(amount) : state->balance.minus(amount);
    if (!after)
        return fail(FaultCode::Overflow);
    if (state->account.floor && *after < *state->account.floor && *after < state->balance)
        return fail(FaultCode::BalanceTooLow);
    return *after;
}

/// The time is left out: a retry carries that of the retry.
bool sameContent(const Transfer& a, const Transfer& b)
{
    return a.debit == b.debit && a.credit == b.credit && a.amount == b.amount && a.code == b.code && a.sale == b.sale
           && a.receipt == b.receipt && a.by == b.by;
}

struct ChainEnd {
    std::int64_t sequence = 0;
    QByteArray hash;
};

ChainEnd chainEnd(sqlite::Connection& connection)
{
    Statement row = connection.prepare("SELECT seq, hash FROM transfer ORDER BY seq DESC LIMIT 1");
    return row.step() ? ChainEnd{row.integer(0), row.blob(1)} : ChainEnd{};
}

void insert(sqlite::Connection& connection, const JournalRow& row, const QByteArray& hash)
{
    const Transfer& transfer = row.transfer;
    connection
        .prepare("INSERT INTO transfer (seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, "
                 "credit_after, "
                 "hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.sequence)
        .bind(transfer.id)
        .bind(transfer.debit)
        .bind(transfer.credit)
        .bind(transfer.amount)
        .bind(transfer.code)
        .bind(transfer.sale.isNull() ? std::nullopt : std::optional(transfer.sale))
        .bind(transfer.receipt == 0 ? std::nullopt : std::optional(transfer.receipt))
        .bind(transfer.at)
        .bind(transfer.by)
        .bind(row.debitAfter)
        .bind(row.creditAfter)
        .bind(hash)
        .run();
}

} // namespace

Result<AccountId> LedgerTable::customerAccount(PersonId owner)
{
    return guarded([&]() -> Result<AccountId> {
        {
            Statement row = m_connection.prepare("SELECT id FROM account WHERE owner = ?");
            if (row.bind(owner).step())
                return row.row<AccountId>(0);
        }
        m_connection.prepare("INSERT INTO account (kind, owner, tax_permille, floor) VALUES (?, ?, -1, 0)")
            .bind(AccountKind::Customer)
            .bind(owner)
            .run();
        return AccountId{m_connection.lastRowId()};
    });
}

Result<AccountId> LedgerTable::houseAccount(AccountKind kind, int taxPermille)
{
    if (kind == AccountKind::Customer)
        return fail(FaultCode::Internal, QStringLiteral("a customer's account has an owner"));
    return guarded([&]() -> Result<AccountId> {
        {
            Statement row =
                m_connection.prepare("SELECT id FROM account WHERE kind = ? AND tax_permille = ? AND kind <> 1");
            if (row.bind(kind).bind(taxPermille).step())
                return row.row<AccountId>(0);
        }
        m_connection.prepare("INSERT INTO account (kind, tax_permille) VALUES (?, ?)")
            .bind(kind)
            .bind(taxPermille)
            .run();
        return AccountId{m_connection.lastRowId()};
    });
}

Status LedgerTable::post(const Transfer& transfer)
{
    return guarded([&]() -> Status {
        KOBAI_ASSIGN(const std::optional<Transfer> existing, this->transfer(transfer.id));
        if (existing)
            return sameContent(*existing, transfer) ? Status{} : fail(FaultCode::IdempotencyConflict);
        if (transfer.amount.isZero())
            return fail(FaultCode::AmountZero);
        if (transfer.amount.isNegative())
            return fail(FaultCode::AmountNegative);

        const ChainEnd end = chainEnd(m_connection);
        JournalRow row{end.sequence + 1, transfer, {}, {}};
        KOBAI_ASSIGN(row.debitAfter, balanceAfter(findAccount(m_connection, transfer.debit), transfer.amount, true));
        KOBAI_ASSIGN(row.creditAfter, balanceAfter(findAccount(m_connection, transfer.credit), transfer.amount, false));
        insert(m_connection, row, transferHash(end.hash, row));
        return {};
    });
}

Result<std::optional<Transfer>> LedgerTable::transfer(TransferId id)
{
    return guarded([&]() -> Result<std::optional<Transfer>> {
        Statement row = m_connection.prepare(
            "SELECT seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, credit_after, hash "
            "FROM transfer WHERE id = ?");
        if (!row.bind(id).step())
            return std::optional<Transfer>();
        return std::optional(readJournalRow(row).transfer);
    });
}

Result<Money> LedgerTable::balance(AccountId account)
{
    return guarded([&]() -> Result<Money> {
        const auto state = findAccount(m_connection, account);
        if (!state)
            return fail(FaultCode::NotFound, QStringLiteral("account"));
        return state->balance;
    });
}

Result<std::vector<ledger::Entry>> LedgerTable::entries(AccountId account, std::optional<std::int64_t> beforeSequence,
                                                        int most)
{
    return guarded([&]() -> Result<std::vector<ledger::Entry>> {
        const auto state = findAccount(m_connection, account);
        if (!state)
            return fail(FaultCode::NotFound, QStringLiteral("account"));
        // Two walks along an index each, merged as they go.
        Statement row = m_connection.prepare(
            "SELECT seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, credit_after, hash "
            "FROM transfer WHERE debit = ?1 AND seq < ?2 "
            "UNION ALL "
            "SELECT seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, credit_after, hash "
            "FROM transfer WHERE credit = ?1 AND seq < ?2 "
            "ORDER BY seq DESC LIMIT ?3");
        row.bind(account)
            .bind(beforeSequence.value_or(std::numeric_limits<std::int64_t>::max()))
            .bind(std::max(most, 0));
        std::vector<ledger::Entry> entries;
        while (row.step()) {
            const JournalRow journal = readJournalRow(row);
            const bool isDebit = journal.transfer.debit == account;
            const Money amount = journal.transfer.amount;
            const bool grows = isDebit == growsByDebit(state->account.kind);
            entries.push_back({journal.sequence, journal.transfer, grows ? amount : Money(-amount.minor()),
                               isDebit ? journal.debitAfter : journal.creditAfter});
        }
        return entries;
    });
}

Result<std::int64_t> LedgerTable::nextReceipt()
{
    return guarded([&]() -> Result<std::int64_t> {
        Statement row = m_connection.prepare(
            "INSERT INTO receipt (number) SELECT coalesce(max(number), 0) + 1 FROM receipt RETURNING number");
        (void)row.step();
        const std::int64_t number = row.integer(0);
        row.run();
        return number;
    });
}

} // namespace kobai::store
