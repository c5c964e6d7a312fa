// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/HeldKeys.h"
#include "app/scanner/ScanFocus.h"
#include "app/scanner/ScanGate.h"
#include "widgets/PatientTimer.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QLineEdit;
class QWidget;

namespace kobai::app {

/// The barcode scanner of one window: what it reads is told by scanned(), and none of its keys reaches a widget or an input method,
/// whatever has the focus. Goes before the window does. GUI thread.
class Scanner final : public QObject {
    Q_OBJECT

public:
    /// @p isCode: what is a code even in a field for words. On X11 the keys are taken as the server sends them, elsewhere as Qt does.
    explicit Scanner(QWidget& window, ScanGate::IsCode isCode = looksLikeCode);
    ~Scanner() override;
    Q_DISABLE_COPY_MOVE(Scanner)

    // For the sources of keys
    /// The window itself, its dialogs, and what pops up from them.
    [[nodiscard]] bool hears(const QWidget& window) const;
    [[nodiscard]] const QWidget& window() const { return m_window; }
    [[nodiscard]] ScanGate::Deed press(const KeyStroke& stroke);
    [[nodiscard]] ScanGate::Deed repeat();
    void release(int code, qint64 atMs);
    void settle(); ///< something else than a key comes: what is held goes first

Q_SIGNALS:
    void scanned(const kobai::app::Scan& scan);
    /// A code came into a field for a passphrase; it was taken out again, and nobody has seen it.
    void scannedAtPassphrase();

private:
    void ask();
    void clearPassphrase();
    void heed(const ScanGate::Verdict& verdict);

    QWidget& m_window;
    ScanGate m_gate;
    FieldMemory m_field;
    QPointer<QWidget> m_focus;     ///< at the last key
    widgets::PatientTimer m_pause; ///< since the last held key was read, as often as the gate's patience lasts
    qint64 m_pausedMs = 0;
    widgets::PatientTimer m_slowPause;       ///< since any was
    QPointer<QLineEdit> m_passphrase;        ///< the field that the last keys went to
    widgets::PatientTimer m_passphrasePause; ///< since its last key
    widgets::PatientTimer m_passphraseEnd;   ///< since a code's Enter came there: its signs have arrived
    std::unique_ptr<HeldKeys> m_keys;
};

} // namespace kobai::app
