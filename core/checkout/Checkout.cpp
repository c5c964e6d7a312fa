// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Checkout.h"

#include "base/Text.h"
#include "checkout/SaleWork.h"
#include "face/ModelFolder.h"
#include "store/LivingTemplates.h"
#include "store/ReferencePhotos.h"

#include <algorithm>

namespace kobai::checkout {

namespace {

constexpr int longestVerdictChars = 60;

} // namespace

Result<CustomerCard> customerCard(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) -> Result<CustomerCard> {
        const QDate today = store.clock().today();
        CustomerCard card;
        KOBAI_ASSIGN(card.person, tx.people().find(person));
        if (card.person.hasLeft(today))
            return fail(FaultCode::NotFound);
        KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
        KOBAI_ASSIGN(card.balance, tx.ledger().balance(account));
        KOBAI_ASSIGN(const auto pin, tx.pins().find(person));
        card.hasPin = pin.has_value();
        KOBAI_ASSIGN(const QString model,
                     tx.settings().text(QStringView(store::setting::faceModelId).toString(), face::shippedModelId()));
        KOBAI_ASSIGN(const auto templates, store::livingTemplates(tx, store.faceKeys(), person, model));
        KOBAI_ASSIGN(const auto facts, tx.consents().facts(person));
        const bool consented = consent::evaluate(facts, today).allowed();
        card.faceAllowed = !templates.empty() && consented;
        // One that does not open is for verify to report; the customer pays all the same.
        if (auto photo = store::readPhoto(tx, store.faceKeys(), person); photo && consented)
            card.photo = std::move(*photo);
        KOBAI_ASSIGN(card.lookAlikes, lookAlikesAtSchool(tx, person, today));
        return card;
    });
}

Result<SaleResult> commitSale(store::Store& store, const SaleRequest& request)
{
    if (request.evidence && request.evidence->filmed && !store.info().demo)
        return fail(FaultCode::CameraIsFilm);
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) { return postSale(tx, request, at, toLocal(at).date()); });
}

Status recordFailedAttempt(store::Store& store, const QString& verdict, OperatorId by)
{
    const auto line = audit::entry(audit::Action::FaceAttempt, {}, store.now(), by, verdict.left(longestVerdictChars));
    return store.write([&](store::Tx& tx) -> Status { return tx.audit().append(line); });
}

Result<std::vector<people::Person>> lookUp(store::Store& store, const QString& text, int most)
{
    KOBAI_ASSIGN(const QString wanted, people::cleanText(text));
    return store.read([&](store::Tx& tx) -> Result<std::vector<people::Person>> {
        KOBAI_ASSIGN(auto found, tx.people().search(wanted, most));
        const QDate today = store.clock().today();
        std::erase_if(found, [&](const people::Person& person) { return person.hasLeft(today); });
        return found;
    });
}

Result<people::Person> customerByNumber(store::Store& store, const QString& number)
{
    KOBAI_ASSIGN(const QString wanted, people::cleanText(narrowed(number)));
    return store.read([&](store::Tx& tx) -> Result<people::Person> {
        KOBAI_ASSIGN(auto person, tx.people().findByNumber(wanted));
        if (person.hasLeft(store.clock().today()))
            return fail(FaultCode::NotFound);
        return person;
    });
}

Result<std::vector<ledger::Sale>> latestSales(store::Store& store, int most)
{
    return store.read([&](store::Tx& tx) { return tx.sales().page({}, std::nullopt, most); });
}

} // namespace kobai::checkout
