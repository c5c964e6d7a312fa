// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The form for a new store: school, currency, who works with it first, passphrase twice, folder. GUI thread.
class CreateView final : public QWidget {
    Q_OBJECT

public:
    explicit CreateView(QWidget* parent = nullptr);
    void reset();
    void setBusy(bool busy);
    void retranslate();
    void forget(); ///< wipes the passphrases

Q_SIGNALS:
    /// Not const: the passphrase is handed over.
    void createChosen(kobai::store::Creation& creation);
    void cancelChosen();

private:
    void layOut();
    void proposeFolder();
    void pickFolder();
    void refresh();
    void create();
    [[nodiscard]] QString missing() const; ///< what still keeps it from being created; empty when nothing

    widgets::Text* m_title;
    QLineEdit* m_school;
    QComboBox* m_currency;
    QLineEdit* m_operator;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    widgets::Text* m_strength;
    widgets::Text* m_missing;
    QLineEdit* m_folder;
    widgets::Button* m_pick;
    widgets::Button* m_create;
    widgets::Button* m_cancel;
    QLabel* m_labels[6] = {};
    bool m_folderTyped = false;
    bool m_busy = false;
};

} // namespace kobai::app
