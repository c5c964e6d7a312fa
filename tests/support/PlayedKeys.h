// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace kobai::test {

/// Keys as the window system delivers them, at played times: a scanner's or a hand's, however slow the test runs.
class PlayedKeys final {
public:
    static constexpr quint64 scannerMs = 10; ///< from key to key
    static constexpr quint64 handMs = 120;

    void setStep(quint64 ms) { m_stepMs = ms; }
    void pause(quint64 ms) { m_nowMs += ms; }

    void press(QWidget& focus, int code, const QString& text = {})
    {
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, code, Qt::NoModifier, text);
            event.setTimestamp(m_nowMs);
            QCoreApplication::sendEvent(&focus, &event);
        }
        m_nowMs += m_stepMs;
    }
    void type(QWidget& focus, const QString& text)
    {
        for (const QChar letter : text)
            press(focus, letter.toUpper().unicode(), QString(letter)); // a digit's or a letter's Qt::Key is its capital
    }
    /// Digits and Enter at a scanner's speed, after a moment.
    void scan(QWidget& focus, const QString& digits)
    {
        const quint64 step = std::exchange(m_stepMs, scannerMs);
        m_nowMs += 10 * scannerMs;
        type(focus, digits);
        press(focus, Qt::Key_Return, QStringLiteral("\r"));
        m_stepMs = step;
    }

private:
    quint64 m_nowMs = 1000;
    quint64 m_stepMs = scannerMs;
};

} // namespace kobai::test
