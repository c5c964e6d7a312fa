// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"

class QBoxLayout;
class QScrollArea;

namespace kobai::widgets {
class Text;
}

namespace kobai::app {

class AboutCard;
class CameraCard;
class LogCard;
class LookCard;
class ScannerCard;
class SchoolCard;
class Services;

/// What is set once: look, camera and scanner of this computer, the school, the log, and what Kobai is made of. GUI thread.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    bool stepBack() override;
    void retranslate() override;
    bool takeScan(const Scan& scan) override; ///< shows it

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    widgets::Text* m_title;
    LookCard* m_look;
    SchoolCard* m_school;
    CameraCard* m_camera;
    ScannerCard* m_scanner;
    LogCard* m_log;
    AboutCard* m_about;
    QBoxLayout* m_columns;
    QScrollArea* m_scroll;
};

} // namespace kobai::app
