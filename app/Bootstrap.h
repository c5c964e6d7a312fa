// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::app {

/// Before anything else in the process: no core dump and no debugger of another program may read the keys, new files are the user's alone, one
/// OpenBLAS thread (models.md: a second one hurts). Call first in main(), before any library starts a thread.
void hardenProcess();

} // namespace kobai::app
