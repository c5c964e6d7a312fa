// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::app {

/// The name of a product picture for people: "onigiri" is "Rice ball". The bare name when there are no words for it.
[[nodiscard]] QString pictureWords(const QString& picture);

} // namespace kobai::app
