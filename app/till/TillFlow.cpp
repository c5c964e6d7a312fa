// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillFlow.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

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
    forgetCustomer();
    if (m_sale.isNull())
        m_sale = fresh;
    m_total = total;
    m_method = method == PaymentMethod::Face && faceAttemptsLeft() <= 0 ? PaymentMethod::Pin : method;
    switch (m_method) {
    case PaymentMethod::Face:
        go(Step::Looking);
        return;
    case PaymentMethod::Pin:
        go(Step::Number);
        return;
    case PaymentMethod::LookUp:
        go(Step::LookUp);
        return;
    }
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
        m_failedLooks = 0;
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
    if (m_step == Step::Pin || m_step == Step::Checking) {
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

void TillFlow::identified(const face::Identification& identification)
{
    if (m_step != Step::Looking)
        return;
    m_lastGuidance = identification.lastGuidance;
    if (identification.verdict == face::Verdict::Identified) {
        m_person = identification.person;
        m_evidence = ledger::FaceEvidence{identification.score, identification.margin, identification.threshold,
                                          identification.liveness, identification.frames};
        go(Step::Loading);
        return;
    }
    ++m_failedLooks;
    switch (identification.verdict) {
    case face::Verdict::Identified:
        return;
    case face::Verdict::Unknown:
        Q_EMIT attemptFailed(u"unknown"_s);
        refuse(Refusal::Unknown);
        return;
    case face::Verdict::Ambiguous:
        Q_EMIT attemptFailed(u"ambiguous"_s);
        refuse(Refusal::Ambiguous);
        return;
    case face::Verdict::Spoof:
        Q_EMIT attemptFailed(u"spoof"_s);
        refuse(Refusal::Spoof);
        return;
    case face::Verdict::TimedOut:
        Q_EMIT attemptFailed(u"timed-out"_s);
        refuse(Refusal::TimedOut);
        return;
    }
}

void TillFlow::cameraFailed(const Fault& fault)
{
    if (m_step != Step::Looking)
        return;
    m_fault = fault; // not an attempt: nobody was looked at
    refuse(Refusal::Fault);
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
    m_claimed = person;
    m_person = person.id;
    go(Step::Pin);
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
    if (m_step == Step::Checking)
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
    if (m_step != Step::Loading || card.person.id != m_person)
        return;
    m_card = card;
    if (m_method == PaymentMethod::Face && !card.faceAllowed) {
        noteUnusedFace(u"consent-off"_s);
        m_card.reset(); // without consent the face names nobody, not even to the clerk
        refuse(Refusal::ConsentOff);
        return;
    }
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
    m_failedLooks = 0;
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
