// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/Scanner.h"

#include "app/scanner/WidgetKeys.h"
#include "app/scanner/X11Keys.h"

#include <QApplication>
#include <QLineEdit>
#include <QWidget>

#include <utility>

namespace kobai::app {

namespace {
constexpr int pauseMs = int(ScanGate::longestGapMs) + 10;
}

using namespace Qt::Literals::StringLiterals;

Scanner::Scanner(QWidget& window, ScanGate::IsCode isCode)
    : QObject(&window), m_window(window), m_gate(std::move(isCode)), m_pause(pauseMs, this),
      m_slowPause(int(ScanGate::slowestGapMs) + 100, this), m_passphrasePause(int(ScanGate::suffixMs) + 100, this),
      m_passphraseEnd(pauseMs, this), m_keys(X11Keys::make(*this))
{
    m_pause.setObjectName(u"scanPause"_s);
    m_slowPause.setObjectName(u"slowScanPause"_s);
    m_passphrasePause.setObjectName(u"passphrasePause"_s);
    m_passphraseEnd.setObjectName(u"passphraseEnd"_s);
    if (m_keys == nullptr)
        m_keys = std::make_unique<WidgetKeys>(*this);
    connect(&m_pause, &widgets::PatientTimer::ended, this, &Scanner::ask);
    connect(&m_passphrasePause, &widgets::PatientTimer::ended, this, &Scanner::clearPassphrase);
    connect(&m_passphraseEnd, &widgets::PatientTimer::ended, this, &Scanner::clearPassphrase);
    connect(&m_slowPause, &widgets::PatientTimer::ended, this, [this] {
        heed(m_gate.settleSlow());
        m_field.forget();
    });
}

Scanner::~Scanner() = default;

bool Scanner::hears(const QWidget& window) const
{
    const QWidget* popup = QApplication::activePopupWidget();
    if (popup != nullptr && &window == popup->window())
        return true;
    const QWidget* owner = &window;
    while (owner != &m_window && owner->parentWidget() != nullptr)
        owner = owner->parentWidget()->window();
    return owner == &m_window;
}

ScanGate::Deed Scanner::press(const KeyStroke& stroke)
{
    if (m_gate.isOver(stroke.atMs))
        settle();
    // A list that drops down from a field may leave the keys to the field.
    QWidget* popup = QApplication::activePopupWidget();
    QWidget* focus = popup != nullptr ? popup->focusProxy() : QApplication::focusWidget();
    if (!m_gate.isHolding() && std::exchange(m_focus, focus) != focus)
        m_gate.forgetSlow();
    const ScanGate::Focus kind = scanFocus(focus);
    if (m_passphraseEnd.isRunning())
        clearPassphrase();
    if (m_gate.isAtBeginning() && !m_gate.isHolding() && kind != ScanGate::Focus::Passphrase)
        m_field.remember(focus);
    const ScanGate::Verdict verdict = m_gate.press(stroke, kind);
    heed(verdict);
    if (verdict.key == ScanGate::Deed::Hold) {
        m_pausedMs = 0;
        m_pause.start();
        m_slowPause.start();
    } else if (!m_gate.isHolding()) {
        m_pause.stop();
    }
    if (kind == ScanGate::Focus::Passphrase) {
        m_passphrase = qobject_cast<QLineEdit*>(focus);
        if (verdict.key == ScanGate::Deed::GoOn)
            m_passphrasePause.start();
        else
            m_passphraseEnd.start();
    }
    return verdict.key;
}

/// The gate's patience grows with what the keys' releases tell.
void Scanner::ask()
{
    m_pausedMs += pauseMs;
    if (m_gate.isHolding() && m_gate.patienceMs() >= m_pausedMs)
        m_pause.start();
    else
        settle();
}

void Scanner::clearPassphrase()
{
    m_passphrasePause.stop();
    m_passphraseEnd.stop();
    const int signs = m_gate.takeScanInPassphrase();
    if (signs == 0 || m_passphrase == nullptr)
        return;
    for (int sign = 0; sign < signs; ++sign)
        m_passphrase->backspace();
    Q_EMIT scannedAtPassphrase();
}

ScanGate::Deed Scanner::repeat()
{
    const ScanGate::Verdict verdict = m_gate.repeat();
    heed(verdict);
    return verdict.key;
}

void Scanner::release(int code, qint64 atMs)
{
    m_gate.release(code, atMs);
}

void Scanner::settle()
{
    m_pause.stop();
    heed(m_gate.settle());
}

void Scanner::heed(const ScanGate::Verdict& verdict)
{
    if (verdict.held == ScanGate::Held::GoesOn)
        m_keys->goOn();
    else if (verdict.held == ScanGate::Held::IsGone)
        m_keys->drop();
    if (!verdict.scan)
        return;
    if (verdict.takeBack)
        m_field.takeBack();
    Q_EMIT scanned(*verdict.scan);
}

} // namespace kobai::app
