// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/Person.h"

#include <QWidget>

#include <array>
#include <optional>

namespace kobai::widgets {
class Button;
class Card;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The face that was just taken is very near an enrolled one: names both persons to the office and asks whether they are one. Shows no score,
/// and neither answer is put forward. GUI thread.
class DuplicateView final : public QWidget {
    Q_OBJECT

public:
    explicit DuplicateView(QWidget* parent = nullptr);
    void ask(const people::Person& taken, const people::Person& enrolled);
    void retranslate();

Q_SIGNALS:
    void samePersonChosen();
    void twoPersonsChosen();
    void backChosen();

private:
    /// One of the two, side by side.
    struct Who {
        widgets::Text* caption;
        widgets::Text* name;
        widgets::Text* line;
    };
    [[nodiscard]] Who addWho(QWidget& row, const QString& objectName);
    [[nodiscard]] widgets::Text* addAnswer(widgets::Card& card, widgets::Button& button);

    std::optional<people::Person> m_taken;
    std::optional<people::Person> m_enrolled;
    widgets::Text* m_title;
    std::array<Who, 2> m_who;
    widgets::Text* m_question;
    widgets::Button* m_same;
    widgets::Text* m_sameWords;
    widgets::Button* m_two;
    widgets::Text* m_twoWords;
    widgets::Button* m_back;
};

} // namespace kobai::app
