// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"
#include "app/settings/SchoolSettings.h"
#include "base/Result.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace kobai::widgets {
class Banner;
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// The school's own settings, kept in the store: name, faces on or off, how long a paused one is kept, the version of the consent notice. GUI thread.
class SchoolCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit SchoolCard(Services& services, QWidget* parent = nullptr);
    ~SchoolCard() override;
    Q_DISABLE_COPY_MOVE(SchoolCard)
    void retranslate() override;
    void load();
    bool stepBack(); ///< leaves the question about the notice

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void take(const Result<SchoolSettings>& settings, bool changed);
    void rename();
    void switchFacesTo(bool on);
    void limitPauses();
    void raise();
    void ask(bool asking);

    Services& m_services;
    SchoolSettings m_settings;
    bool m_isRead = false;
    bool m_switched = false; ///< the switch had the focus when it was pressed, and is being written
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    widgets::Button* m_save;
    QCheckBox* m_faces;
    widgets::Text* m_facesNote;
    QLabel* m_pauseLabel;
    QSpinBox* m_pause;
    widgets::Text* m_pauseNote;
    widgets::Text* m_notice;
    widgets::Text* m_noticeNote;
    widgets::Button* m_raise;
    widgets::Button* m_sure;
    widgets::Button* m_cancel;
    widgets::Banner* m_banner;
};

} // namespace kobai::app
