// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace kobai::app {

/// "kobai.app": start, opening and closing of the store, faults on the way to the screen. Never what somebody typed.
Q_DECLARE_LOGGING_CATEGORY(appLog)

} // namespace kobai::app
