// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace kobai::widgets {
class Button;
class Card;
class IconView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class ConsentForm;
class ConsentTimeline;

/// The second step: the computed consent in a sentence, each obstacle in words with the button that mends it, what can be recorded, and
/// what happened so far. Computes nothing itself. GUI thread.
class ConsentView final : public QWidget {
    Q_OBJECT

public:
    explicit ConsentView(QWidget* parent = nullptr);
    void show(const enrolment::PersonFile& file);
    void setBusy(bool busy);
    /// An open question, form or confirmation is given up; false when there was none.
    bool stepBack();
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    /// Kind, guardian, means, texts and dates are set; person, id, time and operator are not.
    void eventAsked(const kobai::consent::Event& event);
    void studentAsked();
    void faceAsked();
    void guardianAsked(); ///< a guardian is to be added first

private:
    void listObstacles();
    void mend(const consent::Obstacle& obstacle);
    void refreshButtons();

    std::optional<enrolment::PersonFile> m_file;
    bool m_busy = false;
    widgets::Card* m_stateCard;
    widgets::IconView* m_stateIcon;
    widgets::Text* m_state;
    QVBoxLayout* m_obstacles;
    ConsentForm* m_form;
    ConsentTimeline* m_timeline;
    widgets::Button* m_toFace;
    widgets::Text* m_toFaceHint;
};

} // namespace kobai::app
