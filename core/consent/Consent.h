// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace kobai::consent {

/// What can happen to a student's consent to face recognition. Appended, never changed (product rows 1-5, 7).
enum class EventKind {
    NoticeSent = 1,          ///< a guardian was told, by a versioned notice
    ConsentGiven = 2,        ///< a guardian consented in writing
    Objected = 3,            ///< a guardian objected
    StudentAgreed = 4,       ///< the student said yes on the screen
    StudentRefused = 5,      ///< the student said no: wins over everything
    Withdrawn = 6,           ///< by a guardian, or the student's own; ends the consent in one action
    GuardianUnreachable = 7, ///< with a reason and a second member of staff
};

/// How a notice went out or an answer came in. Letter: on paper, however it was handed over.
enum class Means { Letter = 1, Mail = 2, InPerson = 3, Telephone = 4, OnScreen = 5 };

/// Whether what came in this way leaves a writing, as a consent has to: a form on paper, a signature on the screen.
[[nodiscard]] bool isInWriting(Means means);

struct Event {
    ConsentEventId id;
    PersonId person;
    EventKind kind = EventKind::NoticeSent;
    GuardianId guardian;   ///< null for the student's own events and for adults
    int noticeVersion = 0; ///< the notice that was sent, is printed on the form that came back, or was in force
    Means means = Means::Letter;
    QString reason;      ///< for GuardianUnreachable and Withdrawn
    QString secondStaff; ///< for GuardianUnreachable: who else vouches
    QDate validUntil;    ///< for ConsentGiven: last day; invalid = end of the school year of `at`
    Instant at;
    OperatorId recordedBy;
    std::int64_t sequence = 0; ///< in the order of recording, which no clock changes; 0: not recorded yet
};

/// Why a face may not be used, each with what mends it.
enum class Reason {
    NoGuardian,     ///< a minor without any guardian on record
    NoticeMissing,  ///< a reachable guardian was not notified
    ConsentMissing, ///< nobody consented in writing
    NoticeOutdated, ///< the consent answered an older notice, or a guardian was told by one
    GuardianObjected,
    StudentNotAsked,
    StudentRefused,
    Withdrawn,
    Expired,
    HasLeft,
    FacesOff, ///< the region's rules or the school switched faces off
};

/// A reason, and the guardian it is about (null when it is about the student).
struct Obstacle {
    Reason reason;
    GuardianId guardian;
    friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

/// All that the rule looks at.
struct Facts {
    std::vector<GuardianId> guardians;
    std::vector<Event>
        events; ///< of this person, in any order; what was recorded later wins, of what has no sequence the later `at`, of one moment what forbids
    QDate birthDate;
    QDate leftOn;
    int currentNoticeVersion = 1;
    bool facesOn = true;
    int adultAge = 18;          ///< from then on the person's own consent is the only one (PoFA 2012 s.28)
    int schoolYearEndMonth = 3; ///< consent without an own end lapses at the end of this month (Japan: March)
};

/// The computed consent: allowed exactly when there is no obstacle.
struct State {
    std::vector<Obstacle> obstacles;
    QDate validUntil; ///< last day on which it holds, when allowed

    [[nodiscard]] bool allowed() const { return obstacles.empty(); }
};

/// What is stored of the face has to go: something else stands against it than that the school has switched faces off or waits for
/// answers to a new notice, which is only a pause.
[[nodiscard]] bool isOver(const State& state);
/// A pause that lasts longer is none: then the face goes as well.
inline constexpr int longestPauseDays = 90;

/// The rule of product row 1 (UK Protection of Freedoms Act 2012 s.26, the strictest of the regions Kobai serves):
/// every reachable guardian notified, at least one consented in writing, none objected, the student said yes and did
/// not refuse or withdraw, no guardian has withdrawn, the consent answers the current notice and has not run out. From `adultAge` on the
/// person's own yes in writing (ConsentGiven with no guardian, made when of age) takes the guardians' place; what guardians object to or withdraw no longer
/// counts. After a withdrawal or an objection only newer events count: everybody is told and asked anew; a guardian's
/// stands until the same guardian consents. In writing is what leaves a writing: on paper or signed on the screen, neither spoken nor
/// mailed. A guardian told by an older notice must be told again (NoticeOutdated). A consent that has run out is Expired also when it is
/// outdated; while another one has not run out and only waits for an answer to the new notice, it is not. Without a date of birth a
/// person is held to be a minor. Pure.
[[nodiscard]] State evaluate(const Facts& facts, QDate today);

} // namespace kobai::consent

Q_DECLARE_METATYPE(kobai::consent::Event)
Q_DECLARE_METATYPE(kobai::consent::State)
