// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Log.h"

namespace kobai::app {

Q_LOGGING_CATEGORY(appLog, "kobai.app")

} // namespace kobai::app
