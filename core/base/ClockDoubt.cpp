// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ClockDoubt.h"

namespace kobai {

std::optional<ClockDoubt> clockDoubt(const ClockReading& newest, const ClockReading& now)
{
    const auto passed = now.at - newest.at;
    if (passed < -silentCorrection)
        return ClockDoubt::Behind;
    const bool sameStart = !now.uptime.boot.isEmpty() && now.uptime.boot == newest.uptime.boot;
    if (!sameStart)
        return passed > silentAbsence ? std::optional(ClockDoubt::Ahead) : std::nullopt;
    const auto ran = now.uptime.length - newest.uptime.length;
    if (passed > ran + silentLead)
        return ClockDoubt::Ahead;
    if (passed < ran - silentLead)
        return ClockDoubt::Behind;
    return std::nullopt;
}

} // namespace kobai
