// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"

namespace kobai::widgets {
class Text;
}

namespace kobai::app {

/// Version, licence, and where the face models come from. GUI thread.
class AboutCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit AboutCard(QWidget* parent = nullptr);
    void retranslate() override;

private:
    widgets::Text* m_version;
    widgets::Text* m_licence;
    widgets::Text* m_models;
    widgets::Text* m_warning;
};

} // namespace kobai::app
