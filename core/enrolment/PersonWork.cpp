// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/PersonWork.h"

#include "audit/Audit.h"

#include <algorithm>

namespace kobai::enrolment {

Result<people::Person> insertPerson(store::Tx& tx, people::Person draft, Instant at, OperatorId by)
{
    KOBAI_ASSIGN(auto person, people::checked(std::move(draft), toLocal(at).date()));
    KOBAI_TRY(tx.people().add(person));
    KOBAI_TRY(tx.ledger().customerAccount(person.id));
    KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::PersonAdded, person.id.toHex(), at, by)));
    return person;
}

Result<people::Guardian> insertGuardian(store::Tx& tx, people::Guardian draft, Instant at, OperatorId by)
{
    KOBAI_ASSIGN(auto guardian, people::checked(std::move(draft)));
    KOBAI_TRY(tx.people().find(guardian.student));
    KOBAI_ASSIGN(const auto known, tx.people().guardians(guardian.student));
    const auto before =
        std::find_if(known.begin(), known.end(), [&](const auto& other) { return other.id == guardian.id; });
    if (before != known.end())
        return *before;
    KOBAI_TRY(tx.people().addGuardian(guardian));
    KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::GuardianAdded, guardian.student.toHex(), at, by)));
    return guardian;
}

} // namespace kobai::enrolment
