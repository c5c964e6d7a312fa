// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"

class QLabel;

namespace kobai::widgets {
class ChoiceRow;
}

namespace kobai::app {

class Services;

/// Language and appearance of this computer. GUI thread.
class LookCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit LookCard(Services& services, QWidget* parent = nullptr);
    void retranslate() override;

private:
    Services& m_services;
    QLabel* m_languageLabel;
    widgets::ChoiceRow* m_language;
    QLabel* m_appearanceLabel;
    widgets::ChoiceRow* m_appearance;
};

} // namespace kobai::app
