// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/KeyMap.h"

#include <QAbstractNativeEventFilter>
#include <QString>
#include <QWidget>

namespace kobai::test {

/// A scanner that poses as a keyboard, at played times: on X11 the server's events, elsewhere Qt's. It may be set to another layout than the
/// machine is, and the input method may take every key that it sees.
class PlayedScanner final : private QAbstractNativeEventFilter {
public:
    /// Before the window is made: what is installed later sees a key earlier.
    PlayedScanner();
    ~PlayedScanner() override;

    /// The machine's layout, as setxkbmap names it.
    void setMachineLayout(const QString& layout);
    void setScannerLayout(const QString& layout);
    void setInputMethod(bool on) { m_inputMethodIsOn = on; }
    [[nodiscard]] int takenByInputMethod() const { return m_taken; }

    /// False when the scanner's layout has not all of @p text.
    [[nodiscard]] bool canType(const QString& text) const;
    /// @p text, then @p suffix: E an Enter, T a Tab, K the keypad's Enter, F a F12.
    void scan(QWidget& window, const QString& text, const QString& suffix, qint64 stepMs);
    void pause(qint64 ms) { m_nowMs += ms; }
    /// Waits until all keys that go on by way of the server are back.
    void drain(QWidget& window);

    [[nodiscard]] static bool isOnX11();

private:
    struct KeyOf {
        int code = 0;
        bool shift = false;
    };

    [[nodiscard]] KeyOf keyOf(QChar sign) const;
    void press(QWidget& window, KeyOf key, qint64 stepMs);
    void sendX11(QWidget& window, KeyOf key, bool down) const;
    void sendQt(QWidget& window, KeyOf key) const;
    bool nativeEventFilter(const QByteArray& type, void* message, qintptr* result) override;

    app::KeyMap m_machine = app::KeyMap::us();
    app::KeyMap m_scanner = app::KeyMap::us();
    bool m_inputMethodIsOn = false;
    bool m_sawLayout = false;
    bool m_sawMark = false;
    int m_taken = 0;
    qint64 m_nowMs = 100'000;
};

} // namespace kobai::test
