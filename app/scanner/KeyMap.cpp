// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/KeyMap.h"

#include <xkbcommon/xkbcommon-x11.h>

namespace kobai::app {

namespace {

constexpr char32_t groupSeparator = 0x1d;

std::shared_ptr<xkb_context> newContext()
{
    return {xkb_context_new(XKB_CONTEXT_NO_FLAGS), xkb_context_unref};
}

} // namespace

KeyMap::KeyMap(xkb_keymap* map) : m_map(map, xkb_keymap_unref) {}

KeyMap KeyMap::named(const char* layout)
{
    const auto context = newContext();
    const xkb_rule_names names{"evdev", "pc105", layout, "", ""};
    return context ? KeyMap(xkb_keymap_new_from_names(context.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS)) : KeyMap();
}

KeyMap KeyMap::ofDisplay(xcb_connection_t* connection)
{
    const auto context = newContext();
    const auto keyboard = xkb_x11_get_core_keyboard_device_id(connection);
    if (!context || keyboard < 0)
        return {};
    return KeyMap(xkb_x11_keymap_new_from_device(context.get(), connection, keyboard, XKB_KEYMAP_COMPILE_NO_FLAGS));
}

QString KeyMap::sign(int code, unsigned modifiers, unsigned group) const
{
    if (!m_map || code <= 0)
        return {};
    const std::unique_ptr<xkb_state, decltype(&xkb_state_unref)> state(xkb_state_new(m_map.get()), xkb_state_unref);
    xkb_state_update_mask(state.get(), modifiers | numLockMask, 0, 0, 0, 0, group);
    const char32_t sign = xkb_state_key_get_utf32(state.get(), xkb_keycode_t(code + codesBelow));
    const bool printable = sign == groupSeparator || (sign >= U' ' && QChar::isPrint(sign));
    return printable ? QString::fromUcs4(&sign, 1) : QString();
}

bool KeyMap::holds(int code) const
{
    if (!m_map || code <= 0)
        return false;
    const std::unique_ptr<xkb_state, decltype(&xkb_state_unref)> state(xkb_state_new(m_map.get()), xkb_state_unref);
    const xkb_keysym_t sym = xkb_state_key_get_one_sym(state.get(), xkb_keycode_t(code + codesBelow));
    return (sym >= XKB_KEY_Shift_L && sym <= XKB_KEY_Hyper_R)
           || (sym >= XKB_KEY_ISO_Lock && sym <= XKB_KEY_ISO_Level5_Lock) || sym == XKB_KEY_Mode_switch
           || sym == XKB_KEY_Num_Lock;
}

} // namespace kobai::app
