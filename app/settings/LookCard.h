// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/SettingsCard.h"

class QLabel;

namespace kobai::app {

class ChoiceRow;
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
    ChoiceRow* m_language;
    QLabel* m_appearanceLabel;
    ChoiceRow* m_appearance;
};

} // namespace kobai::app
