// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of EnrolPage that asks the store: finding people, saving, recording, the PIN.
#include "app/FaultText.h"
#include "app/PersonList.h"
#include "app/enrol/ConsentView.h"
#include "app/enrol/DuplicateView.h"
#include "app/enrol/EnrolPage.h"
#include "app/enrol/FaceRecordView.h"
#include "app/enrol/PersonForm.h"
#include "app/enrol/PinSetter.h"
#include "app/enrol/StudentSayView.h"
#include "checkout/Checkout.h"
#include "widgets/Controls.h"
#include "widgets/SearchField.h"
#include "widgets/StepBar.h"

#include <QComboBox>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

/// A school of a thousand is listed whole; a larger one is searched.
constexpr int mostListed = 1000;

enum class Shown { Everybody, NotEnrolled, ConsentMissing, Enrolled };

bool isShown(const enrolment::FoundPerson& found, Shown which)
{
    switch (which) {
    case Shown::Everybody:
        return true;
    case Shown::NotEnrolled:
        return !found.enrolled;
    case Shown::ConsentMissing:
        return !found.consentAllowed;
    case Shown::Enrolled:
        return found.enrolled;
    }
    Q_UNREACHABLE();
}

} // namespace

void EnrolPage::search()
{
    const quint64 asked = ++m_searches;
    const QString text = m_search->text().trimmed();
    m_services.withStore([text](store::Store& store) { return enrolment::findPeople(store, text, mostListed); }, this,
                         [this, asked, text](Result<std::vector<enrolment::FoundPerson>> found) {
                             if (asked != m_searches)
                                 return;
                             if (!found) {
                                 complain(found.error());
                                 return;
                             }
                             m_people = std::move(*found);
                             m_answered = text;
                             showFound();
                             if (std::exchange(m_chooseWhenFound, false))
                                 m_list->chooseCurrent();
                         });
}

void EnrolPage::showFound()
{
    std::vector<PersonRow> rows;
    rows.reserve(m_people.size());
    for (const enrolment::FoundPerson& found : m_people) {
        if (!isShown(found, Shown(std::max(0, m_filter->currentIndex()))))
            continue;
        if (found.enrolled)
            rows.push_back({found.person, theme::Role::Good, u"face"_s, tr("Enrolled")});
        else if (found.consentAllowed)
            rows.push_back({found.person, theme::Role::Accent, u"consent"_s, tr("Consent given, face not taken")});
        else
            rows.push_back({found.person, theme::Role::Quiet, u"warning"_s, tr("Consent missing")});
    }
    const bool nobody = rows.empty();
    m_list->setRows(std::move(rows));
    if (m_flow.file())
        m_list->setCurrent(m_flow.person());
    m_listStack->setCurrentWidget(nobody ? static_cast<QWidget*>(m_empty) : m_list);
    if (m_search->text().trimmed().isEmpty() && m_people.empty())
        m_empty->setWords(tr("Nobody yet"), tr("Add the first student."), tr("Add person"));
    else
        m_empty->setWords(tr("Nobody is found"), tr("Check the spelling or the filter."));
}

void EnrolPage::load(PersonId person)
{
    if (m_flow.camera() == EnrolFlow::Camera::Saving)
        return;
    closeOverlay();
    const quint64 asked = ++m_loads;
    m_services.withStore([person](store::Store& store) { return enrolment::personFile(store, person); }, this,
                         [this, asked](const Result<enrolment::PersonFile>& file) {
                             if (asked != m_loads)
                                 return;
                             if (!file) {
                                 complain(file.error());
                                 return;
                             }
                             m_isNew = false;
                             m_banner->clear();
                             m_form->show(*file);
                             m_consent->show(*file);
                             m_flow.open(*file);
                             m_list->setCurrent(file->person.id);
                         });
}

void EnrolPage::reload()
{
    m_services.withStore(
        [person = m_flow.person()](store::Store& store) { return enrolment::personFile(store, person); }, this,
        [this](const Result<enrolment::PersonFile>& file) {
            if (!file) {
                complain(file.error());
                return;
            }
            if (m_flow.person() != file->person.id)
                return;
            m_form->show(*file);
            m_consent->show(*file);
            m_flow.update(*file);
            m_recordView->update(*file);
        });
}

void EnrolPage::startNew()
{
    if (m_flow.camera() == EnrolFlow::Camera::Saving)
        return;
    closeOverlay();
    ++m_loads; // a person still being read must not replace the new one
    m_newId = m_services.newId<PersonId>();
    m_isNew = true;
    m_list->clearSelection();
    m_form->startNew();
    m_flow.close();
    m_form->focusFirst();
}

void EnrolPage::savePerson()
{
    Result<people::Person> typed = m_form->typed();
    if (!typed) {
        complain(typed.error());
        return;
    }
    const bool isNew = m_form->isNew();
    if (isNew)
        typed->id = m_newId;
    setBusy(true);
    m_services.withStore(
        [person = *typed, guardians = m_form->newGuardians(), isNew,
         by = m_services.operatorId()](store::Store& store) {
            return isNew ? enrolment::addPerson(store, person, by, guardians)
                         : enrolment::changePerson(store, person, by, guardians);
        },
        this,
        [this](const Result<people::Person>& stored) {
            setBusy(false);
            if (!stored) {
                complain(stored.error());
                return;
            }
            m_form->startNew(); // what was typed is stored; the next show() fills it as it was stored
            load(stored->id);
            Q_EMIT m_services.personChanged(stored->id);
        });
}

void EnrolPage::saveGuardian(const people::Guardian& guardian)
{
    if (const Result<people::Guardian> checked = people::checked(guardian); !checked) {
        complain(checked.error());
        return;
    }
    setBusy(true);
    m_services.withStore([guardian, by = m_services.operatorId()](
                             store::Store& store) { return enrolment::addGuardian(store, guardian, by); },
                         this,
                         [this](const Result<people::Guardian>& stored) {
                             setBusy(false);
                             if (!stored) {
                                 complain(stored.error());
                                 return;
                             }
                             m_banner->clear();
                             if (stored->student == m_flow.person())
                                 m_form->guardianStored();
                             Q_EMIT m_services.personChanged(stored->student);
                         });
}

void EnrolPage::record(consent::Event event)
{
    if (!m_flow.file())
        return;
    event.id = m_services.newId<ConsentEventId>();
    event.person = m_flow.person();
    event.at = m_services.clock().now();
    event.recordedBy = m_services.operatorId();
    setBusy(true);
    m_services.withStore([event, by = m_services.operatorId()](
                             store::Store& store) { return enrolment::recordConsent(store, event, by); },
                         this,
                         [this, event](const Result<consent::State>& state) {
                             setBusy(false);
                             if (!state) {
                                 // Whatever is wrong with the store: who withdrew must not stay in the gallery because of it.
                                 m_services.refreshGallery();
                                 complain(state.error());
                                 return;
                             }
                             m_banner->clear();
                             if (event.person == m_flow.person())
                                 m_consent->stepBack();
                             Q_EMIT m_services.personChanged(event.person);
                         });
}

void EnrolPage::askStudent()
{
    if (!m_flow.file())
        return;
    m_banner->clear();
    m_stack->setCurrentWidget(m_say);
    showStep(); // without the list: nobody else's name is for the student's eyes
    m_say->ask(m_flow.file()->person.name);
}

void EnrolPage::startPin()
{
    if (!m_flow.file())
        return;
    m_banner->clear();
    m_stack->setCurrentWidget(m_pin);
    showStep();
    m_pin->start(m_flow.file()->person.name);
}

void EnrolPage::setPin(const QString& pin)
{
    const PersonId person = m_flow.person();
    m_services.withStore([person, pin, by = m_services.operatorId()](
                             store::Store& store) { return checkout::setPin(store, person, pin, by); },
                         this,
                         [this, person](const Status& set) {
                             const bool here = person == m_flow.person() && m_stack->currentWidget() == m_pin;
                             if (!set) {
                                 if (here)
                                     m_pin->refused(faultText(set.error()));
                                 else
                                     complain(set.error());
                                 return;
                             }
                             if (here)
                                 closeOverlay();
                             m_banner->say(theme::Role::Good, tr("The PIN is set."));
                             Q_EMIT m_services.personChanged(person);
                         });
}

void EnrolPage::openFaceRecord()
{
    if (!m_flow.file())
        return;
    m_banner->clear();
    m_stack->setCurrentWidget(m_recordPage);
    showStep();
    m_recordView->open(*m_flow.file());
}

void EnrolPage::askAboutLookAlike()
{
    if (!m_flow.lookAlike() || m_askedTurn == m_flow.turn())
        return;
    m_askedTurn = m_flow.turn();
    m_services.withStore(
        [other = *m_flow.lookAlike()](store::Store& store) { return enrolment::personFile(store, other); }, this,
        [this, turn = m_flow.turn()](const Result<enrolment::PersonFile>& other) {
            if (turn != m_flow.turn() || !m_flow.lookAlike() || !m_flow.file())
                return;
            if (other)
                m_duplicate->ask(m_flow.file()->person, other->person);
            else
                complain(other.error());
        });
}

bool EnrolPage::hasOverlay() const
{
    const QWidget* front = m_stack->currentWidget();
    return front == m_say || front == m_pin || front == m_recordPage;
}

void EnrolPage::closeOverlay()
{
    m_pin->forget();
    m_recordView->close();
    if (!hasOverlay())
        return;
    m_stack->setCurrentWidget(m_welcome);
    followFlow();
}

void EnrolPage::complain(const Fault& fault)
{
    m_banner->say(fault.code >= FaultCode::NotFound && fault.code < FaultCode::BalanceTooLow ? theme::Role::Warn
                                                                                             : theme::Role::Bad,
                  faultText(fault));
    if (m_isNew || m_flow.step() == EnrolFlow::Step::Person)
        m_form->focusField(fault.code);
}

void EnrolPage::setBusy(bool busy)
{
    m_form->setBusy(busy);
    m_consent->setBusy(busy);
}

} // namespace kobai::app
