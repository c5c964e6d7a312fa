// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/AttackSession.h"
#include "face/Vision.h"

#include <QByteArray>
#include <QString>

namespace kobai::app {

[[nodiscard]] QString speciesName(face::PresentedSpecies species);
/// What to do with it in front of the camera, one sentence.
[[nodiscard]] QString speciesInstruction(face::PresentedSpecies species);
/// Any verdict but a refusal as a picture, or a time-out, says that the attack check passed.
[[nodiscard]] face::PresentedResult presentedResult(face::Verdict verdict);
/// The error rate of what was shown: APCER, for a live person BPCER.
[[nodiscard]] face::ErrorRate errorRate(const face::AttackSession& session, face::PresentedSpecies species);
/// With its interval: "0 % (0 to 31 %)".
[[nodiscard]] QString errorRateText(const face::ErrorRate& rate);
/// The name of a kind in reports, the same in every language.
[[nodiscard]] QString speciesKey(face::PresentedSpecies species);
/// Rates and their intervals for each kind, with the keys of `kobai evaluate liveness`.
[[nodiscard]] QByteArray attackSessionJson(const face::AttackSession& session);

} // namespace kobai::app
