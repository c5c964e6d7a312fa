// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/X11Keys.h"

#include "app/scanner/Scanner.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <linux/input-event-codes.h>
#include <xkbcommon/xkbcommon-x11.h>

#include <algorithm>
#include <utility>

namespace kobai::app {

namespace {

constexpr unsigned sentBit = 0x80;  ///< of a response type
constexpr uint16_t clickEvent = 4;  ///< XI_ButtonPress
constexpr uint16_t touchEvent = 18; ///< XI_TouchBegin
constexpr unsigned modifierMask = 0xff;
constexpr unsigned shortcutMask = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4; ///< Ctrl, Alt, Meta
constexpr unsigned groupShift = 13;            ///< where XKB puts the layout's number into an event's state
constexpr xcb_timestamp_t firstRepeatMs = 150; ///< a held key waits at least so long before it repeats

int codeOf(const xcb_key_press_event_t& key)
{
    return int(key.detail) - KeyMap::codesBelow;
}

KeyStroke::Kind kindOf(int code, const KeyStroke& stroke)
{
    if (code == KEY_ENTER || code == KEY_KPENTER || code == KEY_TAB)
        return KeyStroke::Kind::End;
    return stroke.typed.isEmpty() && stroke.printed.isEmpty() ? KeyStroke::Kind::Other : KeyStroke::Kind::Sign;
}

bool isSame(const xcb_key_press_event_t& a, const xcb_key_press_event_t& b)
{
    return (a.response_type & ~sentBit) == (b.response_type & ~sentBit) && a.detail == b.detail && a.time == b.time;
}

} // namespace

std::unique_ptr<X11Keys> X11Keys::make(Scanner& scanner)
{
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr || x11->connection() == nullptr)
        return nullptr;
    return std::unique_ptr<X11Keys>(new X11Keys(scanner, x11->connection()));
}

X11Keys::X11Keys(Scanner& scanner, xcb_connection_t* connection) : m_scanner(scanner), m_connection(connection)
{
    uint8_t firstEvent = 0;
    if (xkb_x11_setup_xkb_extension(connection, XKB_X11_MIN_MAJOR_XKB_VERSION, XKB_X11_MIN_MINOR_XKB_VERSION,
                                    XKB_X11_SETUP_XKB_EXTENSION_NO_FLAGS, nullptr, nullptr, &firstEvent, nullptr)
        != 0)
        m_keyboardEvents = firstEvent;
    qApp->installNativeEventFilter(this);
}

X11Keys::~X11Keys()
{
    qApp->removeNativeEventFilter(this);
}

void X11Keys::goOn()
{
    for (const Key& key : std::exchange(m_held, {})) {
        if (m_writes)
            write(key);
        else
            send(key);
    }
    xcb_flush(m_connection);
}

void X11Keys::drop()
{
    for (const Key& key : std::exchange(m_held, {})) {
        if ((key.response_type & ~sentBit) == XCB_KEY_PRESS)
            m_gone.insert(key.detail);
        else
            m_gone.erase(key.detail);
    }
}

bool X11Keys::nativeEventFilter(const QByteArray& type, void* message, qintptr* /*result*/)
{
    if (type != "xcb_generic_event_t")
        return false;
    const auto& event = *static_cast<const xcb_generic_event_t*>(message);
    switch (const unsigned kind = event.response_type & ~sentBit; kind) {
    case XCB_KEY_PRESS:
    case XCB_KEY_RELEASE:
        return take(*static_cast<const Key*>(message));
    case XCB_FOCUS_OUT:
        m_scanner.settle();
        return false;
    case XCB_GE_GENERIC:
        if (const auto press = static_cast<const xcb_ge_generic_event_t*>(message)->event_type;
            press == clickEvent || press == touchEvent)
            settleBeforeClick();
        return false;
    default:
        // Of XKB's own events the second byte is the kind: a new keyboard, a new map, and then the modifiers' comings and goings.
        if (kind == XCB_MAPPING_NOTIFY
            || (m_keyboardEvents != 0 && kind == unsigned(m_keyboardEvents) && event.pad0 <= 1))
            m_layoutIsOld = true;
        return false;
    }
}

bool X11Keys::take(const Key& key)
{
    // Another program's may carry no time, and a scanner's are never sent this way.
    if ((key.response_type & sentBit) != 0) {
        forget(key);
        return false;
    }
    // Not the active window: without a window manager nothing is active, and keys come all the same.
    const QWidget* window = QWidget::find(key.event);
    if (window == nullptr || !m_scanner.hears(*window))
        return false;
    const bool taken = (key.response_type & ~sentBit) == XCB_KEY_PRESS ? takePress(key) : takeRelease(key);
    if (taken || m_sent.empty())
        return taken;
    send(key); // behind those that are on their way
    xcb_flush(m_connection);
    return true;
}

bool X11Keys::takePress(const Key& key)
{
    readLayout();
    const bool repeats = isRepeat(key);
    m_lastDown = key;
    const int code = codeOf(key);
    if (code == KEY_LEFTALT || code == KEY_RIGHTALT)
        ++m_altHolds;
    if (m_layout.holds(code))
        return false;
    KeyStroke stroke;
    stroke.code = code;
    stroke.atMs = key.time;
    stroke.typed = m_layout.sign(code, key.state & modifierMask, (key.state >> groupShift) & 3U);
    stroke.printed = m_us.sign(code, key.state & (KeyMap::shiftMask | KeyMap::lockMask | KeyMap::controlMask));
    stroke.kind = kindOf(code, stroke);
    if ((key.state & XCB_MOD_MASK_1) != 0)
        stroke.altHold = m_altHolds;
    const ScanGate::Deed deed = repeats ? m_scanner.repeat() : m_scanner.press(stroke);
    m_gone.erase(key.detail); // its last up came to another window
    if (deed == ScanGate::Deed::Hold)
        m_held.push_back(key);
    else if (deed == ScanGate::Deed::BeGone)
        m_gone.insert(key.detail);
    return deed != ScanGate::Deed::GoOn;
}

bool X11Keys::takeRelease(const Key& key)
{
    m_lastUp = key;
    m_scanner.release(codeOf(key), key.time);
    if (m_gone.erase(key.detail) > 0)
        return true;
    const bool isHeld = std::ranges::any_of(m_held, [&key](const Key& each) { return each.detail == key.detail; });
    if (isHeld)
        m_held.push_back(key);
    return isHeld;
}

/// The server says a repeat as an up and a down of the same moment; of a scanner's two equal keys the first was not down for long.
bool X11Keys::isRepeat(const Key& press)
{
    const bool same =
        press.detail == m_lastDown.detail && press.detail == m_lastUp.detail && press.time == m_lastUp.time;
    m_repeats = same && (m_repeats || press.time - m_lastDown.time >= firstRepeatMs);
    return m_repeats;
}

/// By way of the server the last digits of an amount would come after the click that books it.
void X11Keys::settleBeforeClick()
{
    m_writes = true;
    m_scanner.settle();
    m_writes = false;
}

void X11Keys::write(const Key& key)
{
    QWidget* focus = QApplication::focusWidget();
    const QString sign = m_layout.sign(codeOf(key), key.state & modifierMask, (key.state >> groupShift) & 3U);
    if (focus == nullptr || sign.isEmpty() || (key.state & shortcutMask) != 0)
        return send(key);
    const bool down = (key.response_type & ~sentBit) == XCB_KEY_PRESS;
    QKeyEvent event(down ? QEvent::KeyPress : QEvent::KeyRelease, sign.front().toUpper().unicode(), Qt::NoModifier,
                    sign);
    QCoreApplication::sendEvent(focus, &event);
}

void X11Keys::forget(const Key& sent)
{
    const auto found = std::ranges::find_if(m_sent, [&sent](const Key& each) { return isSame(each, sent); });
    if (found != m_sent.end())
        m_sent.erase(m_sent.begin(), found + 1); // one that never came back went to a window that is gone
}

/// Many signs of a change may come at once; the layout is read when a key is.
void X11Keys::readLayout()
{
    if (std::exchange(m_layoutIsOld, false))
        m_layout = KeyMap::ofDisplay(m_connection);
}

void X11Keys::send(const Key& key)
{
    m_sent.push_back(key);
    // To the client that made the window: this program.
    xcb_send_event(m_connection, 0, key.event, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char*>(&key));
}

} // namespace kobai::app
