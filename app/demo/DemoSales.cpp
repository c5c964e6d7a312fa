// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoSales.h"

#include "accounts/TopUpWork.h"
#include "app/demo/DemoProducts.h"
#include "checkout/ProductWork.h"
#include "checkout/SaleWork.h"

#include <QTime>

#include <algorithm>
#include <array>

namespace kobai::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int saturdayPercent = 35;
constexpr int secondVisitPercent = 15;
constexpr int facePercent = 85;
constexpr int leastClipBalance = 5000;

/// The products by category, filled when the timeline puts them on the shelves.
struct Shelves {
    std::vector<std::vector<catalogue::Product>> byCategory;
};

using ShelvesPtr = std::shared_ptr<Shelves>;

struct Visitor {
    DemoPerson* person;
    Dice* dice;
    ShelvesPtr shelves;
    OperatorId by;
};

void fillShelves(Timeline& timeline, const ShelvesPtr& shelves, Instant at, OperatorId by)
{
    timeline.add(at, [shelves, at, by](store::Tx& tx) -> Status {
        const auto categories = demoCategories();
        for (std::size_t c = 0; c < categories.size(); ++c) {
            const DemoCategory& group = categories[c];
            KOBAI_ASSIGN(
                const auto category,
                checkout::insertCategory(tx, {{}, group.name.toString(), group.nameJa.toString(), int(c)}, at, by));
            auto& shelf = shelves->byCategory.emplace_back();
            for (std::size_t p = 0; p < group.products.size(); ++p) {
                const DemoProduct& listed = group.products[p];
                catalogue::Product product;
                product.name = listed.name.toString();
                product.nameJa = listed.nameJa.toString();
                product.category = category.id;
                product.price = Money(listed.yen);
                product.tax = {group.taxPermille};
                product.barcodes = {demoBarcode(int(c), int(p))};
                product.picture = listed.picture.toString();
                product.favourite = p < 2;
                product.position = int(p);
                KOBAI_ASSIGN(auto saved, checkout::storeProduct(tx, product, at, by));
                shelf.push_back(std::move(saved));
            }
        }
        return {};
    });
}

/// Smaller numbers are likelier: each shelf has its best sellers in front.
const catalogue::Product& pick(const Shelves& shelves, Dice& dice)
{
    int total = 0;
    for (const DemoCategory& category : demoCategories())
        total += category.appetite;
    int roll = dice.below(total);
    std::size_t c = 0;
    while (roll >= demoCategories()[c].appetite)
        roll -= demoCategories()[c++].appetite;
    const auto& shelf = shelves.byCategory[c];
    const int place = std::min(dice.below(int(shelf.size())), dice.below(int(shelf.size())));
    return shelf[std::size_t(place)];
}

/// One to four products that the money is enough for; empty when it is enough for none.
Result<checkout::Basket> fillBasket(const Visitor& visitor)
{
    checkout::Basket basket;
    const int roll = visitor.dice->below(100);
    const int wanted = roll < 45 ? 1 : roll < 78 ? 2 : roll < 92 ? 3 : 4;
    for (int i = 0; i < wanted; ++i) {
        const catalogue::Product& product = pick(*visitor.shelves, *visitor.dice);
        if (basket.total().minor() + product.price.minor() <= visitor.person->balance.minor())
            KOBAI_TRY(basket.add(product));
    }
    return basket;
}

Result<ledger::PaymentMethod> payBy(store::Tx& tx, const Visitor& visitor, QDate day)
{
    KOBAI_ASSIGN(const auto facts, tx.consents().facts(visitor.person->person.id));
    if (consent::evaluate(facts, day).allowed() && visitor.dice->percent(facePercent))
        return ledger::PaymentMethod::Face;
    return visitor.person->hasPin ? ledger::PaymentMethod::Pin : ledger::PaymentMethod::LookUp;
}

ledger::FaceEvidence evidence(Dice& dice)
{
    return {float(dice.between(560, 860)) / 100, float(dice.between(180, 460)) / 100, 4.5F,
            float(dice.between(900, 999)) / 1000, dice.between(5, 9)};
}

Status buy(store::Tx& tx, const Visitor& visitor, Instant at)
{
    KOBAI_ASSIGN(const auto basket, fillBasket(visitor));
    if (basket.isEmpty())
        return {};
    const QDate day = toLocal(at).date();
    checkout::SaleRequest request;
    request.id = idAt<SaleId>(*visitor.dice, at);
    request.person = visitor.person->person.id;
    request.basket = basket;
    request.by = visitor.by;
    KOBAI_ASSIGN(request.method, payBy(tx, visitor, day));
    if (request.method == ledger::PaymentMethod::Face)
        request.evidence = evidence(*visitor.dice);
    if (request.evidence)
        KOBAI_TRY(tx.faceLooks().add(at, visitor.by));
    KOBAI_ASSIGN(const auto sold, checkout::postSale(tx, request, at, day));
    visitor.person->balance = sold.balanceAfter;
    return {};
}

Status bringMoney(store::Tx& tx, const Visitor& visitor, Money amount, const Currency& currency, Instant at)
{
    const accounts::TopUpRequest request{idAt<TransferId>(*visitor.dice, at), visitor.person->person.id, amount,
                                         visitor.by};
    KOBAI_ASSIGN(const auto receipt, accounts::postTopUp(tx, request, currency, at));
    visitor.person->balance = receipt.balanceAfter;
    return {};
}

Instant onDay(QDate day, int fromMinute, int toMinute, Dice& dice)
{
    const int second = dice.between(fromMinute * 60, toMinute * 60 - 1);
    return fromLocal(QDateTime(day, QTime(0, 0).addSecs(second)));
}

/// Morning break, lunch, after classes.
Instant visitTime(QDate day, Dice& dice)
{
    const int roll = dice.below(100);
    if (day.dayOfWeek() == Qt::Saturday)
        return onDay(day, 10 * 60, 16 * 60, dice);
    if (roll < 15)
        return onDay(day, 10 * 60 + 30, 10 * 60 + 50, dice);
    if (roll < 67)
        return onDay(day, 12 * 60 + 10, 13 * 60, dice);
    return onDay(day, 15 * 60 + 30, 18 * 60, dice);
}

bool present(const DemoPerson& person, QDate day)
{
    return !person.person.hasLeft(day);
}

void planDay(Timeline& timeline, const Visitor& visitor, QDate day)
{
    Dice& dice = *visitor.dice;
    int chance = visitor.person->appetite;
    if (day.dayOfWeek() == Qt::Sunday)
        return;
    if (day.dayOfWeek() == Qt::Saturday)
        chance = chance * saturdayPercent / 100;
    if (!visitor.person->buys || !present(*visitor.person, day) || !dice.percent(chance))
        return;
    const int visits = dice.percent(secondVisitPercent) ? 2 : 1;
    for (int i = 0; i < visits; ++i) {
        const Instant at = visitTime(day, dice);
        timeline.add(at, [visitor, at](store::Tx& tx) { return buy(tx, visitor, at); });
    }
}

/// Mondays: whoever runs low gets money from home, most of the time.
void planMoney(Timeline& timeline, const Visitor& visitor, QDate day, const Currency& currency)
{
    if (day.dayOfWeek() != Qt::Monday || !visitor.person->buys || !visitor.person->toppedUp
        || !present(*visitor.person, day))
        return;
    const Instant at = onDay(day, 7 * 60 + 45, 8 * 60 + 40, *visitor.dice);
    timeline.add(at, [visitor, at, currency](store::Tx& tx) -> Status {
        if (visitor.person->balance >= Money(1200) || visitor.dice->oneIn(5))
            return {};
        return bringMoney(tx, visitor, Money(1000 * visitor.dice->between(2, 5)), currency, at);
    });
}

} // namespace

void openShop(Timeline& timeline, std::vector<DemoPerson>& everybody, const DemoPlan& plan, QDate firstDay, Dice& dice,
              const Currency& currency, OperatorId by)
{
    const auto shelves = std::make_shared<Shelves>();
    fillShelves(timeline, shelves, fromLocal(QDateTime(firstDay.addDays(-2), QTime(14, 0))), by);
    for (DemoPerson& person : everybody) {
        const Visitor visitor{&person, &dice, shelves, by};
        const Money first(person.buys ? 1000 * dice.between(2, 8) : leastClipBalance);
        const Instant at = onDay(firstDay.addDays(-1), 9 * 60, 17 * 60, dice);
        timeline.add(
            at, [visitor, first, currency, at](store::Tx& tx) { return bringMoney(tx, visitor, first, currency, at); });
        for (QDate day = firstDay; day <= plan.today; day = day.addDays(1)) {
            planMoney(timeline, visitor, day, currency);
            planDay(timeline, visitor, day);
        }
    }
}

} // namespace kobai::demo
