// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::app {
class MainWindow;
class Services;
} // namespace kobai::app

namespace kobai::cli {

class Stage;

/// Which pages and states "kobai shots" shows, in their order; the only place that names them.
void playAll(Stage& stage, app::MainWindow& window, app::Services& services);

} // namespace kobai::cli
