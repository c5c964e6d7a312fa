// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The demo school is being made: how far it is, and a way to stop. GUI thread.
class ProgressView final : public QWidget {
    Q_OBJECT

public:
    explicit ProgressView(QWidget* parent = nullptr);
    void start();
    void setPercent(int percent);
    void retranslate();
    void cancel(); ///< as the button does

Q_SIGNALS:
    void cancelChosen();

private:
    widgets::Text* m_title;
    widgets::Text* m_words;
    QProgressBar* m_bar;
    widgets::Button* m_cancel;
};

} // namespace kobai::app
