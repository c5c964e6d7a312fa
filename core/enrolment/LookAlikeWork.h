// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/Tx.h"

namespace kobai::enrolment {

/// registerLookAlikes() inside a unit of work that is already open. Same faults.
[[nodiscard]] Status addLookAlikes(store::Tx& tx, PersonId a, PersonId b, Instant at, OperatorId by);

} // namespace kobai::enrolment
