// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QString>

#include <optional>

namespace kobai::cli {

/// The first line of @p file, or, when that is empty, what is typed at the terminal without echo (@p twice: and once more).
/// Never from an argument: those are visible to every process. Fault Usage says what is missing.
[[nodiscard]] Result<SecureBytes> readPassphrase(const std::optional<QString>& file, bool twice);

} // namespace kobai::cli
