// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/TopUpFlow.h"

namespace kobai::app {

std::optional<Money> TopUpFlow::amount() const
{
    return m_amount;
}

void TopUpFlow::open(TransferId fresh, PersonId person, Money highest)
{
    if (m_step == Step::Booking)
        return;
    m_id = fresh;
    m_person = person;
    m_highest = highest;
    m_amount.reset();
    m_fault.reset();
    m_receipt.reset();
    m_step = Step::Typing;
    Q_EMIT changed();
}

void TopUpFlow::close()
{
    if (m_step == Step::Booking || m_step == Step::Closed)
        return;
    m_step = Step::Closed;
    m_amount.reset();
    m_fault.reset();
    m_receipt.reset();
    Q_EMIT changed();
}

void TopUpFlow::type(const Result<Money>& amount)
{
    if (m_step != Step::Typing)
        return;
    m_amount.reset();
    m_fault.reset();
    if (!amount) {
        if (amount.error().code != FaultCode::TextEmpty)
            m_fault = amount.error();
    } else if (amount->isZero()) {
        m_fault = Fault{FaultCode::AmountZero, {}};
    } else if (*amount > m_highest) {
        m_fault = Fault{FaultCode::AmountTooLarge, {}};
    } else {
        m_amount = *amount;
    }
    Q_EMIT changed();
}

std::optional<accounts::TopUpRequest> TopUpFlow::confirm(OperatorId by)
{
    if (m_step != Step::Typing || !m_amount)
        return std::nullopt;
    m_step = Step::Booking;
    m_fault.reset();
    Q_EMIT changed();
    return accounts::TopUpRequest{m_id, m_person, *m_amount, by};
}

void TopUpFlow::booked(TransferId id, const accounts::TopUpReceipt& receipt)
{
    if (m_step != Step::Booking || id != m_id)
        return;
    m_receipt = receipt;
    m_step = Step::Done;
    Q_EMIT changed();
}

void TopUpFlow::failed(TransferId id, const Fault& fault)
{
    if (m_step != Step::Booking || id != m_id)
        return;
    m_fault = fault;
    m_step = Step::Typing; // the same id: a second try cannot book twice
    Q_EMIT changed();
}

} // namespace kobai::app
