// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/PersonForm.h"

#include "app/enrol/ConsentWords.h"
#include "app/enrol/DateText.h"
#include "app/scanner/ScanFocus.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

PersonForm::PersonForm(MakeGuardianId makeId, QWidget* parent) : QWidget(parent), m_makeGuardianId(std::move(makeId))
{
    m_title = new Text(theme::Text::Title, this, true);
    m_title->setObjectName(u"personTitle"_s);
    m_title->setWordWrap(true);

    m_save = new Button(Button::Weight::Primary, Button::Size::Normal, this);
    m_save->setObjectName(u"savePerson"_s);
    m_toConsent = new Button(Button::Weight::Primary, Button::Size::Normal, this);
    m_toConsent->setObjectName(u"toConsent"_s);
    m_toConsent->setIconName(u"forward"_s);
    m_setPin = new Button(Button::Weight::Plain, Button::Size::Normal, this);
    m_setPin->setObjectName(u"setPin"_s);
    m_setPin->setIconName(u"pin"_s);
    m_faceRecord = new Button(Button::Weight::Plain, Button::Size::Normal, this);
    m_faceRecord->setObjectName(u"faceRecord"_s);
    m_faceRecord->setIconName(u"face"_s);
    for (Button* button : {m_save, m_toConsent, m_setPin, m_faceRecord})
        button->setAutoDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::unit());
    buttons->addWidget(m_save);
    buttons->addWidget(m_toConsent);
    buttons->addWidget(m_setPin);
    buttons->addWidget(m_faceRecord);
    buttons->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_title);
    layout->addWidget(makePerson());
    layout->addWidget(makeGuardians());
    layout->addLayout(buttons);
    layout->addStretch(1);

    connect(m_save, &QAbstractButton::clicked, this, &PersonForm::saveAsked);
    connect(m_toConsent, &QAbstractButton::clicked, this, &PersonForm::consentAsked);
    connect(m_setPin, &QAbstractButton::clicked, this, &PersonForm::pinAsked);
    connect(m_faceRecord, &QAbstractButton::clicked, this, &PersonForm::faceRecordAsked);
    retranslate();
    startNew();
}

PersonForm::Field PersonForm::addField(const QString& objectName, QGridLayout& grid, int row, int column, int span)
{
    auto* label = new Text(theme::Text::Secondary, this, true);
    auto* edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setMinimumHeight(theme::scaled(theme::targetPx));
    label->setBuddy(edit);
    label->setContentsMargins(0, row > 0 ? theme::unit() : 0, 0, 0);
    grid.addWidget(label, 2 * row, column, 1, span);
    grid.addWidget(edit, 2 * row + 1, column, 1, span);
    connect(edit, &QLineEdit::textChanged, this, &PersonForm::refreshButtons);
    return {label, edit};
}

QWidget* PersonForm::makePerson()
{
    auto* card = new Card(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * theme::unit());
    grid->setVerticalSpacing(theme::unit() / 2);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    m_number = addField(u"personNumber"_s, *grid, 0, 0, 2);
    m_kindLabel = new Text(theme::Text::Secondary, this, true);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"personKind"_s);
    m_kind->setMinimumHeight(theme::scaled(theme::targetPx));
    m_kind->addItem(QString(), int(people::Kind::Student));
    m_kind->addItem(QString(), int(people::Kind::Staff));
    m_kindLabel->setBuddy(m_kind);
    grid->addWidget(m_kindLabel, 0, 2, 1, 2);
    grid->addWidget(m_kind, 1, 2, 1, 2);
    m_name = addField(u"personName"_s, *grid, 1, 0, 2);
    m_reading = addField(u"personReading"_s, *grid, 1, 2, 2);
    m_birthDate = addField(u"personBirthDate"_s, *grid, 2, 0);
    m_year = addField(u"personYear"_s, *grid, 2, 1);
    m_group = addField(u"personGroup"_s, *grid, 2, 2);
    markForCodes(*m_number.edit);
    markFigures(*m_birthDate.edit);
    markFigures(*m_year.edit);
    m_house = addField(u"personHouse"_s, *grid, 2, 3);
    card->body()->addLayout(grid);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PersonForm::refreshButtons);
    for (const Field& field : {m_number, m_name, m_reading, m_birthDate, m_year, m_group, m_house}) {
        connect(field.edit, &QLineEdit::returnPressed, this, [this] {
            if (m_save->isVisible() && m_save->isEnabled())
                Q_EMIT saveAsked();
            else if (m_toConsent->isVisible())
                Q_EMIT consentAsked();
        });
    }
    return card;
}

QWidget* PersonForm::makeGuardians()
{
    m_guardianCard = new Card(this);
    m_guardianTitle = new Text(theme::Text::Section, m_guardianCard, true);
    m_guardianHint = new Text(theme::Text::Secondary, m_guardianCard);
    m_guardianHint->setRole(theme::Role::Quiet);
    m_guardianHint->setWordWrap(true);
    m_guardianRows = new QVBoxLayout;
    m_guardianRows->setSpacing(theme::unit() / 2);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * theme::unit());
    grid->setVerticalSpacing(theme::unit() / 2);
    m_guardianName = addField(u"guardianName"_s, *grid, 0, 0);
    m_relationLabel = new Text(theme::Text::Secondary, m_guardianCard, true);
    m_relation = new QComboBox(m_guardianCard);
    m_relation->setObjectName(u"guardianRelation"_s);
    m_relation->setMinimumHeight(theme::scaled(theme::targetPx));
    for (const people::Relation relation : {people::Relation::Mother, people::Relation::Father,
                                            people::Relation::Grandparent, people::Relation::OtherGuardian})
        m_relation->addItem(QString(), int(relation));
    m_relationLabel->setBuddy(m_relation);
    grid->addWidget(m_relationLabel, 0, 1);
    grid->addWidget(m_relation, 1, 1);
    m_guardianContact = addField(u"guardianContact"_s, *grid, 0, 2);
    m_addGuardian = new Button(Button::Weight::Plain, Button::Size::Normal, m_guardianCard);
    m_addGuardian->setObjectName(u"addGuardian"_s);
    m_addGuardian->setIconName(u"plus"_s);
    m_addGuardian->setAutoDefault(true);
    grid->setRowMinimumHeight(2, theme::unit() / 2);
    grid->addWidget(m_addGuardian, 3, 0, 1, 3, Qt::AlignLeft);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    connect(m_addGuardian, &QAbstractButton::clicked, this, &PersonForm::addGuardian);
    connect(m_guardianName.edit, &QLineEdit::returnPressed, this, &PersonForm::addGuardian);
    connect(m_guardianContact.edit, &QLineEdit::returnPressed, this, &PersonForm::addGuardian);

    m_guardianCard->body()->addWidget(m_guardianTitle);
    m_guardianCard->body()->addWidget(m_guardianHint);
    m_guardianCard->body()->addLayout(m_guardianRows);
    m_guardianCard->body()->addLayout(grid);
    return m_guardianCard;
}

void PersonForm::startNew()
{
    m_file.reset();
    m_drafts.clear();
    fill(people::Person{});
    guardianStored();
    listGuardians();
    retranslate();
    refreshButtons();
}

void PersonForm::show(const enrolment::PersonFile& file)
{
    const bool same = m_file && m_file->person.id == file.person.id;
    const bool keep = same && hasUnsaved();
    m_file = file;
    if (!keep)
        fill(file.person);
    if (!same) {
        m_drafts.clear();
        guardianStored();
    }
    listGuardians();
    retranslate();
    refreshButtons();
}

void PersonForm::fill(const people::Person& person)
{
    m_filled = person;
    m_number.edit->setText(person.number);
    m_kind->setCurrentIndex(m_kind->findData(int(person.kind)));
    m_name.edit->setText(person.name);
    m_reading.edit->setText(person.reading);
    m_birthDate.edit->setText(dateText(person.birthDate));
    m_year.edit->setText(person.schoolYear > 0 ? QString::number(person.schoolYear) : QString());
    m_group.edit->setText(person.group);
    m_house.edit->setText(person.house);
    for (const Field& field : {m_number, m_name, m_reading, m_group, m_house})
        field.edit->setCursorPosition(0);
}

bool PersonForm::hasUnsaved() const
{
    if (!m_filled)
        return false;
    const people::Person& was = *m_filled;
    return m_number.edit->text() != was.number || m_kind->currentData().toInt() != int(was.kind)
           || m_name.edit->text() != was.name || m_reading.edit->text() != was.reading
           || m_birthDate.edit->text() != dateText(was.birthDate)
           || m_year.edit->text() != (was.schoolYear > 0 ? QString::number(was.schoolYear) : QString())
           || m_group.edit->text() != was.group || m_house.edit->text() != was.house;
}

Result<people::Person> PersonForm::typed() const
{
    people::Person person = m_file ? m_file->person : people::Person{};
    person.kind = people::Kind(m_kind->currentData().toInt());
    person.number = m_number.edit->text();
    person.name = m_name.edit->text();
    person.reading = m_reading.edit->text();
    person.group = m_group.edit->text();
    person.house = m_house.edit->text();
    const std::optional<QDate> birthDate = dateFromText(m_birthDate.edit->text());
    if (!birthDate)
        return fail(FaultCode::DateImplausible, m_birthDate.edit->text().left(people::longestNumberChars));
    person.birthDate = *birthDate;
    person.schoolYear = 0;
    const QString year = m_year.edit->text().normalized(QString::NormalizationForm_KC).trimmed();
    if (person.kind == people::Kind::Student) {
        bool isNumber = false;
        person.schoolYear = year.toInt(&isNumber);
        if (!isNumber)
            return fail(FaultCode::QuantityOutOfRange);
    }
    return person;
}

people::Guardian PersonForm::typedGuardian() const
{
    people::Guardian guardian;
    guardian.id = m_guardianId;
    if (m_file)
        guardian.student = m_file->person.id;
    guardian.name = m_guardianName.edit->text();
    guardian.relation = people::Relation(m_relation->currentData().toInt());
    guardian.contact = m_guardianContact.edit->text();
    return guardian;
}

std::vector<people::Guardian> PersonForm::newGuardians() const
{
    std::vector<people::Guardian> guardians = m_drafts;
    if (m_kind->currentData().toInt() != int(people::Kind::Student))
        return {};
    if (!m_guardianName.edit->text().trimmed().isEmpty())
        guardians.push_back(typedGuardian());
    return guardians;
}

void PersonForm::addGuardian()
{
    if (m_busy)
        return;
    const people::Guardian guardian = typedGuardian();
    if (m_file) {
        Q_EMIT guardianAsked(guardian);
        return;
    }
    if (!people::checked(guardian)) {
        Q_EMIT guardianAsked(guardian); // the page says what is wrong with it
        return;
    }
    m_drafts.push_back(guardian);
    guardianStored();
    listGuardians();
    m_guardianName.edit->setFocus();
}

void PersonForm::guardianStored()
{
    m_guardianId = m_makeGuardianId();
    m_guardianName.edit->clear();
    m_guardianContact.edit->clear();
    m_relation->setCurrentIndex(0);
}

void PersonForm::listGuardians()
{
    while (QLayoutItem* item = m_guardianRows->takeAt(0)) {
        if (QWidget* row = item->widget())
            row->deleteLater();
        delete item;
    }
    std::vector<people::Guardian> guardians = m_file ? m_file->guardians : std::vector<people::Guardian>{};
    guardians.insert(guardians.end(), m_drafts.begin(), m_drafts.end());
    for (const people::Guardian& guardian : guardians) {
        auto* row = new QWidget(m_guardianCard);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::unit());
        auto* icon = new IconView(u"guardian"_s, 20, row);
        icon->setRole(theme::Role::Quiet);
        auto* name = new Text(theme::Text::Body, row, true);
        name->setWordWrap(true);
        name->setText(guardian.name);
        auto* rest = new Text(theme::Text::Body, row);
        rest->setWordWrap(true);
        rest->setRole(theme::Role::Quiet);
        rest->setText(guardian.contact.isEmpty()
                          ? relationText(guardian.relation)
                          : relationText(guardian.relation) + u" · "_s + isolated(guardian.contact));
        layout->addWidget(icon);
        layout->addWidget(name);
        layout->addWidget(rest, 1);
        m_guardianRows->addWidget(row);
    }
    m_guardianHint->setVisible(guardians.empty());
}

void PersonForm::focusFirst()
{
    (isNew() ? m_number.edit : m_name.edit)->setFocus();
}

void PersonForm::focusField(FaultCode code)
{
    QLineEdit* edit = nullptr;
    if (code == FaultCode::DateImplausible)
        edit = m_birthDate.edit;
    else if (code == FaultCode::QuantityOutOfRange)
        edit = m_year.edit;
    else if (code == FaultCode::Duplicate)
        edit = m_number.edit;
    else if (code == FaultCode::TextEmpty)
        edit = m_number.edit->text().trimmed().isEmpty() ? m_number.edit : m_name.edit;
    if (edit == nullptr)
        return;
    edit->setFocus();
    edit->selectAll();
}

void PersonForm::setBusy(bool busy)
{
    m_busy = busy;
    refreshButtons();
}

void PersonForm::refreshButtons()
{
    const bool student = m_kind->currentData().toInt() == int(people::Kind::Student);
    m_guardianCard->setVisible(student);
    m_year.edit->setEnabled(student);
    const bool saving = isNew() || hasUnsaved();
    m_save->setVisible(saving);
    m_save->setEnabled(!m_busy);
    m_toConsent->setVisible(!saving);
    m_toConsent->setEnabled(!m_busy);
    m_setPin->setVisible(!isNew());
    m_faceRecord->setVisible(!isNew());
    m_faceRecord->setEnabled(!m_busy);
    m_addGuardian->setEnabled(!m_busy);
}

void PersonForm::retranslate()
{
    m_title->setText(m_file ? m_file->person.name : tr("New person"));
    m_number.label->setText(tr("Number"));
    m_kindLabel->setText(tr("Student or staff"));
    m_kind->setItemText(0, tr("Student"));
    m_kind->setItemText(1, tr("Staff"));
    m_name.label->setText(tr("Name"));
    m_reading.label->setText(tr("Reading"));
    m_reading.edit->setPlaceholderText(tr("Kana or Latin letters, for sorting and search"));
    m_birthDate.label->setText(tr("Date of birth"));
    m_birthDate.edit->setPlaceholderText(tr("2010-04-30", "example of a date, year first"));
    m_year.label->setText(tr("School year"));
    m_group.label->setText(tr("Class"));
    m_house.label->setText(tr("House"));
    m_guardianTitle->setText(tr("Guardians"));
    m_guardianHint->setText(tr("Without a guardian on record the face of a minor may not be used."));
    m_guardianName.label->setText(tr("Guardian's name"));
    m_relationLabel->setText(tr("Relation"));
    for (int i = 0; i < m_relation->count(); ++i)
        m_relation->setItemText(i, relationText(people::Relation(m_relation->itemData(i).toInt())));
    m_guardianContact.label->setText(tr("Telephone, mail or address"));
    m_addGuardian->setText(tr("Add guardian"));
    m_save->setText(isNew() ? tr("Save person") : tr("Save changes"));
    m_toConsent->setText(tr("Go on to consent"));
    m_faceRecord->setText(tr("Face and photo"));
    m_setPin->setText(m_file && m_file->hasPin ? tr("Change PIN") : tr("Set PIN"));
    listGuardians();
}

} // namespace kobai::app
