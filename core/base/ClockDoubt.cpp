// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ClockDoubt.h"

namespace kobai {

namespace {

bool isSameStart(const ClockRecord& record, const ClockReading& now)
{
    return !now.uptime.boot.isEmpty() && now.uptime.boot == record.newest.uptime.boot;
}

} // namespace

std::optional<ClockDoubt> clockDoubt(const ClockRecord& record, const ClockReading& now)
{
    const auto sinceNewest = now.at - record.newest.at;
    if (sinceNewest < -silentCorrection)
        return ClockDoubt::Behind;
    if (!isSameStart(record, now))
        return sinceNewest > silentAbsence ? std::optional(ClockDoubt::Ahead) : std::nullopt;
    // From the start on: leads that are small from one record to the next would add up to years.
    const auto passed = now.at - record.start.at;
    const auto ran = now.uptime.length - record.start.uptime.length;
    if (passed > ran + silentLead)
        return ClockDoubt::Ahead;
    if (passed < ran - silentLead)
        return ClockDoubt::Behind;
    return std::nullopt;
}

ClockRecord continued(const ClockRecord& record, const ClockReading& now)
{
    return {now, isSameStart(record, now) ? record.start : now};
}

} // namespace kobai
