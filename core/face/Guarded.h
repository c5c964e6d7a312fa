// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

namespace kobai::face {

/// In a catch handler: what was thrown, as a fault. NetworkOutput for OpenCV and dlib, whose exceptions mean that a
/// picture or a network's answer was not what they take; Internal for anything else, such as no memory.
[[nodiscard]] Fault caughtFault();

/// Runs @p work, which calls OpenCV or dlib and gives a Result; what is thrown becomes its fault. Exceptions end here:
/// they would end the program when they left a thread.
template <typename Work>
[[nodiscard]] auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (...) {
        return fail(caughtFault());
    }
}

} // namespace kobai::face
