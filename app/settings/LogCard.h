// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"

class QPlainTextEdit;

namespace kobai::widgets {
class Banner;
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The program's log, to be read here and saved for whoever helps. GUI thread.
class LogCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit LogCard(QWidget* parent = nullptr);
    void retranslate() override;
    void hideLines();
    [[nodiscard]] bool isShowingLines() const;

Q_SIGNALS:
    void linesShown(); ///< the card has grown

private:
    void toggleLines();
    void pickFile();
    void saveTo(const QString& path);

    widgets::Text* m_note;
    widgets::Button* m_show;
    widgets::Button* m_save;
    widgets::Banner* m_banner;
    QPlainTextEdit* m_lines;
};

} // namespace kobai::app
