// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace kobai::widgets {
class Button;
class Card;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// What can be put on record about one student's consent. What destroys a face or needs a second member of staff asks once more on the spot,
/// naming the person. GUI thread.
class ConsentForm final : public QWidget {
    Q_OBJECT

public:
    explicit ConsentForm(QWidget* parent = nullptr);
    /// The button that mends an obstacle; empty where nothing here does.
    [[nodiscard]] static QString mendText(consent::Reason reason);

    void show(const enrolment::PersonFile& file);
    void reset(); ///< another person: nothing half typed remains
    /// Chooses the guardian and puts the focus on what mends it.
    void mend(const consent::Obstacle& obstacle);
    bool stepBack();
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void eventAsked(const kobai::consent::Event& event);
    void studentAsked();

private:
    /// What the strip below the buttons is about.
    enum class Strip { None, Objection, Withdrawal, Unreachable };
    void makeFields();
    void makeButtons();
    void makeStrip();
    void open(Strip strip);
    void confirmStrip();
    void record(consent::EventKind kind);
    void recordConsent();
    /// Every notice there was. Chosen is what the office chose, else the one that was sent last to whoever is chosen, else the only one.
    void offerVersions();
    void nameGuardians();
    void complain(const QString& words, QWidget* field);
    [[nodiscard]] consent::Event draft(consent::EventKind kind) const;
    [[nodiscard]] GuardianId guardian() const;

    std::optional<enrolment::PersonFile> m_file;
    Strip m_open = Strip::None;
    widgets::Card* m_card;
    widgets::Text* m_title;
    QGridLayout* m_grid;
    widgets::Text* m_guardianLabel;
    QComboBox* m_guardian;
    widgets::Text* m_meansLabel;
    QComboBox* m_means;
    widgets::Text* m_versionLabel;
    QComboBox* m_version;
    std::optional<int> m_versionChosen; ///< by hand, for the guardian that is chosen
    widgets::Text* m_untilLabel;
    QLineEdit* m_until;
    widgets::Button* m_notice;
    widgets::Button* m_consent;
    widgets::Button* m_student;
    widgets::Button* m_unreachable;
    widgets::Button* m_objection;
    widgets::Button* m_withdraw;
    QWidget* m_strip;
    widgets::Text* m_stripWords;
    widgets::Text* m_reasonLabel;
    QLineEdit* m_reason;
    widgets::Text* m_staffLabel;
    QLineEdit* m_staff;
    widgets::Button* m_confirm;
    widgets::Button* m_cancel;
    widgets::Text* m_complaint;
};

} // namespace kobai::app
