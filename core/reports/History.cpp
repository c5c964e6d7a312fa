// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/History.h"

#include <QHash>

namespace kobai::reports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What was looked for, in numbers and opaque ids.
QString described(const ledger::HistoryFilter& filter)
{
    QStringList parts;
    if (filter.product)
        parts += u"product %1"_s.arg(filter.product->value);
    if (filter.method)
        parts += u"method %1"_s.arg(int(*filter.method));
    if (filter.from.isValid())
        parts += u"from %1"_s.arg(filter.from.toString(Qt::ISODate));
    if (filter.to.isValid())
        parts += u"to %1"_s.arg(filter.to.toString(Qt::ISODate));
    return parts.join(u' ');
}

Result<PurchasePage> pageOf(store::Tx& tx, const ledger::HistoryFilter& filter, ledger::HistoryCursor cursor)
{
    KOBAI_ASSIGN(auto sales, tx.sales().page(filter, cursor, purchasesPerPage + 1));
    PurchasePage page;
    if (sales.size() > std::size_t(purchasesPerPage)) {
        sales.resize(purchasesPerPage);
        page.next = sales.back().receipt;
    }
    QHash<PersonId, people::Person> known;
    for (ledger::Sale& sale : sales) {
        if (!known.contains(sale.person)) {
            auto person = tx.people().find(sale.person);
            if (!person && person.error().code != FaultCode::NotFound)
                return fail(std::move(person).error());
            known.insert(sale.person, std::move(person).value_or(people::Person()));
        }
        const people::Person& person = known[sale.person];
        page.purchases.push_back({std::move(sale), person.name, person.number});
    }
    return page;
}

} // namespace

Result<PurchasePage> purchases(store::Store& store, const ledger::HistoryFilter& filter, ledger::HistoryCursor cursor,
                               OperatorId by)
{
    if (cursor)
        return store.read([&](store::Tx& tx) { return pageOf(tx, filter, cursor); });
    return store.write([&](store::Tx& tx) -> Result<PurchasePage> {
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::HistoryViewed,
                                                 filter.person ? filter.person->toHex() : QString(), store.now(), by,
                                                 described(filter))));
        return pageOf(tx, filter, cursor);
    });
}

Result<std::vector<DayBar>> totalsByDay(store::Store& store, const ledger::HistoryFilter& filter)
{
    return store.read([&](store::Tx& tx) -> Result<std::vector<DayBar>> {
        KOBAI_ASSIGN(const auto totals, tx.sales().totalsByDay(filter));
        std::vector<DayBar> bars;
        for (const auto& total : totals)
            bars.push_back({total.day, total.category, total.total, total.sales});
        return bars;
    });
}

} // namespace kobai::reports
