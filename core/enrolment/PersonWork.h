// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "people/Person.h"
#include "store/Tx.h"

namespace kobai::enrolment {

/// addPerson() and addGuardian() inside a unit of work that is already open, for callers that add many (demo school,
/// roster import). Ids must be set; a guardian the student has already is returned as stored. Same faults; after a fault the unit of work must be given up.
[[nodiscard]] Result<people::Person> insertPerson(store::Tx& tx, people::Person draft, Instant at, OperatorId by);
[[nodiscard]] Result<people::Guardian> insertGuardian(store::Tx& tx, people::Guardian draft, Instant at, OperatorId by);

} // namespace kobai::enrolment
