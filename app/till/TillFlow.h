// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/NumberFirst.h"
#include "checkout/Checkout.h"
#include "enrolment/FaceUse.h"
#include "face/DecisionPolicy.h"
#include "face/Vision.h"
#include "ledger/Sale.h"
#include "money/Money.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace kobai::app {

/// One payment at the till, from "Pay by face" to the tick: what is asked next, what was refused and why, how often a face was tried. No
/// widgets, no camera, no store: Payment feeds it with what they said. GUI thread.
///
/// A result that arrives late is told apart by turn(): it grows with every step, and whoever waits for something compares it.
class TillFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step {
        Closed,   ///< no payment: the product grid
        Looking,  ///< the camera is open
        Number,   ///< the customer's number is asked for, before the PIN or, number first, before the face
        Finding,  ///< the number is being looked up
        Pin,      ///< the PIN is asked for
        Checking, ///< the PIN is being checked
        LookUp,   ///< the clerk searches for a name
        Loading,  ///< the customer is known, the card is being read
        Choose,   ///< the face belongs to a registered pair of look-alikes: who of choices() is it?
        Confirm,  ///< "Charge ¥480 to Sato Haruka?"
        Refused,  ///< not this way; refusal() says why
        Charging, ///< submitted: neither Esc nor leaving stops it
        Done,     ///< charged
    };
    enum class Refusal {
        Unknown,
        Ambiguous,
        Disagreement,
        OtherPerson, ///< 1:1: not the face of whoever was claimed
        FaceBarred,  ///< nobody's face may be looked at here; barredBy() says by what
        NotEnrolled, ///< 1:1: the claimed person has no face here
        Spoof,
        ChallengeFailed,
        TimedOut,   ///< lastGuidance() says what was wrong last
        LowBalance, ///< card() and missing() say how low
        ConsentOff, ///< recognised, but the face may not be used today
        Fault,      ///< fault() says what
    };

    using QObject::QObject;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] quint64 turn() const { return m_turn; }
    [[nodiscard]] bool isOpen() const { return m_step != Step::Closed; }
    [[nodiscard]] ledger::PaymentMethod method() const { return m_method; }
    [[nodiscard]] Money total() const { return m_total; }
    [[nodiscard]] Refusal refusal() const { return m_refusal; }
    [[nodiscard]] face::Guidance lastGuidance() const { return m_lastGuidance; }
    /// What went wrong and did not end the step: an unknown number, a wrong PIN, one of a pair without a PIN, a charge to try again.
    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }
    [[nodiscard]] const std::optional<checkout::CustomerCard>& card() const { return m_card; }
    [[nodiscard]] const std::optional<people::Person>& claimed() const
    {
        return m_claimed;
    } ///< by number, or as one of choices() for a PIN; not yet proven
    /// The look-alikes between whom a face does not decide, by number, so that the order tells nothing about the face.
    [[nodiscard]] const std::vector<people::Person>& choices() const { return m_choices; }
    [[nodiscard]] NumberFirst numberFirst() const { return m_numberFirst; }
    [[nodiscard]] enrolment::FaceUse barredBy() const { return m_barredBy; } ///< with Refusal::FaceBarred
    [[nodiscard]] const std::optional<checkout::SaleResult>& result() const { return m_result; }
    [[nodiscard]] PersonId person() const { return m_person; }
    /// Further looks at a face that this payment may have, as the store counted when the last one was begun. It counts on over closed and
    /// emptied payments until a sale, and forgets with time: whether there is one more is for the store to say.
    [[nodiscard]] int looksLeft() const { return m_looksLeft; }
    /// Balance after the charge; what the card shows.
    [[nodiscard]] std::optional<Money> balanceAfter() const;
    [[nodiscard]] Money missing() const; ///< how much the balance falls short, 0 when it does not

    /// Holds for payments that are opened from now on.
    void setNumberFirst(NumberFirst numberFirst) { m_numberFirst = numberFirst; }

    /// Whether anybody's face may be looked at: where it may not, a payment by face is refused before the camera opens, and one that looks
    /// is ended. It costs no attempt.
    void setFaceUse(enrolment::FaceUse use);
    /// What the store said before the camera opened in the step Looking: refuses unless it is Allowed.
    void faceBarred(enrolment::FaceUse use);
    /// The store has put the look on record, and so many may follow.
    void lookBegun(int left);
    void lookTakenBack(); ///< it was none: nobody was compared
    /// The store allows no further look for now; @p fault says until when. On to the PIN.
    void looksSpent(const Fault& fault);

    /// Begins to pay @p total, or changes the way to pay in an open payment. @p fresh becomes the sale's id unless this basket has
    /// one already: it stays until the basket is sold or emptied, so that no retry can charge twice. A charge under way is
    /// not disturbed. A number that was typed for a face which was then
    /// refused is not asked for again, unless it may have been the wrong one.
    void open(ledger::PaymentMethod method, SaleId fresh, Money total);
    /// The basket changed while the payment is open (a late scan); zero closes it and forgets the sale's id.
    void setTotal(Money total);
    /// One step back: from a PIN to the number or the choice, from a claimed face to the number, from all else to the grid. False when there was nothing to leave.
    bool back();
    /// To the grid at once, unless a charge is under way.
    void close();

    void identified(const face::Identification& identification);
    void cameraFailed(const Fault& fault);
    void numberEntered();
    void numberFound(const people::Person& person);
    void numberFailed(const Fault& fault);
    void pinEntered();
    void pinAccepted();
    void pinFailed(const Fault& fault);
    void personPicked(PersonId person);
    /// The clerk says who of choices() stands there.
    void chosen(PersonId person);
    /// This one of choices() is to type the PIN.
    void choicePinAsked(PersonId person);
    void cardRead(const checkout::CustomerCard& card);
    void cardFailed(const Fault& fault);
    /// The clerk says yes: what to submit, once. nullopt when nothing stands to be confirmed (a second press).
    [[nodiscard]] std::optional<checkout::SaleRequest> confirm(const checkout::Basket& basket, OperatorId by);
    void charged(const checkout::SaleResult& result);
    void chargeFailed(const Fault& fault);

Q_SIGNALS:
    void changed();
    /// A look at a face that did not end in a sale, for the record: "unknown", "ambiguous", "spoof", "timed-out", ...
    void attemptFailed(const QString& verdict);
    void sold(const kobai::checkout::SaleResult& result);

private:
    [[nodiscard]] bool keepsClaim(ledger::PaymentMethod next) const;
    void claim(const people::Person& person);
    [[nodiscard]] const people::Person* choice(PersonId person) const;
    void recognise(const face::Identification& identification);
    [[nodiscard]] bool settleRival(const checkout::CustomerCard& card);
    void offerChoice(const checkout::CustomerCard& card);
    void go(Step step);
    void refuse(Refusal refusal);
    void refuseFace(Refusal refusal, const QString& verdict);
    void bar(enrolment::FaceUse use);
    void forgetCustomer();
    void noteUnusedFace(const QString& verdict);

    Step m_step = Step::Closed;
    quint64 m_turn = 0;
    ledger::PaymentMethod m_method = ledger::PaymentMethod::Face;
    NumberFirst m_numberFirst = NumberFirst::No;
    enrolment::FaceUse m_faceUse = enrolment::FaceUse::Allowed;
    enrolment::FaceUse m_barredBy = enrolment::FaceUse::Allowed;
    SaleId m_sale;
    Money m_total;
    int m_looksLeft = face::looksPerPayment;
    Refusal m_refusal = Refusal::Fault;
    face::Guidance m_lastGuidance = face::Guidance::Starting;
    PersonId m_person;
    PersonId m_rival; ///< whom the face is too near to tell; only a registered pair may go on
    std::optional<people::Person> m_claimed;
    std::vector<people::Person> m_choices;
    checkout::FaceConfirmation m_confirmation = checkout::FaceConfirmation::None;
    std::optional<Fault> m_fault;
    std::optional<ledger::FaceEvidence> m_evidence;
    std::optional<checkout::CustomerCard> m_card;
    std::optional<checkout::SaleResult> m_result;
};

} // namespace kobai::app
