// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

class QCommandLineParser;

namespace kobai::cli {

void addVisionOptions(QCommandLineParser& parser);

/// `kobai bench vision`: the camera path as the till runs it, with its threads and in real time, on the two films of one man:
/// {"start_to_name_ms":{"p50":x,"p95":x} from the call to the name with the networks loaded, "attempts":N, "identified":N,
/// "stop_ms_max":how long stop() kept the caller, "idle_cpu":share of one processor that is used while no camera is open}.
/// Faults: Usage for numbers that make no sense, ModelMissing, ClipUnreadable.
[[nodiscard]] Result<QJsonObject> benchVision(const QCommandLineParser& options);

} // namespace kobai::cli
