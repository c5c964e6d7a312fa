// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace kobai::face {

/// "kobai.face": networks and cameras. Never a person, an embedding or a score.
Q_DECLARE_LOGGING_CATEGORY(faceLog)

} // namespace kobai::face
