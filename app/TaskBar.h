// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class LongTask;

/// How far a long task is, in words and as a bar, and the button that stops it. Hidden while nothing runs. GUI thread.
class TaskBar final : public QWidget {
    Q_OBJECT

public:
    explicit TaskBar(LongTask& task, QWidget* parent = nullptr);
    /// Shown from now on, with what is being done.
    void begin(const QString& words);
    void end();
    void retranslate();

private:
    LongTask& m_task;
    widgets::Text* m_words;
    QProgressBar* m_bar;
    widgets::Button* m_stop;
};

} // namespace kobai::app
