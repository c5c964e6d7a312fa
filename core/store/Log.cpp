// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Log.h"

namespace kobai::store {

Q_LOGGING_CATEGORY(storeLog, "kobai.store")

} // namespace kobai::store
