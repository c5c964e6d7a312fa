// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace kobai::app {

/// What the command line asks of the window.
struct ProgramOptions {
    QString store; ///< folder; empty: the last one, or the first screen
    bool demo = false;
    QString camera;   ///< a device's number or path, a film or a folder of pictures; empty: as remembered
    QString language; ///< "en", "ja"; empty: as remembered
};

/// Name and version; settings and data folders follow from them. After the application object was made.
void nameApplication();

/// Opens the window and runs until it is closed. The exit code of the process.
[[nodiscard]] int runProgram(QApplication& application, const ProgramOptions& options);

} // namespace kobai::app
