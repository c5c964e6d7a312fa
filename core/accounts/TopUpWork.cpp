// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/TopUpWork.h"

namespace kobai::accounts {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int entriesPerLook = 100;

Status checkAmount(Money amount, const Currency& currency)
{
    if (amount.isZero())
        return fail(FaultCode::AmountZero);
    if (amount.isNegative())
        return fail(FaultCode::AmountNegative);
    if (amount > highestTopUp(currency))
        return fail(FaultCode::AmountTooLarge);
    return {};
}

/// The receipt of a top-up that was booked before, as it was handed out then.
Result<TopUpReceipt> receiptAgain(store::Tx& tx, const ledger::Transfer& booked, people::Person person)
{
    std::optional<std::int64_t> before;
    for (;;) {
        KOBAI_ASSIGN(const auto entries, tx.ledger().entries(booked.credit, before, entriesPerLook));
        for (const ledger::Entry& entry : entries) {
            if (entry.transfer.id != booked.id)
                continue;
            const Money after = entry.balanceAfter;
            const auto earlier = after.minus(booked.amount);
            if (!earlier)
                return fail(FaultCode::Overflow);
            return TopUpReceipt{booked.receipt, std::move(person), booked.amount, *earlier, after, booked.at};
        }
        if (entries.empty())
            return fail(FaultCode::Internal, u"top-up without entry"_s);
        before = entries.back().sequence;
    }
}

Status record(store::Tx& tx, const TopUpReceipt& receipt, OperatorId by)
{
    return tx.audit().append(audit::entry(audit::Action::TopUp, receipt.person.id.toHex(), receipt.at, by,
                                          u"receipt %1 amount %2"_s.arg(receipt.receipt).arg(receipt.amount.minor())));
}

} // namespace

Result<TopUpReceipt> postTopUp(store::Tx& tx, const TopUpRequest& request, const Currency& currency, Instant at)
{
    if (request.id.isNull())
        return fail(FaultCode::Internal, u"top-up without id"_s);
    KOBAI_TRY(checkAmount(request.amount, currency));
    TopUpReceipt receipt;
    KOBAI_ASSIGN(receipt.person, tx.people().find(request.person));
    KOBAI_ASSIGN(const AccountId customer, tx.ledger().customerAccount(request.person));

    KOBAI_ASSIGN(const auto booked, tx.ledger().transfer(request.id));
    if (booked) {
        const bool same = booked->code == ledger::TransferCode::CashTopUp && booked->credit == customer
                          && booked->amount == request.amount;
        if (!same)
            return fail(FaultCode::IdempotencyConflict);
        return receiptAgain(tx, *booked, std::move(receipt.person));
    }

    receipt.amount = request.amount;
    receipt.at = at;
    KOBAI_ASSIGN(receipt.balanceBefore, tx.ledger().balance(customer));
    KOBAI_ASSIGN(const AccountId drawer, tx.ledger().houseAccount(ledger::AccountKind::CashDrawer));
    KOBAI_ASSIGN(receipt.receipt, tx.ledger().nextReceipt());
    KOBAI_TRY(tx.ledger().post({request.id, drawer, customer, request.amount, ledger::TransferCode::CashTopUp, SaleId(),
                                receipt.receipt, at, request.by}));
    KOBAI_ASSIGN(receipt.balanceAfter, tx.ledger().balance(customer));
    KOBAI_TRY(record(tx, receipt, request.by));
    return receipt;
}

} // namespace kobai::accounts
