// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Text.h"
#include "checkout/Checkout.h"
#include "security/Passwords.h"

#include <algorithm>

namespace kobai::checkout {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t firstLockSeconds = 30;
constexpr std::int64_t longestLockSeconds = 3600;

/// The digits as typed, full-width ones narrowed; empty when anything else is in it or the length is wrong.
QString pinDigits(const QString& typed)
{
    const QString digits = narrowed(typed);
    const bool onlyDigits = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool fits = digits.size() >= shortestPinDigits && digits.size() <= longestPinDigits;
    return onlyDigits && fits ? digits : QString();
}

/// 7777, 1234, 8901, 4321: what everybody tries first.
bool tooEasy(const QString& digits)
{
    for (const int step : {0, 1, 9}) {
        bool run = true;
        for (qsizetype i = 1; i < digits.size(); ++i)
            run = run && (digits[i].unicode() - digits[i - 1].unicode() + 10) % 10 == step;
        if (run)
            return true;
    }
    return false;
}

std::int64_t lockSeconds(int failures)
{
    std::int64_t seconds = firstLockSeconds;
    for (int i = pinTriesBeforeLock; i < failures && seconds < longestLockSeconds; ++i)
        seconds *= 2;
    return std::min(seconds, longestLockSeconds);
}

/// Rounded up: "0 seconds left" would be a lie.
QString secondsLeft(Instant until, Instant now)
{
    return QString::number((toUnixMs(until) - toUnixMs(now) + 999) / 1000);
}

} // namespace

Status setPin(store::Store& store, PersonId person, const QString& pin, OperatorId by)
{
    const QString digits = pinDigits(pin);
    if (digits.isEmpty() || tooEasy(digits))
        return fail(FaultCode::PinMalformed);
    KOBAI_ASSIGN(const QByteArray hash, security::hashPin(digits));
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(const auto owner, tx.people().find(person));
        if (owner.hasLeft(store.clock().today()))
            return fail(FaultCode::NotFound);
        KOBAI_TRY(tx.pins().set(person, hash));
        KOBAI_TRY(tx.pins().clearFailures(person));
        return tx.audit().append(audit::entry(audit::Action::PinSet, person.toHex(), store.now(), by));
    });
}

Status checkPin(store::Store& store, PersonId person, const QString& pin, OperatorId by)
{
    const Instant now = store.now();
    // A wrong try must be committed although the caller gets a fault: the fault is the unit's value.
    using Outcome = std::optional<Fault>;
    auto outcome = store.write([&](store::Tx& tx) -> Result<Outcome> {
        KOBAI_ASSIGN(const auto owner, tx.people().find(person));
        if (owner.hasLeft(toLocal(now).date()))
            return fail(FaultCode::NotFound);
        KOBAI_ASSIGN(const auto row, tx.pins().find(person));
        if (!row)
            return fail(FaultCode::PinNotSet);
        if (row->lockedUntil > now) {
            // Never longer than the rule, whatever the clock said when it began.
            const Instant until = std::min(row->lockedUntil, now + std::chrono::seconds(lockSeconds(row->failures)));
            if (until != row->lockedUntil)
                KOBAI_TRY(tx.pins().noteFailure(person, row->failures, until));
            return Outcome(Fault{FaultCode::PinLocked, secondsLeft(until, now)});
        }
        const QString digits = pinDigits(pin);
        if (!digits.isEmpty() && security::verifyPin(digits, row->hash)) {
            if (row->failures > 0)
                KOBAI_TRY(tx.pins().clearFailures(person));
            return Outcome();
        }
        const int failures = row->failures + 1;
        if (failures < pinTriesBeforeLock) {
            KOBAI_TRY(tx.pins().noteFailure(person, failures, Instant{}));
            return Outcome(Fault{FaultCode::PinWrong, QString::number(pinTriesBeforeLock - failures)});
        }
        const Instant until = now + std::chrono::seconds(lockSeconds(failures));
        KOBAI_TRY(tx.pins().noteFailure(person, failures, until));
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::PinLocked, person.toHex(), now, by)));
        return Outcome(Fault{FaultCode::PinLocked, secondsLeft(until, now)});
    });
    if (!outcome)
        return fail(std::move(outcome).error());
    return *outcome ? Status(fail(**outcome)) : Status();
}

} // namespace kobai::checkout
