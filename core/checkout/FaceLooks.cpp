// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/FaceLooks.h"

#include "face/DecisionPolicy.h"

namespace kobai::checkout {

Result<Look> beginLook(store::Store& store, OperatorId by)
{
    const Instant now = store.now();
    // That a look is over is committed although there is none: the fault is the unit's value.
    using Outcome = Result<Look>;
    auto outcome = store.write([&](store::Tx& tx) -> Result<Outcome> {
        KOBAI_TRY(tx.faceLooks().age(now, now - lookLifetime));
        KOBAI_ASSIGN(const auto looks, tx.faceLooks().all());
        const int left = face::looksPerPayment - int(looks.size());
        if (left <= 0) {
            const auto rest = std::chrono::ceil<std::chrono::seconds>(looks.front() + lookLifetime - now);
            return Outcome(fail(FaultCode::LooksSpent, QString::number(rest.count())));
        }
        KOBAI_ASSIGN(const std::int64_t number, tx.faceLooks().add(now, by));
        return Outcome(Look{number, left - 1});
    });
    if (!outcome)
        return fail(std::move(outcome).error());
    return *std::move(outcome);
}

Status takeBackLook(store::Store& store, std::int64_t number)
{
    return store.write([&](store::Tx& tx) { return tx.faceLooks().remove(number); });
}

} // namespace kobai::checkout
