// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"
#include "app/scanner/Scan.h"
#include "app/scanner/ScannerDevice.h"
#include "widgets/Theme.h"

class QPlainTextEdit;

namespace kobai::widgets {
class Banner;
class Button;
class IconView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class DeviceScanner;
class ScannerChoice;

/// How this computer's barcode scanner is read: as a keyboard, or from its own device, which is chosen by scanning once. Says what stands
/// in the way, and shows what is scanned while it is in front. GUI thread.
class ScannerCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit ScannerCard(DeviceScanner& scanner, QWidget* parent = nullptr);
    void retranslate() override;
    [[nodiscard]] bool isChoosing() const;
    void cancelChoosing();
    void showScan(const Scan& scan); ///< whichever way it came
    void forget();                   ///< what was said of the last scan

private:
    void layOut();
    void refresh();
    void say(widgets::theme::Role role, const QString& iconName, const QString& state, const QString& note);
    void sayListening(const ScannerChoice& choice);
    void sayState();
    void toggleChoosing();
    [[nodiscard]] QList<ScannerDevice> forbidden() const;
    void showRules(const QList<ScannerDevice>& devices);
    void copyRules();

    DeviceScanner& m_scanner;
    widgets::IconView* m_icon;
    widgets::Text* m_state;
    widgets::Text* m_note;
    widgets::Button* m_choose;
    widgets::Button* m_keyboard;
    widgets::Banner* m_banner;
    widgets::Text* m_permission; ///< how to give it
    QPlainTextEdit* m_rules;
    widgets::Button* m_copy;
};

} // namespace kobai::app
