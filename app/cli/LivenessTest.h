// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace kobai::cli {

/// Presentation attack detection on pictures and clips (ISO/IEC 30107-3): BPCER over @p liveFolder, APCER for each folder
/// inside @p attackFolder (or the folder itself when it holds files), each file presented as if to the till
/// (face::checkFilm). A live face that stays too far off is asked to come closer: it is counted in "too_far" and not among
/// the bona fide. A presentation without a face is an error for the live; an attack without a face or too far off fails.
/// Beside the four keys of the design "counts" gives for each folder how many were presented and how each ended, and the
/// rate's 95 % interval. One Engine for each core; @p progress is called on any of their threads, one at a time.
[[nodiscard]] Result<QJsonObject> testLiveness(const QString& liveFolder, const QString& attackFolder,
                                               const std::function<void(int done, int all)>& progress);

} // namespace kobai::cli
