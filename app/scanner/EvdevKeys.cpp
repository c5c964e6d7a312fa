// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/EvdevKeys.h"

#include <linux/input.h>

namespace kobai::app {

namespace {

constexpr unsigned levelThreeMask = 1U << 7; ///< what AltGr holds, where the layout has it

enum : int { up = 0, down = 1 }; // and 2: a key that is held repeats

qint64 timeMs(const input_event& event)
{
    return qint64(event.input_event_sec) * 1000 + qint64(event.input_event_usec) / 1000;
}

} // namespace

EvdevKeys::Change EvdevKeys::take(const input_event& event)
{
    Change change;
    change.atMs = timeMs(event);
    if (event.type == EV_SYN && event.code == SYN_DROPPED) {
        m_isLosing = true;
        m_down.clear();
        change.lost = true;
    } else if (m_isLosing) {
        // What comes up to the next report is from before the loss (Documentation/input/event-codes.rst of Linux).
        m_isLosing = event.type != EV_SYN || event.code != SYN_REPORT;
    } else if (event.type == EV_KEY && event.value == down) {
        change.press = press(event.code, change.atMs);
    } else if (event.type == EV_KEY && event.value == up) {
        m_down.erase(event.code);
        change.released = event.code;
    }
    return change;
}

std::optional<KeyStroke> EvdevKeys::press(int code, qint64 atMs)
{
    m_down.insert(code);
    if (code == KEY_CAPSLOCK)
        m_capsLock = !m_capsLock;
    if (code == KEY_LEFTALT)
        ++m_altHolds;
    if (m_us.holds(code))
        return std::nullopt;
    KeyStroke stroke;
    stroke.code = code;
    stroke.atMs = atMs;
    stroke.typed = m_layout.sign(code, modifiers() | (m_down.contains(KEY_RIGHTALT) ? levelThreeMask : 0));
    stroke.printed = m_us.sign(code, modifiers());
    if (code == KEY_ENTER || code == KEY_KPENTER || code == KEY_TAB)
        stroke.kind = KeyStroke::Kind::End;
    else if (!stroke.typed.isEmpty() || !stroke.printed.isEmpty())
        stroke.kind = KeyStroke::Kind::Sign;
    if (m_down.contains(KEY_LEFTALT))
        stroke.altHold = m_altHolds;
    return stroke;
}

unsigned EvdevKeys::modifiers() const
{
    unsigned all = 0;
    if (m_down.contains(KEY_LEFTSHIFT) || m_down.contains(KEY_RIGHTSHIFT))
        all |= KeyMap::shiftMask;
    if (m_capsLock)
        all |= KeyMap::lockMask;
    if (m_down.contains(KEY_LEFTCTRL) || m_down.contains(KEY_RIGHTCTRL))
        all |= KeyMap::controlMask;
    return all;
}

} // namespace kobai::app
