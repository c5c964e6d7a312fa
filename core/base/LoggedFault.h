// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

namespace kobai {

/// A fault as the log holds it: "StoreDamaged: store.db". The detail is left out where it may be what somebody typed, scanned or
/// called a file: from that a reader could learn who somebody is.
[[nodiscard]] QString loggedFault(const Fault& fault);

} // namespace kobai
