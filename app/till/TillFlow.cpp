// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillFlow.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using enrolment::FaceUse;
using ledger::PaymentMethod;

std::optional<Money> TillFlow::balanceAfter() const
{
    if (m_result)
        return m_result->balanceAfter;
    return m_card ? m_card->balance.minus(m_total) : std::nullopt;
}

Money TillFlow::missing() const
{
    const std::optional<Money> after = balanceAfter();
    if (!after || !after->isNegative())
        return Money();
    return Money().minus(*after).value_or(Money());
}

void TillFlow::open(PaymentMethod method, SaleId fresh, Money total)
{
    if (m_step == Step::Charging || total.isZero())
        return;
    noteUnusedFace(u"other-way"_s);
    const std::optional<people::Person> kept = keepsClaim(method) ? m_claimed : std::nullopt;
    forgetCustomer();
    if (m_sale.isNull())
        m_sale = fresh;
    m_total = total;
    m_method = method;
    if (kept)
        claim(*kept);
    switch (m_method) {
    case PaymentMethod::Face:
        if (m_faceUse != FaceUse::Allowed)
            bar(m_faceUse);
        else
            go(m_numberFirst != NumberFirst::No && !m_claimed ? Step::Number : Step::Looking);
        return;
    case PaymentMethod::Pin:
        go(m_claimed ? Step::Pin : Step::Number);
        return;
    case PaymentMethod::LookUp:
        go(Step::LookUp);
        return;
    }
}

bool TillFlow::keepsClaim(PaymentMethod next) const
{
    if (m_step != Step::Refused || m_method != PaymentMethod::Face || !m_claimed || next == PaymentMethod::LookUp)
        return false;
    switch (m_refusal) {
    case Refusal::OtherPerson: // perhaps the number was not theirs
    case Refusal::Fault:
        return false;
    case Refusal::FaceBarred:
    case Refusal::NotEnrolled:
    case Refusal::ConsentOff:
        return next == PaymentMethod::Pin;
    case Refusal::Unknown:
    case Refusal::Ambiguous:
    case Refusal::Disagreement:
    case Refusal::Spoof:
    case Refusal::ChallengeFailed:
    case Refusal::TimedOut:
    case Refusal::LowBalance:
        return true;
    }
    Q_UNREACHABLE();
}

void TillFlow::claim(const people::Person& person)
{
    m_claimed = person;
    m_person = person.id;
}

void TillFlow::setTotal(Money total)
{
    if (m_step == Step::Charging || m_step == Step::Done)
        return; // the basket is locked: what was submitted is what is charged
    const bool same = m_total == total;
    m_total = total;
    if (total.isZero()) {
        close();
        m_sale = SaleId();
        return;
    }
    if (same || !isOpen())
        return;
    const bool weighed = m_step == Step::Confirm || (m_step == Step::Refused && m_refusal == Refusal::LowBalance);
    if (!weighed || !m_card) {
        Q_EMIT changed();
        return;
    }
    m_fault.reset();
    if (missing().isZero())
        go(Step::Confirm);
    else
        refuse(Refusal::LowBalance);
}

bool TillFlow::back()
{
    if (m_step == Step::Closed)
        return false;
    const bool atPin = m_step == Step::Pin || m_step == Step::Checking;
    if (atPin && !m_choices.empty()) {
        m_claimed.reset();
        m_fault.reset();
        go(Step::Choose);
    } else if (atPin || (m_step == Step::Looking && m_claimed)) {
        forgetCustomer();
        go(Step::Number);
    } else {
        close();
    }
    return true;
}

void TillFlow::close()
{
    if (m_step == Step::Charging || m_step == Step::Closed)
        return;
    noteUnusedFace(u"cancelled"_s);
    forgetCustomer();
    go(Step::Closed);
}

void TillFlow::numberEntered()
{
    if (m_step != Step::Number)
        return;
    m_fault.reset();
    go(Step::Finding);
}

void TillFlow::numberFound(const people::Person& person)
{
    if (m_step != Step::Finding)
        return;
    claim(person);
    go(m_method == PaymentMethod::Face ? Step::Looking : Step::Pin);
}

void TillFlow::numberFailed(const Fault& fault)
{
    if (m_step != Step::Finding)
        return;
    m_fault = fault;
    go(Step::Number);
}

void TillFlow::pinEntered()
{
    if (m_step != Step::Pin)
        return;
    m_fault.reset();
    go(Step::Checking);
}

void TillFlow::pinAccepted()
{
    if (m_step != Step::Checking)
        return;
    if (!m_choices.empty())
        m_confirmation = checkout::FaceConfirmation::Pin;
    go(Step::Loading);
}

void TillFlow::pinFailed(const Fault& fault)
{
    if (m_step != Step::Checking)
        return;
    m_fault = fault;
    // A wrong or mistyped PIN is typed again; one that is locked or was never set is of no use now.
    if (fault.code == FaultCode::PinWrong || fault.code == FaultCode::PinMalformed)
        go(Step::Pin);
    else if (!m_choices.empty())
        go(Step::Choose); // the clerk can still say who it is
    else
        refuse(Refusal::Fault);
}

void TillFlow::personPicked(PersonId person)
{
    if (m_step != Step::LookUp)
        return;
    m_fault.reset();
    m_person = person;
    go(Step::Loading);
}

void TillFlow::cardRead(const checkout::CustomerCard& card)
{
    if (m_step != Step::Loading || card.person.id != m_person || !settleRival(card))
        return;
    const bool byFace = m_method == PaymentMethod::Face;
    if (byFace && !card.faceAllowed) {
        noteUnusedFace(u"consent-off"_s);
        m_card.reset(); // without consent the face names nobody, not even to the clerk
        m_choices.clear();
        refuse(Refusal::ConsentOff);
        return;
    }
    if (byFace && m_confirmation == checkout::FaceConfirmation::None && !card.lookAlikes.empty()) {
        offerChoice(card);
        return;
    }
    m_card = card;
    if (missing().isZero())
        go(Step::Confirm);
    else
        refuse(Refusal::LowBalance);
}

void TillFlow::cardFailed(const Fault& fault)
{
    if (m_step != Step::Loading)
        return;
    m_fault = fault;
    noteUnusedFace(u"no-account"_s);
    refuse(Refusal::Fault);
}

std::optional<checkout::SaleRequest> TillFlow::confirm(const checkout::Basket& basket, OperatorId by)
{
    if (m_step != Step::Confirm || !m_card || basket.isEmpty())
        return std::nullopt;
    checkout::SaleRequest request;
    request.id = m_sale;
    request.person = m_person;
    request.basket = basket;
    request.method = m_method;
    request.evidence = m_evidence;
    request.confirmation = m_confirmation;
    request.by = by;
    m_fault.reset();
    go(Step::Charging);
    return request;
}

void TillFlow::charged(const checkout::SaleResult& result)
{
    if (m_step != Step::Charging)
        return;
    m_result = result;
    m_evidence.reset();
    m_sale = SaleId();
    m_looksLeft = face::looksPerPayment;
    go(Step::Done);
    Q_EMIT sold(result);
}

void TillFlow::chargeFailed(const Fault& fault)
{
    if (m_step != Step::Charging)
        return;
    m_fault = fault;
    if (fault.code == FaultCode::ConsentMissing || fault.code == FaultCode::ConsentRefused) {
        noteUnusedFace(u"consent-off"_s);
        m_card.reset();
        refuse(Refusal::ConsentOff);
    } else if (fault.code == FaultCode::LookAlikeUnsettled) {
        m_confirmation = checkout::FaceConfirmation::None;
        go(Step::Loading); // registered since the card was read: read it again and ask who it is
    } else if (fault.code == FaultCode::BalanceTooLow) {
        go(Step::Loading); // something else was paid since the card was read: read it again and say the true figures
    } else {
        go(Step::Confirm); // the same id: whatever became of it, a second try cannot charge twice
    }
}

void TillFlow::go(Step step)
{
    m_step = step;
    ++m_turn;
    Q_EMIT changed();
}

void TillFlow::refuse(Refusal refusal)
{
    m_refusal = refusal;
    go(Step::Refused);
}

void TillFlow::forgetCustomer()
{
    m_person = PersonId();
    m_rival = PersonId();
    m_choices.clear();
    m_confirmation = checkout::FaceConfirmation::None;
    m_claimed.reset();
    m_card.reset();
    m_evidence.reset();
    m_result.reset();
    m_fault.reset();
}

void TillFlow::noteUnusedFace(const QString& verdict)
{
    if (m_evidence)
        Q_EMIT attemptFailed(verdict);
    m_evidence.reset();
}

} // namespace kobai::app
