// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"
#include "base/Result.h"
#include "enrolment/Recognition.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace kobai::widgets {
class Banner;
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// How the school lets faces be used at the till: number first, a challenge, which model. Another model is asked about, since everybody has
/// to be enrolled anew. GUI thread.
class RulesCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit RulesCard(Services& services, QWidget* parent = nullptr);
    void retranslate() override;
    void load();
    bool stepBack(); ///< leaves the question about the model

private:
    void layOut();
    void readModels();
    void take(const Result<enrolment::RecognitionSettings>& settings);
    void change(const enrolment::RecognitionSettings& wanted);
    void modelPicked();
    void ask(bool asking);
    void showSettings();
    void enableRules(bool enabled);

    Services& m_services;
    enrolment::RecognitionSettings m_settings;
    bool m_isKnown = false; ///< m_settings were read
    QCheckBox* m_claimFirst;
    widgets::Text* m_claimFirstNote;
    QCheckBox* m_challenge;
    widgets::Text* m_challengeNote;
    QLabel* m_modelLabel;
    QComboBox* m_model;
    widgets::Text* m_modelNote;
    widgets::Button* m_sure;
    widgets::Button* m_cancel;
    widgets::Banner* m_banner;
};

} // namespace kobai::app
