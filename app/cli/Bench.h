// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// `kobai bench [NAME...] [options] [--json]`: measures parts of Kobai, those that have a reference against it in the same run;
/// without a name all of them. @p arguments: what follows "bench". With --json one object with a key for each part to
/// standard output, else a table; progress and errors to standard error. Exit code 0, 1 (could not be measured) or 2
/// (usage).
[[nodiscard]] int bench(const QStringList& arguments);

} // namespace kobai::cli
