// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// kobai shots DIR [--language xx] [--scale N] [--large] [--dark]: every page of the demo school as PNG, offscreen. Makes the QApplication itself,
/// because scale and platform must be known before it.
[[nodiscard]] int shots(int argc, char** argv, const QStringList& arguments);

} // namespace kobai::cli
