// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"
#include "app/settings/CameraList.h"

class QComboBox;
class QLabel;

namespace kobai::widgets {
class Banner;
class Button;
class CameraView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// Which camera, or which film in its place, and what it sees. The preview only shows: nothing is detected. GUI thread.
class CameraCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit CameraCard(Services& services, QWidget* parent = nullptr);
    void retranslate() override;
    void refresh();
    void stopPreview();
    [[nodiscard]] bool isPreviewing() const { return m_previewing; }

private:
    void layOut();
    void connectVision();
    void choose(int index);
    void togglePreview();
    void pickFilm();
    void pickFolder();

    Services& m_services;
    CameraList* m_list;
    QList<CameraList::Entry> m_entries;
    QLabel* m_label;
    QComboBox* m_choice;
    widgets::Button* m_film;
    widgets::Button* m_folder;
    widgets::CameraView* m_view;
    widgets::Button* m_preview;
    widgets::Text* m_note;
    widgets::Banner* m_banner;
    bool m_previewing = false;
};

} // namespace kobai::app
