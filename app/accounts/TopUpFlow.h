// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"

#include <QObject>

#include <optional>

namespace kobai::app {

/// One cash top-up, from the opened form to the receipt number. The transfer's id is made when the form opens and stays for every retry, so that
/// the money is booked once. No widgets, no store. GUI thread.
class TopUpFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Closed, Typing, Booking, Done };

    using QObject::QObject;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] PersonId person() const { return m_person; }
    /// What can be booked: nullopt while nothing, zero, too much or nonsense is typed.
    [[nodiscard]] std::optional<Money> amount() const;
    /// What is wrong with the amount, or why the booking failed. TextEmpty is no fault: nothing is typed yet.
    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }
    [[nodiscard]] const std::optional<accounts::TopUpReceipt>& receipt() const { return m_receipt; }

    /// @p highest: the largest single top-up in the smallest unit. A booking under way is not disturbed.
    void open(TransferId fresh, PersonId person, Money highest);
    void close();
    void type(const Result<Money>& amount);
    /// What to book, once; nullopt when there is nothing to be booked or it is under way.
    [[nodiscard]] std::optional<accounts::TopUpRequest> confirm(OperatorId by);
    /// Results of another transfer are ignored.
    void booked(TransferId id, const accounts::TopUpReceipt& receipt);
    void failed(TransferId id, const Fault& fault);

Q_SIGNALS:
    void changed();

private:
    Step m_step = Step::Closed;
    TransferId m_id;
    PersonId m_person;
    Money m_highest;
    std::optional<Money> m_amount;
    std::optional<Fault> m_fault;
    std::optional<accounts::TopUpReceipt> m_receipt;
};

} // namespace kobai::app
