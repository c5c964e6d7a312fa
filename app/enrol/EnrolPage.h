// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Services.h"
#include "app/enrol/EnrolFlow.h"
#include "app/enrol/FaceEnrolment.h"
#include "app/enrol/FaceRecord.h"

#include <optional>
#include <vector>

class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace kobai::widgets {
class Banner;
class Button;
class EmptyState;
class SearchField;
class StepBar;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class ConsentView;
class DoneView;
class DuplicateView;
class FaceRecordView;
class FaceView;
class PersonForm;
class PersonList;
class PinSetter;
class StudentSayView;

/// The office's workplace: people left, right the path Person - Consent - Face - Done of the one who is chosen. GUI thread.
class EnrolPage final : public Page {
    Q_OBJECT

public:
    explicit EnrolPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<KeyHint> keys() const override;
    void enter() override;
    void leave() override;
    bool stepBack() override;
    void retranslate() override;
    bool showPerson(PersonId person) override;

    [[nodiscard]] const EnrolFlow& flow() const { return m_flow; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    void connectParts();

    void search();
    void showFound();
    void load(PersonId person);
    void reload();
    void startNew();
    void savePerson();
    void saveGuardian(const people::Guardian& guardian);
    void record(consent::Event event);
    void askStudent();
    void setPin(const QString& pin);
    void startPin();
    void openFaceRecord();
    void closeOverlay();
    [[nodiscard]] bool hasOverlay() const;
    void askAboutLookAlike();
    void closePerson();

    void followFlow();
    void showStep();
    void complain(const Fault& fault);
    void setBusy(bool busy);

    Services& m_services;
    EnrolFlow m_flow;
    FaceEnrolment m_enrolment;
    FaceRecord m_record;
    std::vector<enrolment::FoundPerson> m_people;
    quint64 m_searches = 0;
    QString m_answered;             ///< the search that the list answers
    bool m_chooseWhenFound = false; ///< Enter came before the answer
    quint64 m_loads = 0;
    bool m_isNew = false;    ///< the form is for a person not yet stored
    PersonId m_newId;        ///< that person's id, kept for retries
    quint64 m_askedTurn = 0; ///< of the flow, when the office was asked about a look-alike

    QWidget* m_left;
    widgets::SearchField* m_search;
    QComboBox* m_filter;
    PersonList* m_list;
    QStackedWidget* m_listStack;
    widgets::EmptyState* m_empty;
    widgets::Button* m_add;
    widgets::Banner* m_banner;
    widgets::Button* m_toList; ///< where the list and the person take turns
    widgets::StepBar* m_steps;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_welcome;
    PersonForm* m_form;
    ConsentView* m_consent;
    FaceView* m_face;
    DuplicateView* m_duplicate;
    QWidget* m_duplicatePage;
    FaceRecordView* m_recordView;
    QWidget* m_recordPage;
    DoneView* m_done;
    StudentSayView* m_say;
    PinSetter* m_pin;
    std::vector<QScrollArea*> m_scrolls;
};

} // namespace kobai::app
