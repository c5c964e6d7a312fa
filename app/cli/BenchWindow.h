// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

class QCommandLineParser;

namespace kobai::cli {

void addWindowOptions(QCommandLineParser& parser);

/// `kobai bench window`: the longest turn of the window's event loop, in milliseconds, while a demo school is opened, while each
/// workplace comes to the front and fills, and while the whole history is shown and its chart drawn:
/// {"open_ms","workplaces_ms","history_ms"}. Needs a QApplication; settings and school go to a folder that does not last. Faults:
/// Usage for numbers that make no sense, Internal when the window did not get there, those of makeDemoStore().
[[nodiscard]] Result<QJsonObject> benchWindow(const QCommandLineParser& options);

} // namespace kobai::cli
