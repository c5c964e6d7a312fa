// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Accounts.h"

#include "accounts/TopUpWork.h"

namespace kobai::accounts {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int transfersPerLook = 200;

/// Walks an account's journal from the newest entry on and makes one line of each sale, whose net and tax
/// transfers were posted together and so lie side by side.
class LineReader final {
public:
    LineReader(store::Tx& tx, AccountId account, std::optional<std::int64_t> before)
        : m_tx(tx), m_account(account), m_before(before)
    {
    }

    /// nullopt after the oldest line.
    Result<std::optional<AccountEntry>> next()
    {
        KOBAI_ASSIGN(const auto first, take());
        if (!first)
            return std::optional<AccountEntry>();
        const ledger::Transfer& transfer = first->transfer;
        AccountEntry line{first->sequence,     transfer.code, transfer.receipt, first->change,
                          first->balanceAfter, transfer.at,   std::nullopt};
        if (transfer.sale.isNull())
            return std::optional(line);
        line.code = ledger::TransferCode::SaleNet;
        line.sale = transfer.sale;
        for (;;) {
            KOBAI_TRY(fill());
            if (m_place == m_entries.size() || m_entries[m_place].transfer.sale != transfer.sale)
                return std::optional(line);
            const ledger::Entry& part = m_entries[m_place++];
            const auto sum = line.change.plus(part.change);
            if (!sum)
                return fail(FaultCode::Overflow);
            line.change = *sum;
            line.sequence = part.sequence;
        }
    }

private:
    Status fill()
    {
        if (m_place < m_entries.size() || m_atEnd)
            return {};
        KOBAI_ASSIGN(m_entries, m_tx.ledger().entries(m_account, m_before, transfersPerLook));
        m_place = 0;
        m_atEnd = m_entries.empty();
        if (!m_atEnd)
            m_before = m_entries.back().sequence;
        return {};
    }

    Result<std::optional<ledger::Entry>> take()
    {
        KOBAI_TRY(fill());
        if (m_place == m_entries.size())
            return std::optional<ledger::Entry>();
        return std::optional(m_entries[m_place++]);
    }

    store::Tx& m_tx;
    AccountId m_account;
    std::optional<std::int64_t> m_before;
    std::vector<ledger::Entry> m_entries;
    std::size_t m_place = 0;
    bool m_atEnd = false;
};

Result<AccountView> viewOf(store::Tx& tx, PersonId person)
{
    AccountView view;
    KOBAI_ASSIGN(view.person, tx.people().find(person));
    KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
    KOBAI_ASSIGN(view.balance, tx.ledger().balance(account));
    return view;
}

} // namespace

Money highestTopUp(const Currency& currency)
{
    std::int64_t minor = highestTopUpMajor;
    for (int i = 0; i < currency.decimals; ++i)
        minor *= 10;
    return Money(minor);
}

Result<AccountView> openAccount(store::Store& store, PersonId person, OperatorId by)
{
    return store.write([&](store::Tx& tx) -> Result<AccountView> {
        KOBAI_ASSIGN(auto view, viewOf(tx, person));
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::AccountViewed, person.toHex(), store.now(), by)));
        return view;
    });
}

Result<AccountView> accountAgain(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) { return viewOf(tx, person); });
}

Result<std::vector<AccountEntry>> entries(store::Store& store, PersonId person, std::optional<std::int64_t> before,
                                          int most)
{
    return store.read([&](store::Tx& tx) -> Result<std::vector<AccountEntry>> {
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
        LineReader lines(tx, account, before);
        std::vector<AccountEntry> page;
        while (int(page.size()) < most) {
            KOBAI_ASSIGN(auto line, lines.next());
            if (!line)
                break;
            page.push_back(std::move(*line));
        }
        return page;
    });
}

Result<TopUpReceipt> topUpCash(store::Store& store, const TopUpRequest& request)
{
    const Currency currency = store.info().currency;
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) { return postTopUp(tx, request, currency, at); });
}

} // namespace kobai::accounts
