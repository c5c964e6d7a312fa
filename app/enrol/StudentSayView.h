// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kobai::widgets {
class Button;
class DownScroll;
class IconView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The screen that is turned to the student: one question in plain words and two answers of equal weight. Nobody else's data is on it.
/// GUI thread.
class StudentSayView final : public QWidget {
    Q_OBJECT

public:
    explicit StudentSayView(QWidget* parent = nullptr);
    void ask(const QString& name);
    void retranslate();

Q_SIGNALS:
    void answered(bool agreed);
    void cancelled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();

    QString m_name;
    widgets::IconView* m_icon;
    widgets::DownScroll* m_words;
    widgets::Text* m_question;
    widgets::Text* m_explanation;
    widgets::Button* m_yes;
    widgets::Button* m_no;
    widgets::Button* m_back;
};

} // namespace kobai::app
