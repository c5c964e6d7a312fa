// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/HeldKeys.h"
#include "app/scanner/KeyMap.h"

#include <QAbstractNativeEventFilter>

#include <xcb/xcb.h>

#include <deque>
#include <memory>
#include <set>
#include <vector>

namespace kobai::app {

class Scanner;

/// Keys as the X server sends them, before any input method. Those that were held go on by way of the server, so that Qt and the input
/// method see them as they were. GUI thread.
class X11Keys final : public HeldKeys, private QAbstractNativeEventFilter {
public:
    /// nullptr where the window system is not X11.
    [[nodiscard]] static std::unique_ptr<X11Keys> make(Scanner& scanner);
    ~X11Keys() override;

    void goOn() override;
    void drop() override;

private:
    using Key = xcb_key_press_event_t; // a release's is the same type

    X11Keys(Scanner& scanner, xcb_connection_t* connection);
    bool nativeEventFilter(const QByteArray& type, void* message, qintptr* result) override;
    [[nodiscard]] bool take(const Key& key);
    [[nodiscard]] bool takePress(const Key& key);
    [[nodiscard]] bool takeRelease(const Key& key);
    [[nodiscard]] bool isRepeat(const Key& press);
    void forget(const Key& sent);
    void readLayout();
    void send(const Key& key);
    void write(const Key& key);
    void settleBeforeClick();

    Scanner& m_scanner;
    xcb_connection_t* m_connection;
    KeyMap m_us = KeyMap::us();
    KeyMap m_layout;
    bool m_layoutIsOld = true;
    int m_keyboardEvents = 0;       ///< the number of the server's events about the keyboard
    std::vector<Key> m_held;        ///< downs and ups
    std::deque<Key> m_sent;         ///< went on by way of the server and have not come back yet
    std::set<xcb_keycode_t> m_gone; ///< down without anybody knowing: their ups are nobody's either
    Key m_lastDown{};
    Key m_lastUp{};
    bool m_repeats = false; ///< the last key down is held
    bool m_writes = false;  ///< what goes on does so at once
    int m_altHolds = 0;
};

} // namespace kobai::app
