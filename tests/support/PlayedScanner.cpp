// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PlayedScanner.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QKeyEvent>
#include <QProcess>
#include <QTest>

#include <linux/input-event-codes.h>
#include <xcb/xcb.h>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int codesBelow = 8;
constexpr int lastTypingKey = KEY_SPACE;
constexpr unsigned sentBit = 0x80;
constexpr int firstExtensionEvent = 64;

xcb_connection_t* connection()
{
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 != nullptr ? x11->connection() : nullptr;
}

int qtKey(int code, const QString& sign)
{
    switch (code) {
    case KEY_ENTER:
        return Qt::Key_Return;
    case KEY_KPENTER:
        return Qt::Key_Enter;
    case KEY_TAB:
        return Qt::Key_Tab;
    case KEY_F12:
        return Qt::Key_F12;
    default:
        return sign.isEmpty() ? int(Qt::Key_unknown) : sign.front().toUpper().unicode();
    }
}

} // namespace

PlayedScanner::PlayedScanner()
{
    qApp->installNativeEventFilter(this);
}

PlayedScanner::~PlayedScanner()
{
    qApp->removeNativeEventFilter(this);
}

bool PlayedScanner::isOnX11()
{
    return connection() != nullptr;
}

void PlayedScanner::setMachineLayout(const QString& layout)
{
    if (!isOnX11()) {
        m_machine = app::KeyMap::named(qPrintable(layout));
        return;
    }
    m_sawLayout = false;
    if (QProcess::execute(u"setxkbmap"_s, {layout}) != 0)
        qFatal("setxkbmap failed");
    if (!QTest::qWaitFor([this] { return m_sawLayout; }, 20'000))
        qFatal("the server said nothing of its layout");
    m_machine = app::KeyMap::ofDisplay(connection());
}

void PlayedScanner::setScannerLayout(const QString& layout)
{
    m_scanner = app::KeyMap::named(qPrintable(layout));
}

PlayedScanner::KeyOf PlayedScanner::keyOf(QChar sign) const
{
    for (const bool shift : {false, true}) {
        for (int code = KEY_1; code <= lastTypingKey; ++code) {
            if (m_scanner.sign(code, shift ? app::KeyMap::shiftMask : 0) == sign)
                return {code, shift};
        }
    }
    return {};
}

bool PlayedScanner::canType(const QString& text) const
{
    return std::ranges::all_of(text, [this](QChar sign) { return keyOf(sign).code != 0; });
}

void PlayedScanner::scan(QWidget& window, const QString& text, const QString& suffix, qint64 stepMs)
{
    for (const QChar sign : text)
        press(window, keyOf(sign), stepMs);
    for (const QChar key : suffix)
        press(window,
              {key == u'E'   ? KEY_ENTER
               : key == u'T' ? KEY_TAB
               : key == u'K' ? KEY_KPENTER
                             : KEY_F12,
               false},
              stepMs);
}

void PlayedScanner::drain(QWidget& window)
{
    if (!isOnX11())
        return;
    xcb_client_message_event_t mark{};
    mark.response_type = XCB_CLIENT_MESSAGE;
    mark.format = 32;
    mark.window = xcb_window_t(window.effectiveWinId());
    mark.type = XCB_ATOM_NOTICE;
    m_sawMark = false;
    xcb_send_event(connection(), 0, mark.window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char*>(&mark));
    xcb_flush(connection());
    if (!QTest::qWaitFor([this] { return m_sawMark; }, 20'000))
        qFatal("the server does not answer");
}

void PlayedScanner::press(QWidget& window, KeyOf key, qint64 stepMs)
{
    if (isOnX11()) {
        sendX11(window, key, true);
        m_nowMs += 1;
        sendX11(window, key, false);
        m_nowMs += stepMs - 1;
    } else {
        sendQt(window, key);
        m_nowMs += stepMs;
    }
}

void PlayedScanner::sendX11(QWidget& window, KeyOf key, bool down) const
{
    xcb_key_press_event_t event{};
    event.response_type = down ? XCB_KEY_PRESS : XCB_KEY_RELEASE;
    event.detail = xcb_keycode_t(key.code + codesBelow);
    event.time = xcb_timestamp_t(m_nowMs);
    event.event = xcb_window_t(window.effectiveWinId());
    event.state = key.shift ? XCB_MOD_MASK_SHIFT : 0;
    event.same_screen = 1;
    qintptr result = 0;
    // As Qt does with what the server sends: past all filters it goes to the window.
    if (QAbstractEventDispatcher::instance()->filterNativeEvent("xcb_generic_event_t", &event, &result))
        return;
    xcb_send_event(connection(), 0, event.event, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char*>(&event));
    xcb_flush(connection());
}

void PlayedScanner::sendQt(QWidget& window, KeyOf key) const
{
    const auto target = [&window]() -> QWidget* {
        QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus : &window;
    };
    const QString sign = m_machine.sign(key.code, key.shift ? app::KeyMap::shiftMask : 0);
    const Qt::KeyboardModifiers modifiers = key.shift ? Qt::ShiftModifier : Qt::NoModifier;
    const int qt = qtKey(key.code, sign);
    const quint32 scanCode = quint32(key.code + codesBelow);
    if (qt_sendShortcutOverrideEvent(target(), ulong(m_nowMs), qt, modifiers, sign))
        return;
    QKeyEvent down(QEvent::KeyPress, qt, modifiers, scanCode, 0, 0, sign);
    down.setTimestamp(quint64(m_nowMs));
    QCoreApplication::sendEvent(target(), &down);
    QKeyEvent up(QEvent::KeyRelease, qt, modifiers, scanCode, 0, 0, sign);
    up.setTimestamp(quint64(m_nowMs) + 1);
    QCoreApplication::sendEvent(target(), &up);
}

bool PlayedScanner::nativeEventFilter(const QByteArray& /*type*/, void* message, qintptr* /*result*/)
{
    const unsigned kind = static_cast<const xcb_generic_event_t*>(message)->response_type & ~sentBit;
    if (kind == XCB_MAPPING_NOTIFY || kind >= firstExtensionEvent)
        m_sawLayout = true;
    if (kind == XCB_CLIENT_MESSAGE && static_cast<const xcb_client_message_event_t*>(message)->type == XCB_ATOM_NOTICE)
        m_sawMark = true;
    if ((kind != XCB_KEY_PRESS && kind != XCB_KEY_RELEASE) || !m_inputMethodIsOn)
        return false;
    ++m_taken;
    return true;
}

} // namespace kobai::test
