// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

class QCommandLineParser;

namespace kobai::cli {

void addRecogniseOptions(QCommandLineParser& parser);

/// `kobai bench recognise`: every frame of the clips through Kobai's pipeline (attempts to identify, one after another,
/// in a gallery of 600) and through StockPipeline, in turns, one thread each. Ratios are Kobai's time over stock dlib's:
/// {"embed_ratio": of the face network alone, "frame_ratio": of all work on a frame, on average over a clip's frames,
/// "decision_ms":{"p50","p95"}}, and beside them what they were made from. Reading the film counts for neither.
///
/// Decision times are from the first frame that showed a face to the verdict, with the frames arriving as the film has
/// them and the newest one taken when the work on the last is done; the work's time is measured, the waiting is counted and
/// not slept. Each clip's person was enrolled from another clip where there is one of the same person, else from the same
/// clip's beginning. Faults: ModelMissing, ModelDamaged, ClipUnreadable; Usage for numbers that make no sense.
[[nodiscard]] Result<QJsonObject> benchRecognise(const QCommandLineParser& options);

} // namespace kobai::cli
