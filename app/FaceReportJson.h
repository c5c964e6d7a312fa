// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/OpenSetTest.h"
#include "face/SelfTest.h"
#include "face/TillSimulation.h"
#include "face/VerificationTest.h"

#include <QJsonObject>

namespace kobai::app {

// What measurements of the face recognition found, for scripts and for the store's record: shares 0..1, intervals of 95 %
// as [low, high], curves as [[false positives, misses], ...], null where there was nothing to measure. Opaque ids at most.

[[nodiscard]] QJsonObject reportJson(const face::OpenSetReport& report, const face::OpenSetPlan& plan);
[[nodiscard]] QJsonObject reportJson(const face::VerificationReport& report);
[[nodiscard]] QJsonObject reportJson(const face::TillReport& report, const face::TillPlan& plan);
[[nodiscard]] QJsonObject reportJson(const face::SelfTestReport& report);

} // namespace kobai::app
