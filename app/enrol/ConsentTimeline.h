// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace kobai::widgets {
class Card;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// What happened to one student's consent, newest first: what, who, how, when. GUI thread.
class ConsentTimeline final : public QWidget {
    Q_OBJECT

public:
    explicit ConsentTimeline(QWidget* parent = nullptr);
    void show(const enrolment::PersonFile& file);
    void retranslate();

private:
    std::optional<enrolment::PersonFile> m_file;
    widgets::Card* m_card;
    widgets::Text* m_title;
    widgets::Text* m_empty;
    QVBoxLayout* m_rows;
};

} // namespace kobai::app
