// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace kobai::security {

void readySodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium cannot start: the system gives no randomness");
}

} // namespace kobai::security
