// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::app {

/// Where keys come from, and where those that are held wait.
class HeldKeys {
public:
    HeldKeys() = default;
    virtual ~HeldKeys() = default;
    HeldKeys(const HeldKeys&) = delete;
    HeldKeys& operator=(const HeldKeys&) = delete;

    virtual void goOn() = 0; ///< all that is held, in its order, as if it had not been held
    virtual void drop() = 0;
};

} // namespace kobai::app
