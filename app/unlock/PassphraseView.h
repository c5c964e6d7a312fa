// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SecureBytes.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// One field for the passphrase of one store; Enter opens it. GUI thread.
class PassphraseView final : public QWidget {
    Q_OBJECT

public:
    explicit PassphraseView(QWidget* parent = nullptr);
    void askFor(const QString& folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    /// The store could not be opened. After a wrong passphrase the next try has to wait, longer each time from the third on.
    void refused(bool wrongPassphrase);
    void retranslate();
    void takeFocus();
    void forget(); ///< the store is open: wipes what was typed, and the wrong tries

Q_SIGNALS:
    void entered(const QString& folder, const kobai::SecureBytes& passphrase);
    void otherChosen();

private:
    void open();
    void refresh();

    QString m_folder;
    widgets::Text* m_title;
    widgets::Text* m_path;
    QLabel* m_label;
    QLineEdit* m_field;
    widgets::Button* m_open;
    widgets::Button* m_other;
    QTimer m_wait;
    int m_wrongTries = 0;
    int m_secondsLeft = 0;
    bool m_busy = false;
};

} // namespace kobai::app
