// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// `kobai convert-models DIR`: writes dlib's face network from the 8-bit weight package in DIR, for set-up.
/// @p arguments: what follows "convert-models". Exit code 0, 1 (missing or damaged files) or 2 (usage).
[[nodiscard]] int convertModels(const QStringList& arguments);

} // namespace kobai::cli
