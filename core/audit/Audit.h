// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"

#include <QByteArray>
#include <QString>

namespace kobai::audit {

/// What is on record. Values are stored: append, never renumber.
enum class Action {
    StoreCreated = 1,
    StoreOpened = 2,
    PersonAdded = 10,
    PersonChanged = 11,
    GuardianAdded = 12,
    ConsentRecorded = 20,
    FaceEnrolled = 30,
    FaceRemoved = 31,
    FaceRefused = 32,          ///< enrolment refused, detail = reasons
    LookAlikesRegistered = 33, ///< subject and detail: the two persons
    LookAlikesForgotten = 34,
    PhotoConsentRecorded = 35, ///< detail: yes or no
    PhotoKept = 36,
    ChallengeExemption = 37, ///< detail: exempt or asked again
    TemplatesRenewed = 38,   ///< re-keyed, detail = how many persons
    FaceReportKept = 39,     ///< an evaluation, self-test or attack session, detail = number and kind
    PinSet = 40,
    PinLocked = 41,
    TopUp = 50,
    Sale = 60,
    FaceAttempt = 61, ///< an identification that ended without a sale, detail = verdict
    HistoryViewed = 70,
    AccountViewed = 71,
    ProductAdded = 80,
    ProductChanged = 81,
    SettingChanged = 90,
    ClockConfirmed =
        91, ///< the machine's time, having been doubted; subject and detail: the time on record and the one confirmed, UTC
};

/// One line of the record: append-only, each with the hash of all before it.
struct Record {
    std::int64_t sequence = 0; ///< 1, 2, 3 ... without a gap
    Instant at;
    OperatorId by;
    Action action = Action::StoreOpened;
    QString subject; ///< opaque id in hex, never a name
    QString detail;  ///< numbers and codes, never a name, a score's picture or a secret
    QByteArray hash; ///< 32 bytes
};

/// A line about @p subject, ready to be appended.
[[nodiscard]] Record entry(Action action, const QString& subject, Instant at, OperatorId by,
                           const QString& detail = {});

/// SHA-256 over the previous hash and every field of @p record, unambiguously encoded.
[[nodiscard]] QByteArray chainHash(const QByteArray& previous, const Record& record);

} // namespace kobai::audit
