// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// kobai verify DIR [--passphrase-file FILE] [--json]: recomputes everything in the store. A store that does not open is a finding, not a crash.
[[nodiscard]] int verify(const QStringList& arguments);

} // namespace kobai::cli
