// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/LookAlikes.h"
#include "enrolment/Recognition.h"
#include "face/SelfTest.h"
#include "people/Person.h"

#include <vector>

namespace kobai::app {

/// Two persons of the gallery whose faces are close.
struct ClosePair {
    people::Person a;
    people::Person b;
    float score = 0;
    bool isRegistered = false; ///< in the look-alikes register
};

struct SelfTestResult {
    face::SelfTestReport report;
    std::vector<ClosePair> pairs;  ///< the closest first
    int registeredAtThreshold = 0; ///< of the pairs that reach the threshold: in the look-alikes register
};

/// Names the persons of @p report and keeps its figures for the impact assessment, in that order. On the store's thread.
[[nodiscard]] Result<SelfTestResult> namedAndKept(store::Store& store, const face::SelfTestReport& report,
                                                  OperatorId by);

} // namespace kobai::app
