// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

#include <functional>

namespace kobai::cli {

/// Presentation attack detection on pictures and clips (ISO/IEC 30107-3): BPCER over @p liveFolder, APCER for each folder
/// inside @p attackFolder (or the folder itself when it holds files). One presentation is one picture or one clip, of
/// which up to 25 frames are judged as one, by their mean, at the shipped threshold. A presentation without a face that
/// could be judged is refused, which is an error for the live and none for attacks, as at the till.
[[nodiscard]] Result<QJsonObject> testLiveness(const QString& liveFolder, const QString& attackFolder,
                                               const std::function<void(int done, int all)>& progress);

} // namespace kobai::cli
