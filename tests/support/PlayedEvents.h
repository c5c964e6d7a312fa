// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <linux/input.h>

namespace kobai::test {

/// The kernel's events of a scanner that types digits and small or capital letters, each key some milliseconds after the last.
class PlayedEvents final {
public:
    explicit PlayedEvents(qint64 stepMs = 4) : m_stepMs(stepMs) {}

    PlayedEvents& type(const QString& text)
    {
        for (const QChar sign : text) {
            if (sign.isUpper())
                add(EV_KEY, KEY_LEFTSHIFT, 1).report();
            tap(codeOf(sign.toLower()));
            if (sign.isUpper())
                add(EV_KEY, KEY_LEFTSHIFT, 0).report();
        }
        return *this;
    }
    PlayedEvents& tap(int code)
    {
        m_atMs += m_stepMs / 2;
        add(EV_KEY, code, 1).report();
        m_atMs += m_stepMs - m_stepMs / 2;
        return add(EV_KEY, code, 0).report();
    }
    PlayedEvents& report() { return add(EV_SYN, SYN_REPORT, 0); }
    PlayedEvents& pause(qint64 ms)
    {
        m_atMs += ms;
        return *this;
    }
    PlayedEvents& add(int type, int code, int value)
    {
        input_event event{};
        event.input_event_sec = decltype(event.input_event_sec)(m_atMs / 1000);
        event.input_event_usec = decltype(event.input_event_usec)(m_atMs % 1000 * 1000);
        event.type = decltype(event.type)(type);
        event.code = decltype(event.code)(code);
        event.value = value;
        m_events.append(event);
        return *this;
    }

    [[nodiscard]] const QList<input_event>& events() const { return m_events; }
    [[nodiscard]] QByteArray bytes() const
    {
        return {reinterpret_cast<const char*>(m_events.constData()), qsizetype(m_events.size() * sizeof(input_event))};
    }

private:
    static int codeOf(QChar sign)
    {
        static const QString rows = QStringLiteral("1234567890@@@@qwertyuiop@@@@asdfghjkl@@@@@zxcvbnm");
        const auto at = rows.indexOf(sign);
        if (at < 0)
            qFatal("no such key");
        return KEY_1 + int(at); // the kernel counts them row by row
    }

    qint64 m_stepMs;
    qint64 m_atMs = 1'000'000;
    QList<input_event> m_events;
};

} // namespace kobai::test
