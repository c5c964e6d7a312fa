// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <optional>

namespace kobai {

/// What a clock said at one moment, and what the machine knew of time passing.
struct ClockReading {
    Instant at;
    Uptime uptime;

    [[nodiscard]] static ClockReading of(const Clock& clock) { return {clock.now(), clock.uptime()}; }
};

/// What an honest clock is measured by.
struct ClockRecord {
    ClockReading newest;
    ClockReading start; ///< the first of newest's start of the machine, or the last that somebody confirmed since
};

/// Why a clock is not believed.
enum class ClockDoubt {
    Behind, ///< it shows a time before what is on record, or has stood still for days
    Ahead,  ///< it shows a time to which it cannot have run
};

/// A doubt that somebody has to settle.
struct ClockQuestion {
    ClockDoubt doubt = ClockDoubt::Behind;
    Instant newest; ///< the newest time on record
    Instant now;    ///< what the clock shows

    friend bool operator==(const ClockQuestion&, const ClockQuestion&) = default;
};

/// Clocks are corrected by so much every day, and nobody is asked.
inline constexpr auto silentCorrection = std::chrono::minutes(5);
/// How far a clock may have run ahead of a machine that was running all the while, in however many steps.
inline constexpr auto silentLead = std::chrono::hours(24);
/// How long a machine that was switched off may have been so before somebody is asked whether it was: a long weekend, not a holiday.
inline constexpr auto silentAbsence = std::chrono::hours(24 * 7);

/// What is doubtful about @p now after @p record. Within one start of the machine the time that has passed is known; across starts it is
/// not, and up to silentAbsence is believed. Pure.
[[nodiscard]] std::optional<ClockDoubt> clockDoubt(const ClockRecord& record, const ClockReading& now);
/// The record with @p now as its newest. Precondition: nothing is doubtful about it.
[[nodiscard]] ClockRecord continued(const ClockRecord& record, const ClockReading& now);

} // namespace kobai

Q_DECLARE_METATYPE(kobai::ClockQuestion)
