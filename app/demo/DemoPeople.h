// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoSchool.h"
#include "app/demo/Dice.h"
#include "app/demo/Timeline.h"
#include "people/Person.h"

#include <vector>

namespace kobai::demo {

/// A person of the demo school with what drives the own purchases.
struct DemoPerson {
    people::Person person;
    std::vector<GuardianId> guardians;
    bool hasPin = false;
    bool buys = true;     ///< the men of the clips do not: their money is for the visitor
    int appetite = 25;    ///< chance of a purchase on a school day, in percent
    bool toppedUp = true; ///< false: nobody brings money again once the first is spent
    Money balance;        ///< as the timeline has it so far
};

/// Invents the students and staff of @p plan and puts their arrival, guardians, consents and PINs on the timeline,
/// all before @p firstDay but for what changes later.
[[nodiscard]] std::vector<DemoPerson> invitePeople(Timeline& timeline, const DemoPlan& plan, QDate firstDay, Dice& dice,
                                                   OperatorId by);

} // namespace kobai::demo
