// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/SaleWork.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kobai::checkout {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int entriesPerLook = 100;

/// Made from the sale's id, so that a retry posts the same transfers and none twice.
TransferId transferId(SaleId sale, int index)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("kobai sale transfer");
    hash.addData(sale.toBytes());
    hash.addData(QByteArray::number(index));
    return TransferId::fromBytes(hash.result().first(16)).value();
}

std::vector<ledger::SaleLine> linesOf(const Basket& basket)
{
    std::vector<ledger::SaleLine> lines;
    for (const Basket::Line& line : basket.lines()) {
        lines.push_back({line.product.id, line.product.name, line.product.nameJa, line.quantity, line.product.price,
                         line.total(), line.product.tax.permille});
    }
    return lines;
}

/// What was bought by whom and how. Names are left out: a product may have been renamed between two tries.
bool sameContent(const ledger::Sale& sale, const SaleRequest& request)
{
    const auto sameLine = [](const ledger::SaleLine& a, const ledger::SaleLine& b) {
        return a.product == b.product && a.quantity == b.quantity && a.unitPrice == b.unitPrice
               && a.taxPermille == b.taxPermille;
    };
    const auto lines = linesOf(request.basket);
    return sale.person == request.person && sale.method == request.method
           && std::equal(sale.lines.begin(), sale.lines.end(), lines.begin(), lines.end(), sameLine);
}

/// The customer's balance right after a sale of the past.
Result<Money> balanceAfterSale(store::Tx& tx, AccountId account, SaleId sale)
{
    std::optional<std::int64_t> before;
    for (;;) {
        KOBAI_ASSIGN(const auto entries, tx.ledger().entries(account, before, entriesPerLook));
        for (const ledger::Entry& entry : entries) {
            if (entry.transfer.sale == sale)
                return entry.balanceAfter;
        }
        if (entries.empty())
            return fail(FaultCode::Internal, u"sale without transfers"_s);
        before = entries.back().sequence;
    }
}

Result<SaleResult> repeated(store::Tx& tx, ledger::Sale sale, const SaleRequest& request)
{
    if (!sameContent(sale, request))
        return fail(FaultCode::IdempotencyConflict);
    KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(sale.person));
    KOBAI_ASSIGN(const Money after, balanceAfterSale(tx, account, sale.id));
    const auto before = after.plus(sale.total);
    if (!before)
        return fail(FaultCode::Overflow);
    return SaleResult{std::move(sale), *before, after, true};
}

Status checkCustomer(store::Tx& tx, const SaleRequest& request, QDate today)
{
    KOBAI_ASSIGN(const auto person, tx.people().find(request.person));
    if (person.hasLeft(today))
        return fail(FaultCode::NotFound);
    if (request.method != ledger::PaymentMethod::Face)
        return {};
    if (!request.evidence)
        return fail(FaultCode::Internal, u"face without evidence"_s);
    // The gallery may be older than a withdrawal: what counts is the consent at the moment of the charge.
    KOBAI_ASSIGN(const auto facts, tx.consents().facts(request.person));
    if (!consent::evaluate(facts, today).allowed())
        return fail(FaultCode::ConsentMissing);
    if (request.confirmation != FaceConfirmation::None)
        return {};
    KOBAI_ASSIGN(const auto others, lookAlikesAtSchool(tx, request.person, today));
    return others.empty() ? Status() : Status(fail(FaultCode::LookAlikeUnsettled));
}

/// The evidence with what the store itself knows of it: how many looks it took. A face for which none was begun has not been seen.
Result<std::optional<ledger::FaceEvidence>> evidenceOf(store::Tx& tx, const SaleRequest& request)
{
    std::optional<ledger::FaceEvidence> evidence = request.evidence;
    if (!evidence)
        return evidence;
    KOBAI_ASSIGN(const auto looks, tx.faceLooks().all());
    if (looks.empty())
        return fail(FaultCode::Internal, u"face without a look"_s);
    evidence->looks = int(looks.size());
    return evidence;
}

Status checkPrices(store::Tx& tx, const Basket& basket)
{
    for (const Basket::Line& line : basket.lines()) {
        KOBAI_ASSIGN(const auto product, tx.catalogue().find(line.product.id));
        if (!product.active)
            return fail(FaultCode::NotFound);
        if (product.price != line.product.price || product.tax != line.product.tax)
            return fail(FaultCode::PriceChanged);
    }
    return {};
}

Status postTransfers(store::Tx& tx, const ledger::Sale& sale, AccountId customer)
{
    std::vector<ledger::TaxedAmount> amounts;
    for (const ledger::SaleLine& line : sale.lines)
        amounts.push_back({line.taxPermille, line.total});
    KOBAI_ASSIGN(const auto postings, ledger::postSale(amounts));

    int index = 0;
    const auto post = [&](Money amount, ledger::AccountKind kind, int rate, ledger::TransferCode code) -> Status {
        const TransferId id = transferId(sale.id, index++);
        if (amount.isZero())
            return {};
        KOBAI_ASSIGN(const AccountId income, tx.ledger().houseAccount(kind, rate));
        return tx.ledger().post({id, customer, income, amount, code, sale.id, sale.receipt, sale.at, sale.by});
    };
    for (const ledger::SalePosting& posting : postings) {
        KOBAI_TRY(post(posting.net, ledger::AccountKind::Sales, posting.taxPermille, ledger::TransferCode::SaleNet));
        KOBAI_TRY(
            post(posting.tax, ledger::AccountKind::TaxPayable, posting.taxPermille, ledger::TransferCode::SaleTax));
    }
    return {};
}

QString inWords(FaceConfirmation confirmation)
{
    switch (confirmation) {
    case FaceConfirmation::None:
        return {};
    case FaceConfirmation::Pin:
        return u" confirmed by PIN"_s;
    case FaceConfirmation::ClerkChoice:
        return u" confirmed by the clerk's choice"_s;
    }
    return {};
}

Status record(store::Tx& tx, const ledger::Sale& sale, FaceConfirmation confirmation)
{
    const QString detail =
        u"receipt %1 total %2 method %3"_s.arg(sale.receipt).arg(sale.total.minor()).arg(int(sale.method));
    return tx.audit().append(
        audit::entry(audit::Action::Sale, sale.id.toHex(), sale.at, sale.by, detail + inWords(confirmation)));
}

} // namespace

Result<std::vector<people::Person>> lookAlikesAtSchool(store::Tx& tx, PersonId person, QDate today)
{
    KOBAI_ASSIGN(const auto others, tx.lookAlikes().of(person));
    std::vector<people::Person> here;
    for (const PersonId other : others) {
        KOBAI_ASSIGN(auto found, tx.people().find(other));
        if (!found.hasLeft(today))
            here.push_back(std::move(found));
    }
    return here;
}

Result<SaleResult> postSale(store::Tx& tx, const SaleRequest& request, Instant at, QDate today)
{
    if (request.id.isNull())
        return fail(FaultCode::Internal, u"sale without id"_s);
    if (request.basket.isEmpty() || request.basket.total().isZero())
        return fail(FaultCode::BasketEmpty);
    KOBAI_ASSIGN(auto earlier, tx.sales().find(request.id));
    if (earlier)
        return repeated(tx, std::move(*earlier), request);

    KOBAI_TRY(checkCustomer(tx, request, today));
    KOBAI_TRY(checkPrices(tx, request.basket));
    KOBAI_ASSIGN(const AccountId customer, tx.ledger().customerAccount(request.person));
    KOBAI_ASSIGN(const Money before, tx.ledger().balance(customer));

    ledger::Sale sale;
    sale.id = request.id;
    sale.person = request.person;
    sale.at = at;
    sale.total = request.basket.total();
    sale.method = request.method;
    sale.by = request.by;
    KOBAI_ASSIGN(sale.evidence, evidenceOf(tx, request));
    sale.lines = linesOf(request.basket);
    KOBAI_ASSIGN(sale.receipt, tx.ledger().nextReceipt());
    KOBAI_TRY(tx.sales().add(sale));
    KOBAI_TRY(postTransfers(tx, sale, customer));
    KOBAI_TRY(record(tx, sale, request.confirmation));
    KOBAI_TRY(tx.faceLooks().clear()); // the next payment has its own

    KOBAI_ASSIGN(const Money after, tx.ledger().balance(customer));
    if (before.minus(sale.total) != after)
        return fail(FaultCode::Internal,
                    u"balance"_s); // the books would not agree with the receipt: nothing is written
    return SaleResult{std::move(sale), before, after, false};
}

} // namespace kobai::checkout
