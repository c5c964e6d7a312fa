// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/ScanGate.h"

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;
using app::KeyStroke;
using app::ScanGate;
using Focus = ScanGate::Focus;

inline constexpr auto article = "4901234567894"; ///< its check digit is right

/// Keys at played times, and what became of them.
class PlayedGate final {
public:
    Focus focus = Focus::Buttons;
    qint64 stepMs = 10;
    qint64 touchMs = 2; ///< how long a key is down
    QString reached;    ///< what the focus got; Enter is a line break, another key than a sign is '#'
    QStringList scans;
    int takenBack = 0;

    void key(KeyStroke stroke)
    {
        if (m_gate.isOver(stroke.atMs = m_ms))
            heed(m_gate.settle());
        stroke.code = ++m_code;
        const ScanGate::Verdict verdict = m_gate.press(stroke, focus);
        heed(verdict);
        const QString sign = stroke.kind == KeyStroke::Kind::End     ? u"\n"_s
                             : stroke.kind == KeyStroke::Kind::Other ? u"#"_s
                                                                     : stroke.typed;
        if (verdict.key == ScanGate::Deed::Hold)
            m_held += sign;
        else if (verdict.key == ScanGate::Deed::GoOn)
            reached += sign;
        m_gate.release(stroke.code, m_ms + touchMs);
        if (m_spread > 0)
            stepMs = m_ms0 - m_spread + qint64(m_random.bounded(2 * int(m_spread) + 1));
        m_ms += stepMs;
    }
    void type(const QString& text)
    {
        for (const QChar sign : text)
            key({0, KeyStroke::Kind::Sign, sign, sign, 0, 0});
    }
    void enter() { key({0, KeyStroke::Kind::End, {}, {}, 0, 0}); }
    void function() { key({0, KeyStroke::Kind::Other, {}, {}, 0, 0}); }
    /// A line break is Enter, '#' a function key.
    void press(QChar key)
    {
        if (key == u'\n')
            enter();
        else if (key == u'#')
            function();
        else
            type(key);
    }
    /// Each key after another pause.
    void pressByHand(const QString& keys)
    {
        hand();
        int nth = 0;
        for (const QChar key : keys) {
            stepMs = 90 + 37 * (++nth % 5);
            press(key);
        }
    }
    void repeat()
    {
        const ScanGate::Verdict verdict = m_gate.repeat();
        heed(verdict);
        if (verdict.key == ScanGate::Deed::GoOn)
            reached += u'r';
    }
    int takeScanInPassphrase() { return m_gate.takeScanInPassphrase(); }
    /// Pauses that lie about @p ms, each of another length.
    void unevenly(qint64 ms, qint64 spread) { m_ms0 = ms, m_spread = spread; }
    void pause(qint64 ms = 60)
    {
        m_ms += ms;
        heed(m_gate.settle());
    }
    void longPause()
    {
        m_ms += 600;
        heed(m_gate.settle());
        heed(m_gate.settleSlow());
    }
    void hand() { stepMs = 130, touchMs = 80; }

private:
    void heed(const ScanGate::Verdict& verdict)
    {
        if (verdict.held == ScanGate::Held::GoesOn)
            reached += m_held;
        if (verdict.held != ScanGate::Held::Stays)
            m_held.clear();
        if (verdict.scan)
            scans += verdict.scan->readings.constFirst();
        takenBack += verdict.takeBack ? 1 : 0;
    }

    ScanGate m_gate;
    QString m_held;
    qint64 m_ms = 1000;
    qint64 m_ms0 = 0;
    qint64 m_spread = 0;
    QRandomGenerator m_random{20261201};
    int m_code = 0;
};

} // namespace kobai::test
