// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::cli {

/// The whole program behind main(): a subcommand by its word, or the window. Returns the exit code: 0 well, 1 found wrong, 2 used wrongly.
[[nodiscard]] int run(int argc, char** argv);

} // namespace kobai::cli
