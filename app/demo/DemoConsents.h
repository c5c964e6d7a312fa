// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoPeople.h"

namespace kobai::demo {

/// What became of a student's consent at the demo school.
enum class ConsentStory {
    Complete,    ///< all told, one consented, the student said yes
    Waiting,     ///< told, no answer yet
    NothingYet,  ///< just arrived
    OneNotTold,  ///< one of two guardians has no notice
    Unreachable, ///< one of two cannot be reached, two members of staff vouch
    StudentNotAsked,
    StudentRefused,
    Objected,
    Withdrawn,  ///< during the days of purchases
    Expired,    ///< a few days ago
    Outdated,   ///< the consent answered the first notice; now there is a second
    OwnConsent, ///< of age
};

/// The notice of the demo school was reworded once.
inline constexpr int demoNoticeVersion = 2;

[[nodiscard]] ConsentStory chooseStory(const DemoPerson& person, QDate today, Dice& dice);

/// Puts the events of @p story on the timeline.
void tellStory(Timeline& timeline, const DemoPerson& person, ConsentStory story, QDate firstDay, QDate today,
               Dice& dice, OperatorId by);

} // namespace kobai::demo
