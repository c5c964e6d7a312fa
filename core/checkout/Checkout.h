// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "checkout/Basket.h"
#include "ledger/Sale.h"
#include "people/Person.h"
#include "store/Store.h"

#include <QImage>
#include <QString>

#include <optional>
#include <vector>

namespace kobai::checkout {

/// The customer as the till shows it before charging. No consent details, no history.
struct CustomerCard {
    people::Person person;
    Money balance;
    bool hasPin = false;
    bool faceAllowed = false; ///< consent holds today and a template of the model in use exists
    /// Who is registered as looking like this customer and is at the school, enrolled or not: one of them may be the one at the till, so
    /// that a face alone never charges (product row 21).
    std::vector<people::Person> lookAlikes;
    std::optional<QImage> photo; ///< only while a consent to it and that to the face hold (product row 19)
};

/// What settled that a face is the customer's and not a look-alike's.
enum class FaceConfirmation {
    None,
    Pin,         ///< checkPin() went through
    ClerkChoice, ///< the clerk was shown both and chose
};

/// A charge. @c id is made when the clerk opens the payment and kept for retries: pressing twice gives one sale.
struct SaleRequest {
    SaleId id;
    PersonId person;
    Basket basket;
    ledger::PaymentMethod method = ledger::PaymentMethod::Face;
    std::optional<ledger::FaceEvidence> evidence;           ///< required for Face
    FaceConfirmation confirmation = FaceConfirmation::None; ///< required for Face where the card names look-alikes
    OperatorId by;
};

struct SaleResult {
    ledger::Sale sale;
    Money balanceBefore;
    Money balanceAfter;
    bool repeated = false; ///< the same request had been committed before
};

/// NotFound for unknown persons and leavers.
[[nodiscard]] Result<CustomerCard> customerCard(store::Store& store, PersonId person);

/// Sale, journal, receipt number, balance and audit in one unit of work. Prices are checked against the catalogue inside it.
/// Faults: BasketEmpty, BalanceTooLow, AccountClosed, NotFound (also a product no longer sold), PriceChanged,
/// ConsentMissing (Face without consent today), LookAlikeUnsettled (Face of somebody with look-alikes, and the request does not say how it was
/// settled), CameraIsFilm (no demo, and a film stood in for the camera), IdempotencyConflict (the id belongs to a sale of other content).
[[nodiscard]] Result<SaleResult> commitSale(store::Store& store, const SaleRequest& request);

/// An attempt to identify that did not lead to a sale goes to the audit with its verdict, without a person.
[[nodiscard]] Status recordFailedAttempt(store::Store& store, const QString& verdict, OperatorId by);

inline constexpr int shortestPinDigits = 4;
inline constexpr int longestPinDigits = 8;
/// After this many wrong tries in a row the PIN is locked, first 30 s, doubling with each further wrong try up to an hour.
inline constexpr int pinTriesBeforeLock = 5;

/// Faults: PinMalformed (not 4 to 8 digits, or all the same or a run such as 1234), NotFound.
[[nodiscard]] Status setPin(store::Store& store, PersonId person, const QString& pin, OperatorId by);
/// Faults: PinNotSet, PinWrong (detail: tries left), PinLocked (detail: seconds left), NotFound.
[[nodiscard]] Status checkPin(store::Store& store, PersonId person, const QString& pin, OperatorId by);

/// People for the look-up at the till: current students and staff only.
[[nodiscard]] Result<std::vector<people::Person>> lookUp(store::Store& store, const QString& text, int most);

/// The one person with exactly this number, as it is typed before a PIN. NotFound for unknown numbers and leavers.
[[nodiscard]] Result<people::Person> customerByNumber(store::Store& store, const QString& number);

/// The last @p most sales, newest first, for the till's own strip.
[[nodiscard]] Result<std::vector<ledger::Sale>> latestSales(store::Store& store, int most);

} // namespace kobai::checkout
