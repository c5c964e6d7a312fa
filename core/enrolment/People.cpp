// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceWork.h"
#include "enrolment/PersonWork.h"
#include "store/LivingTemplates.h"

#include <algorithm>

namespace kobai::enrolment {

namespace {

/// For after the unit of work that removed the rows. It is committed, and without rows nobody can be matched: a faces.keys that cannot be
/// rewritten now must not make a fault of what is on record. The keys left behind open nothing; the next loadGallery() takes them away.
void destroyKeys(store::Store& store, PersonId person)
{
    (void)store.faceKeys().remove(person);
}

} // namespace

Result<people::Person> addPerson(store::Store& store, people::Person draft, OperatorId by,
                                 std::vector<people::Guardian> guardians)
{
    if (draft.id.isNull())
        draft.id = store.makeId<PersonId>();
    for (people::Guardian& guardian : guardians) {
        if (guardian.id.isNull())
            guardian.id = store.makeId<GuardianId>();
        guardian.student = draft.id;
    }
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) -> Result<people::Person> {
        KOBAI_ASSIGN(auto person, insertPerson(tx, draft, at, by));
        for (const people::Guardian& guardian : guardians)
            KOBAI_TRY(insertGuardian(tx, guardian, at, by));
        return person;
    });
}

Result<people::Person> changePerson(store::Store& store, people::Person person, OperatorId by,
                                    std::vector<people::Guardian> guardians)
{
    for (people::Guardian& guardian : guardians) {
        if (guardian.id.isNull())
            guardian.id = store.makeId<GuardianId>();
        guardian.student = person.id;
    }
    const Instant at = store.now();
    KOBAI_ASSIGN(const auto clean, people::checked(std::move(person), toLocal(at).date()));
    bool isOver = false;
    const Status changed = store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.people().change(clean));
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::PersonChanged, clean.id.toHex(), at, by)));
        for (const people::Guardian& guardian : guardians)
            KOBAI_TRY(insertGuardian(tx, guardian, at, by));
        // A new guardian, a date of leaving or another date of birth may end the consent.
        KOBAI_ASSIGN(const auto state, enforceConsent(tx, clean.id, at, by));
        isOver = consent::isOver(state);
        return {};
    });
    KOBAI_TRY(changed);
    if (isOver)
        destroyKeys(store, clean.id);
    return clean;
}

Result<people::Guardian> addGuardian(store::Store& store, people::Guardian draft, OperatorId by)
{
    if (draft.id.isNull())
        draft.id = store.makeId<GuardianId>();
    const Instant at = store.now();
    bool isOver = false;
    auto guardian = store.write([&](store::Tx& tx) -> Result<people::Guardian> {
        KOBAI_ASSIGN(auto added, insertGuardian(tx, draft, at, by));
        // Nobody told this guardian yet.
        KOBAI_ASSIGN(const auto state, enforceConsent(tx, added.student, at, by));
        isOver = consent::isOver(state);
        return added;
    });
    if (guardian && isOver)
        destroyKeys(store, guardian->student);
    return guardian;
}

Result<std::vector<FoundPerson>> findPeople(store::Store& store, const QString& text, int most)
{
    KOBAI_ASSIGN(const QString wanted, people::cleanText(text));
    return store.read([&](store::Tx& tx) -> Result<std::vector<FoundPerson>> {
        KOBAI_ASSIGN(const auto people, tx.people().search(wanted, most));
        KOBAI_ASSIGN(const QString model, modelInUse(tx));
        std::vector<FoundPerson> found;
        for (const people::Person& person : people) {
            KOBAI_ASSIGN(const auto state, consentState(tx, person.id, store.clock().today()));
            KOBAI_ASSIGN(const auto templates, store::livingTemplates(tx, store.faceKeys(), person.id, model));
            found.push_back({person, state.allowed(), !templates.empty()});
        }
        return found;
    });
}

Result<PersonFile> personFile(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) -> Result<PersonFile> {
        PersonFile file;
        KOBAI_ASSIGN(file.person, tx.people().find(person));
        KOBAI_ASSIGN(file.guardians, tx.people().guardians(person));
        KOBAI_ASSIGN(const auto facts, tx.consents().facts(person));
        file.consent = consent::evaluate(facts, store.clock().today());
        file.currentNoticeVersion = facts.currentNoticeVersion;
        file.events = facts.events; // in the order of recording
        KOBAI_ASSIGN(const QString model, modelInUse(tx));
        KOBAI_ASSIGN(const auto templates, store::livingTemplates(tx, store.faceKeys(), person, model));
        file.captures = int(templates.size());
        for (const auto& row : templates)
            file.enrolledAt = std::max(file.enrolledAt.value_or(row.at), row.at);
        KOBAI_ASSIGN(const auto pin, tx.pins().find(person));
        file.hasPin = pin.has_value();
        return file;
    });
}

Result<consent::State> recordConsent(store::Store& store, consent::Event event, OperatorId by)
{
    // Product row 2 asks for four eyes: until every operator has a slot of their own, names are what can be compared.
    if (event.kind == consent::EventKind::GuardianUnreachable
        && event.secondStaff.simplified().compare(store.info().operatorName.simplified(), Qt::CaseInsensitive) == 0)
        return fail(FaultCode::SecondStaffNeeded);
    if (event.id.isNull())
        event.id = store.makeId<ConsentEventId>();
    const Instant at = store.now();
    KOBAI_ASSIGN(const auto state, store.write([&](store::Tx& tx) { return appendConsent(tx, event, at, by); }));
    if (consent::isOver(state))
        destroyKeys(store, event.person);
    return state;
}

} // namespace kobai::enrolment
