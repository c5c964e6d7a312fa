// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "consent/Consent.h"
#include "store/Tx.h"

#include <QDate>

namespace kobai::enrolment {

/// The computed consent as the tables have it now.
[[nodiscard]] Result<consent::State> consentState(store::Tx& tx, PersonId person, QDate today);

/// recordConsent() inside a unit of work that is already open, for callers that record many (demo school, import).
/// Removes the person's templates when the consent is over after the event (consent::isOver); the caller destroys the keys
/// once the unit of work is committed. The event's time is @p at, or a millisecond after the person's last event where
/// the clock was set back: what was recorded last is the latest.
[[nodiscard]] Result<consent::State> appendConsent(store::Tx& tx, consent::Event draft, Instant at, OperatorId by);

/// Removes the person's templates, with an audit line, when the consent is over; nothing happens where there are none.
[[nodiscard]] Result<consent::State> enforceConsent(store::Tx& tx, PersonId person, Instant at, OperatorId by);

/// Somebody said no, rather than nobody having said yes.
[[nodiscard]] bool isRefusal(consent::Reason reason);

} // namespace kobai::enrolment
