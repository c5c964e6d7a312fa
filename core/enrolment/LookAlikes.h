// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "store/Store.h"

#include <vector>

namespace kobai::enrolment {

/// Two persons whom no threshold tells apart, twins most of all (product row 21). The till never charges one of them on a
/// face alone: it asks for the PIN or lets the clerk choose between the two.
struct LookAlikePair {
    PersonId a; ///< the smaller id
    PersonId b;
    Instant at;
    OperatorId by;
};

/// The order of the two does not matter and a known pair is not registered twice. Audited.
/// Faults: NotFound, Duplicate (one person twice).
[[nodiscard]] Status registerLookAlikes(store::Store& store, PersonId a, PersonId b, OperatorId by);
/// Only one of the two has left, or the pair was a mistake. NotFound when there is no such pair. Audited.
[[nodiscard]] Status forgetLookAlikes(store::Store& store, PersonId a, PersonId b, OperatorId by);
/// All pairs, the newest first.
[[nodiscard]] Result<std::vector<LookAlikePair>> lookAlikes(store::Store& store);

} // namespace kobai::enrolment
