// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/NetworkPlan.h"

#include <QString>

#include <span>
#include <string>

namespace kobai::face {

/// Reads the .onnx file at @p path by OpenCV's importer and says what OneDnnNetwork is to run for the layers called
/// @p outputs. @p input: what the network takes. ModelDamaged for a file or a layer that it does not understand; a layer
/// that it misunderstands is found by comparing with OpenCV, which OnnxNetwork does at load.
[[nodiscard]] Result<NetworkPlan> readOnnxPlan(const QString& path, const ValueShape& input,
                                               std::span<const std::string> outputs);

} // namespace kobai::face
