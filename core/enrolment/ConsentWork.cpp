// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"

#include "enrolment/FaceWork.h"
#include "people/Person.h"

#include <algorithm>

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<consent::Event> checked(store::Tx& tx, consent::Event event)
{
    KOBAI_ASSIGN(event.reason, people::cleanText(event.reason));
    KOBAI_ASSIGN(event.secondStaff, people::cleanText(event.secondStaff));
    if (event.kind == consent::EventKind::GuardianUnreachable) {
        if (event.reason.isEmpty() || event.secondStaff.isEmpty())
            return fail(FaultCode::TextEmpty);
        if (event.guardian.isNull())
            return fail(FaultCode::NotFound, u"guardian"_s);
    }
    if (!event.guardian.isNull()) {
        KOBAI_ASSIGN(const auto guardians, tx.people().guardians(event.person));
        const bool known = std::any_of(guardians.begin(), guardians.end(),
                                       [&](const people::Guardian& guardian) { return guardian.id == event.guardian; });
        if (!known)
            return fail(FaultCode::NotFound, u"guardian"_s);
    }
    return event;
}

/// What is sent or said on the screen, and names no notice, is about the current one. A consent answers the version on its form, which only
/// whoever holds the form knows: what was printed before the text was changed is no consent to the new text.
Status settleNotice(consent::Event& event, int current)
{
    const bool isConsent = event.kind == consent::EventKind::ConsentGiven;
    if (event.noticeVersion == 0 && !isConsent)
        event.noticeVersion = current;
    if (event.noticeVersion < 1 || event.noticeVersion > current)
        return fail(FaultCode::NotFound, u"notice"_s);
    return {};
}

/// Opaque codes only: the reasons that people typed stay in the consent table.
audit::Record record(const consent::Event& event)
{
    return audit::entry(
        audit::Action::ConsentRecorded, event.person.toHex(), event.at, event.recordedBy,
        u"kind %1 notice %2 means %3"_s.arg(int(event.kind)).arg(event.noticeVersion).arg(int(event.means)));
}

} // namespace

Result<consent::State> consentState(store::Tx& tx, PersonId person, QDate today)
{
    KOBAI_ASSIGN(const auto facts, tx.consents().facts(person));
    return consent::evaluate(facts, today);
}

Result<consent::State> appendConsent(store::Tx& tx, consent::Event draft, Instant at, OperatorId by)
{
    KOBAI_TRY(tx.people().find(draft.person));
    KOBAI_ASSIGN(auto event, checked(tx, std::move(draft)));
    KOBAI_ASSIGN(const auto facts, tx.consents().facts(event.person));
    const bool recordedBefore = std::any_of(facts.events.begin(), facts.events.end(),
                                            [&](const consent::Event& earlier) { return earlier.id == event.id; });
    if (!recordedBefore) {
        event.at = at;
        event.recordedBy = by;
        KOBAI_TRY(settleNotice(event, facts.currentNoticeVersion));
        KOBAI_TRY(tx.consents().append(event));
        KOBAI_TRY(tx.audit().append(record(event)));
    }
    return enforceConsent(tx, event.person, at, by);
}

Result<consent::State> enforceConsent(store::Tx& tx, PersonId person, Instant at, OperatorId by)
{
    KOBAI_ASSIGN(const auto state, consentState(tx, person, toLocal(at).date()));
    if (!consent::isOver(state))
        return state;
    KOBAI_ASSIGN(const auto templates, tx.templates().of(person));
    if (templates.empty())
        return state;
    KOBAI_TRY(removeFaceRows(tx, person));
    KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::FaceRemoved, person.toHex(), at, by, u"no consent"_s)));
    return state;
}

bool isRefusal(consent::Reason reason)
{
    switch (reason) {
    case consent::Reason::GuardianObjected:
    case consent::Reason::StudentRefused:
    case consent::Reason::Withdrawn:
        return true;
    case consent::Reason::NoGuardian:
    case consent::Reason::NoticeMissing:
    case consent::Reason::ConsentMissing:
    case consent::Reason::NoticeOutdated:
    case consent::Reason::StudentNotAsked:
    case consent::Reason::Expired:
    case consent::Reason::HasLeft:
    case consent::Reason::FacesOff:
        return false;
    }
    return false;
}

} // namespace kobai::enrolment
