// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

struct xcb_connection_t;
struct xkb_keymap;

namespace kobai::app {

/// What the keys of a keyboard write in one layout.
class KeyMap final {
public:
    /// Which keys hold, as the X protocol numbers them (KEYBUTMASK); Num Lock is always taken to be on.
    static constexpr unsigned shiftMask = 1U << 0;
    static constexpr unsigned lockMask = 1U << 1;
    static constexpr unsigned controlMask = 1U << 2;
    static constexpr unsigned numLockMask = 1U << 4;

    /// X counts the kernel's codes from here.
    static constexpr int codesBelow = 8;

    KeyMap() = default; ///< in which no key writes anything
    [[nodiscard]] static KeyMap us() { return named("us"); }
    [[nodiscard]] static KeyMap named(const char* layout); ///< as setxkbmap names it
    /// The layout that the X server uses now.
    [[nodiscard]] static KeyMap ofDisplay(xcb_connection_t* connection);

    /// One printable sign or GS (between the elements of a GS1 code); empty: the key writes none. @p code as in linux/input-event-codes.h, @p group
    /// the layout among those that the user switches between.
    [[nodiscard]] QString sign(int code, unsigned modifiers, unsigned group = 0) const;
    /// Shift, Ctrl, Alt, a lock or the like.
    [[nodiscard]] bool holds(int code) const;

private:
    explicit KeyMap(xkb_keymap* map);

    std::shared_ptr<xkb_keymap> m_map;
};

} // namespace kobai::app
