// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace kobai::widgets {
class Button;
class Chip;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// The line above every page: the school, the search, the language, who works here, the lock. GUI thread.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(Services& services, QWidget* parent = nullptr);
    /// School, operator and demo mark of the open store.
    void refresh();
    void setNarrow(bool narrow);

Q_SIGNALS:
    void searchChosen();
    void lockChosen();
    void helpChosen();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitSchool();
    void addLanguages(QHBoxLayout* row);

    Services& m_services;
    widgets::Text* m_school;
    widgets::Chip* m_demo;
    widgets::Button* m_search;
    widgets::Button* m_help;
    widgets::Text* m_operator;
    widgets::Button* m_lock;
    QButtonGroup* m_languages;
    bool m_narrow = false;
};

} // namespace kobai::app
