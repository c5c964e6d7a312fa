// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::test {

/// @p name in the checkout that was compiled; the checkout itself when it is empty.
[[nodiscard]] QString sourceFile(const QString& name = {});

} // namespace kobai::test
