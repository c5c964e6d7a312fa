// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kobai::cli {

/// kobai create DIR ...: a new store, with --demo a demo school (which needs no passphrase).
[[nodiscard]] int create(const QStringList& arguments);

} // namespace kobai::cli
