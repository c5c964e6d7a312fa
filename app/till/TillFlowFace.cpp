// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of TillFlow that takes what the camera said, and settles who of two look-alikes it was.
#include "app/till/TillFlow.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using checkout::FaceConfirmation;
using enrolment::FaceUse;

void TillFlow::setFaceUse(FaceUse use)
{
    m_faceUse = use;
    faceBarred(use);
}

void TillFlow::faceBarred(FaceUse use)
{
    if (use != FaceUse::Allowed && m_step == Step::Looking)
        bar(use);
}

void TillFlow::lookBegun(int left)
{
    if (m_step == Step::Looking)
        m_looksLeft = left;
}

void TillFlow::lookTakenBack()
{
    m_looksLeft = std::min(m_looksLeft + 1, face::looksPerPayment);
}

void TillFlow::looksSpent(const Fault& fault)
{
    if (m_step != Step::Looking)
        return;
    m_looksLeft = 0;
    m_method = ledger::PaymentMethod::Pin;
    m_fault = fault;
    go(m_claimed ? Step::Pin : Step::Number);
}

void TillFlow::bar(FaceUse use)
{
    switch (use) {
    case FaceUse::Allowed:
        return;
    case FaceUse::ConsentMissing:
        refuse(Refusal::ConsentOff);
        return;
    case FaceUse::NotEnrolled:
        refuse(Refusal::NotEnrolled);
        return;
    case FaceUse::FacesOff:
    case FaceUse::CameraIsFilm:
    case FaceUse::ModelUnread:
    case FaceUse::NobodyEnrolled:
    case FaceUse::NoneOpens:
    case FaceUse::Unknown:
        m_barredBy = use;
        refuse(Refusal::FaceBarred);
        return;
    }
}

void TillFlow::identified(const face::Identification& identification)
{
    if (m_step != Step::Looking)
        return;
    m_lastGuidance = identification.lastGuidance;
    switch (identification.verdict) {
    case face::Verdict::Identified:
        if (m_claimed && identification.person != m_claimed->id) {
            refuseFace(Refusal::OtherPerson, u"other-person"_s);
            return;
        }
        recognise(identification);
        return;
    case face::Verdict::Unknown:
        refuseFace(Refusal::Unknown, u"unknown"_s);
        return;
    case face::Verdict::Ambiguous:
        // Whether the two are a registered pair stands on the card of either.
        if (identification.runnerUp.isNull() || m_claimed) {
            refuseFace(Refusal::Ambiguous, u"ambiguous"_s);
            return;
        }
        m_rival = identification.runnerUp;
        recognise(identification);
        return;
    case face::Verdict::Disagreement:
        refuseFace(Refusal::Disagreement, u"disagreement"_s);
        return;
    case face::Verdict::OtherPerson:
        refuseFace(Refusal::OtherPerson, u"other-person"_s);
        return;
    case face::Verdict::NotEnrolled:
        // No attempt: nothing was compared. On record where frames were encoded before the gallery lost whom they could have been.
        if (identification.frames > 0)
            Q_EMIT attemptFailed(u"not-enrolled"_s);
        bar(m_claimed ? FaceUse::NotEnrolled : FaceUse::NobodyEnrolled);
        return;
    case face::Verdict::Spoof:
        refuseFace(Refusal::Spoof, u"spoof"_s);
        return;
    case face::Verdict::ChallengeFailed:
        refuseFace(Refusal::ChallengeFailed, u"challenge-failed"_s);
        return;
    case face::Verdict::TimedOut:
        refuseFace(Refusal::TimedOut, u"timed-out"_s);
        return;
    }
}

void TillFlow::recognise(const face::Identification& identification)
{
    m_person = identification.person;
    m_evidence = ledger::FaceEvidence{identification.score,    identification.margin, identification.threshold,
                                      identification.liveness, identification.frames, identification.filmed};
    go(Step::Loading);
}

void TillFlow::cameraFailed(const Fault& fault)
{
    if (m_step != Step::Looking)
        return;
    m_fault = fault; // not an attempt: nobody was looked at
    refuse(Refusal::Fault);
}

void TillFlow::chosen(PersonId person)
{
    if (m_step != Step::Choose || choice(person) == nullptr)
        return;
    m_fault.reset();
    m_person = person;
    m_confirmation = FaceConfirmation::ClerkChoice;
    go(Step::Loading);
}

void TillFlow::choicePinAsked(PersonId person)
{
    const people::Person* asked = choice(person);
    if (m_step != Step::Choose || asked == nullptr)
        return;
    m_fault.reset();
    claim(*asked);
    go(Step::Pin);
}

const people::Person* TillFlow::choice(PersonId person) const
{
    const auto at = std::ranges::find(m_choices, person, &people::Person::id);
    return at == m_choices.end() ? nullptr : &*at;
}

bool TillFlow::settleRival(const checkout::CustomerCard& card)
{
    const PersonId rival = std::exchange(m_rival, PersonId());
    if (rival.isNull() || std::ranges::find(card.lookAlikes, rival, &people::Person::id) != card.lookAlikes.end())
        return true;
    m_evidence.reset();
    m_person = PersonId();
    refuseFace(Refusal::Ambiguous, u"ambiguous"_s);
    return false;
}

void TillFlow::offerChoice(const checkout::CustomerCard& card)
{
    m_choices = card.lookAlikes;
    m_choices.push_back(card.person);
    std::ranges::sort(m_choices, {}, &people::Person::number);
    m_card.reset();
    m_claimed.reset();
    m_person = PersonId();
    go(Step::Choose);
}

void TillFlow::refuseFace(Refusal refusal, const QString& verdict)
{
    Q_EMIT attemptFailed(verdict);
    refuse(refusal);
}

} // namespace kobai::app
