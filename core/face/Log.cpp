// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Log.h"

namespace kobai::face {

Q_LOGGING_CATEGORY(faceLog, "kobai.face")

} // namespace kobai::face
