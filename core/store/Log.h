// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace kobai::store {

/// "kobai.store": opening, schema steps, what the engine refuses. Never a row's content.
Q_DECLARE_LOGGING_CATEGORY(storeLog)

} // namespace kobai::store
