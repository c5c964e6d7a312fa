// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "enrolment/Enrolment.h"
#include "people/Person.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace kobai::widgets {
class Button;
class Card;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The first step: who it is, and who answers for them. The same form adds a person and shows one that is known. Keeps what was typed until
/// it is saved, whatever goes wrong meanwhile. GUI thread.
class PersonForm final : public QWidget {
    Q_OBJECT

public:
    using MakeGuardianId = std::function<GuardianId()>;
    /// @p makeId: a fresh id for each guardian that is begun, so that saving again does not add the same one twice.
    explicit PersonForm(MakeGuardianId makeId, QWidget* parent = nullptr);

    void startNew();
    /// Fills the form; a person whose fields were changed and not saved keeps them.
    void show(const enrolment::PersonFile& file);
    [[nodiscard]] bool isNew() const { return !m_file.has_value(); }
    [[nodiscard]] bool hasUnsaved() const;
    /// What is typed. Faults: DateImplausible, QuantityOutOfRange; the rest is checked by people::checked().
    [[nodiscard]] Result<people::Person> typed() const;
    /// Guardians not yet stored, the one still in the fields included.
    [[nodiscard]] std::vector<people::Guardian> newGuardians() const;
    void guardianStored(); ///< empties the guardian's fields
    void focusFirst();
    /// The field that a fault is about, where it is known.
    void focusField(FaultCode code);
    void setBusy(bool busy);
    void retranslate();

Q_SIGNALS:
    void saveAsked();
    void guardianAsked(const kobai::people::Guardian& guardian); ///< of the person shown
    void consentAsked();
    void pinAsked();
    void faceRecordAsked();

private:
    struct Field {
        widgets::Text* label;
        QLineEdit* edit;
    };
    Field addField(const QString& objectName, QGridLayout& grid, int row, int column, int span = 1);
    QWidget* makePerson();
    QWidget* makeGuardians();
    void addGuardian();
    void fill(const people::Person& person);
    void listGuardians();
    void refreshButtons();
    [[nodiscard]] people::Guardian typedGuardian() const;

    std::optional<enrolment::PersonFile> m_file;
    std::optional<people::Person> m_filled; ///< what the fields were last filled with
    std::vector<people::Guardian> m_drafts;
    MakeGuardianId m_makeGuardianId;
    GuardianId m_guardianId; ///< of the one in the fields
    bool m_busy = false;

    widgets::Text* m_title;
    widgets::Text* m_kindLabel;
    QComboBox* m_kind;
    Field m_number, m_name, m_reading, m_birthDate, m_year, m_group, m_house;
    widgets::Card* m_guardianCard;
    widgets::Text* m_guardianTitle;
    widgets::Text* m_guardianHint;
    QVBoxLayout* m_guardianRows;
    Field m_guardianName, m_guardianContact;
    widgets::Text* m_relationLabel;
    QComboBox* m_relation;
    widgets::Button* m_addGuardian;
    widgets::Button* m_save;
    widgets::Button* m_toConsent;
    widgets::Button* m_setPin;
    widgets::Button* m_faceRecord;
};

} // namespace kobai::app
