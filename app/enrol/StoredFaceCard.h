// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"

#include <QWidget>

#include <optional>

class QCheckBox;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class AskStrip;

/// What is stored of a face, the deed that destroys it, and whether its owner is spared the challenge. GUI thread.
class StoredFaceCard final : public QWidget {
    Q_OBJECT

public:
    explicit StoredFaceCard(QWidget* parent = nullptr);
    void show(const enrolment::PersonFile& file, bool withoutChallenge);
    /// An open question is given up; false when there was none.
    bool stepBack();
    void retranslate();

Q_SIGNALS:
    void removeAsked();
    void spareAsked(bool spared);

private:
    std::optional<enrolment::PersonFile> m_file;
    widgets::Text* m_title;
    widgets::Text* m_state;
    QCheckBox* m_spared;
    widgets::Text* m_sparedNote;
    widgets::Button* m_remove;
    AskStrip* m_ask;
};

} // namespace kobai::app
