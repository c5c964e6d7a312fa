// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::app {
class MainWindow;
class Services;
} // namespace kobai::app

namespace kobai::cli {

class Stage;

// The part of ShotPlan that is about faces, in the order in which it is played.

/// The clip man at the office: coach, a pose that is asked for, what is on record, the photo.
void showFaceEnrolment(Stage& stage, app::MainWindow& window, app::Services& services);
/// The same man enrolled once more under another name: look-alikes at the office and at the till.
void showLookAlikes(Stage& stage, app::MainWindow& window, app::Services& services);
/// The number before the face, and the challenge.
void showStricterFaces(Stage& stage, app::MainWindow& window, app::Services& services);

} // namespace kobai::cli
