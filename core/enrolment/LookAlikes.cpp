// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/LookAlikes.h"

#include "audit/Audit.h"
#include "enrolment/LookAlikeWork.h"

#include <algorithm>

namespace kobai::enrolment {

namespace {

audit::Record line(audit::Action action, PersonId a, PersonId b, Instant at, OperatorId by)
{
    return audit::entry(action, std::min(a, b).toHex(), at, by, std::max(a, b).toHex());
}

} // namespace

Status addLookAlikes(store::Tx& tx, PersonId a, PersonId b, Instant at, OperatorId by)
{
    if (a == b)
        return fail(FaultCode::Duplicate);
    KOBAI_TRY(tx.people().find(a));
    KOBAI_TRY(tx.people().find(b));
    KOBAI_ASSIGN(const auto known, tx.lookAlikes().of(a));
    if (std::ranges::find(known, b) != known.end())
        return {};
    KOBAI_TRY(tx.lookAlikes().add({a, b, at, by}));
    return tx.audit().append(line(audit::Action::LookAlikesRegistered, a, b, at, by));
}

Status registerLookAlikes(store::Store& store, PersonId a, PersonId b, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) { return addLookAlikes(tx, a, b, at, by); });
}

Status forgetLookAlikes(store::Store& store, PersonId a, PersonId b, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.lookAlikes().remove(a, b));
        return tx.audit().append(line(audit::Action::LookAlikesForgotten, a, b, at, by));
    });
}

Result<std::vector<LookAlikePair>> lookAlikes(store::Store& store)
{
    return store.read([&](store::Tx& tx) -> Result<std::vector<LookAlikePair>> {
        KOBAI_ASSIGN(const auto rows, tx.lookAlikes().all());
        std::vector<LookAlikePair> pairs;
        for (const auto& row : rows)
            pairs.push_back({row.a, row.b, row.at, row.by});
        return pairs;
    });
}

} // namespace kobai::enrolment
