// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::security {

/// Makes libsodium ready, once per process; every function of this folder calls it before it uses the library.
/// Ends the program when the system has no randomness to give: nothing safe can be done then. Thread-safe.
void readySodium();

} // namespace kobai::security
