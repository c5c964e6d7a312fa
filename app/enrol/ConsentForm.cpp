// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/ConsentForm.h"

#include "app/enrol/ConsentWords.h"
#include "app/enrol/DateText.h"
#include "app/scanner/ScanFocus.h"
#include "widgets/Controls.h"
#include "widgets/FieldManners.h"
#include "widgets/Names.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using consent::EventKind;
using consent::Reason;

ConsentForm::ConsentForm(QWidget* parent) : QWidget(parent)
{
    m_card = new Card(this);
    m_title = new Text(theme::Text::Section, m_card, true);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(theme::unit());
    m_grid->setVerticalSpacing(theme::unit() / 2);
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, 1);
    makeFields();
    makeButtons();
    makeStrip();
    m_complaint = new Text(theme::Text::Body, m_card);
    m_complaint->setObjectName(u"consentComplaint"_s);
    m_complaint->setRole(theme::Role::Bad);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    m_card->body()->addWidget(m_title);
    m_card->body()->addLayout(m_grid);
    m_card->body()->addWidget(m_complaint);
    m_card->body()->addWidget(m_strip);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    retranslate();
}

void ConsentForm::makeFields()
{
    const auto place = [this](int row, int column, QWidget* field, const QString& name) {
        auto* label = new Text(theme::Text::Secondary, m_card, true);
        label->setBuddy(field);
        field->setObjectName(name);
        field->setMinimumHeight(theme::scaled(theme::targetPx));
        m_grid->addWidget(label, 2 * row, column);
        m_grid->addWidget(field, 2 * row + 1, column);
        return label;
    };
    m_guardian = new QComboBox(m_card);
    m_guardian->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_guardian->setMinimumContentsLength(8);
    m_guardianLabel = place(0, 0, m_guardian, u"consentGuardian"_s);
    m_means = new QComboBox(m_card);
    for (const consent::Means means :
         {consent::Means::Letter, consent::Means::Mail, consent::Means::InPerson, consent::Means::Telephone})
        m_means->addItem(QString(), int(means));
    m_meansLabel = place(0, 1, m_means, u"consentMeans"_s);
    m_version = new QComboBox(m_card);
    m_version->setMinimumContentsLength(4);
    m_versionLabel = place(1, 0, m_version, u"consentVersion"_s);
    m_until = new QLineEdit(m_card);
    markFigures(*m_until);
    m_untilLabel = place(1, 1, m_until, u"consentUntil"_s);
}

void ConsentForm::makeButtons()
{
    const auto add = [this](int row, int column, const QString& name, const QString& icon, Button::Weight weight) {
        auto* button = new Button(weight, Button::Size::Normal, m_card);
        button->setObjectName(name);
        button->setIconName(icon);
        button->setAutoDefault(true);
        m_grid->addWidget(button, row, column);
        return button;
    };
    m_grid->setRowMinimumHeight(4, theme::unit());
    m_notice = add(5, 0, u"recordNotice"_s, u"mail"_s, Button::Weight::Plain);
    m_consent = add(5, 1, u"recordConsent"_s, u"consent"_s, Button::Weight::Plain);
    m_student = add(5, 2, u"askStudent"_s, u"person"_s, Button::Weight::Plain);
    m_unreachable = add(6, 0, u"recordUnreachable"_s, u"phone"_s, Button::Weight::Plain);
    m_objection = add(6, 1, u"recordObjection"_s, u"block"_s, Button::Weight::Danger);
    m_withdraw = add(6, 2, u"withdraw"_s, u"undo"_s, Button::Weight::Danger);
    connect(m_guardian, &QComboBox::currentIndexChanged, this, [this] {
        m_versionChosen.reset();
        offerVersions();
    });
    connect(m_version, &QComboBox::activated, this, [this] { m_versionChosen = m_version->currentData().toInt(); });
    connect(m_notice, &QAbstractButton::clicked, this, [this] { record(EventKind::NoticeSent); });
    connect(m_consent, &QAbstractButton::clicked, this, &ConsentForm::recordConsent);
    connect(m_student, &QAbstractButton::clicked, this, &ConsentForm::studentAsked);
    connect(m_unreachable, &QAbstractButton::clicked, this, [this] { open(Strip::Unreachable); });
    connect(m_objection, &QAbstractButton::clicked, this, [this] { open(Strip::Objection); });
    connect(m_withdraw, &QAbstractButton::clicked, this, [this] { open(Strip::Withdrawal); });
}

void ConsentForm::makeStrip()
{
    m_strip = new QWidget(m_card);
    m_stripWords = new Text(theme::Text::Body, m_strip, true);
    m_stripWords->setObjectName(u"consentQuestion"_s);
    m_stripWords->setWordWrap(true);
    m_reasonLabel = new Text(theme::Text::Secondary, m_strip, true);
    m_reason = new QLineEdit(m_strip);
    m_reason->setObjectName(u"consentReason"_s);
    m_reasonLabel->setBuddy(m_reason);
    m_staffLabel = new Text(theme::Text::Secondary, m_strip, true);
    m_staff = new QLineEdit(m_strip);
    m_staff->setObjectName(u"secondStaff"_s);
    m_staffLabel->setBuddy(m_staff);
    m_confirm = new Button(Button::Weight::Danger, Button::Size::Normal, m_strip);
    m_cancel = new Button(Button::Weight::Quiet, Button::Size::Normal, m_strip);
    m_confirm->setAutoDefault(true);
    m_cancel->setAutoDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_strip);
    layout->setContentsMargins(0, theme::unit(), 0, 0);
    layout->setSpacing(theme::unit() / 2);
    layout->addWidget(m_stripWords);
    layout->addWidget(m_reasonLabel);
    layout->addWidget(m_reason);
    layout->addWidget(m_staffLabel);
    layout->addWidget(m_staff);
    layout->addLayout(buttons);
    m_strip->hide();
    connect(m_confirm, &QAbstractButton::clicked, this, &ConsentForm::confirmStrip);
    // Enter in a field goes on and confirms nothing: a face would be deleted by whatever types one.
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        QWidget* next = m_confirm;
        if (m_staff->isVisible())
            next = m_staff;
        next->setFocus(Qt::TabFocusReason);
    });
    connect(m_staff, &QLineEdit::returnPressed, this, [this] { m_confirm->setFocus(Qt::TabFocusReason); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { open(Strip::None); });
}

QString ConsentForm::mendText(Reason reason)
{
    switch (reason) {
    case Reason::NoGuardian:
        return tr("Add a guardian");
    case Reason::NoticeMissing:
    case Reason::NoticeOutdated:
        return tr("Record the notice");
    case Reason::ConsentMissing:
    case Reason::GuardianObjected:
    case Reason::Withdrawn:
    case Reason::Expired:
        return tr("Record the form");
    case Reason::StudentNotAsked:
    case Reason::StudentRefused:
        return tr("Ask the student");
    case Reason::HasLeft:
    case Reason::FacesOff:
        return {};
    }
    Q_UNREACHABLE();
}

void ConsentForm::show(const enrolment::PersonFile& file)
{
    m_file = file;
    const QVariant kept = m_guardian->currentData();
    const QSignalBlocker quiet(m_guardian);
    m_guardian->clear();
    for (const people::Guardian& known : file.guardians)
        m_guardian->addItem(QString(), known.id.toBytes());
    // From the age of consent on, and for staff, the person answers; nobody else can.
    m_guardian->addItem(QString(), QByteArray());
    const int index = m_guardian->findData(kept);
    m_guardian->setCurrentIndex(std::max(0, index));
    if (index < 0)
        m_versionChosen.reset();
    offerVersions();
    retranslate();
}

/// In the order in which show() has listed them.
void ConsentForm::nameGuardians()
{
    if (!m_file)
        return;
    int row = 0;
    for (const people::Guardian& known : m_file->guardians)
        m_guardian->setItemText(row++, guardianText(*m_file, known.id));
    m_guardian->setItemText(row, tr("%1 in person").arg(isolated(m_file->person.name)));
}

void ConsentForm::offerVersions()
{
    m_version->clear();
    if (!m_file)
        return;
    for (int version = m_file->currentNoticeVersion; version > 0; --version)
        m_version->addItem(QLocale().toString(version), version);
    const auto sent = std::ranges::find_if(m_file->events.rbegin(), m_file->events.rend(), [this](const auto& event) {
        return event.kind == EventKind::NoticeSent && event.guardian == guardian();
    });
    int version = 0; // none: somebody has to look at the form
    if (m_versionChosen)
        version = *m_versionChosen;
    else if (sent != m_file->events.rend())
        version = sent->noticeVersion;
    else if (m_file->currentNoticeVersion == 1)
        version = 1;
    m_version->setCurrentIndex(m_version->findData(version));
}

void ConsentForm::reset()
{
    open(Strip::None);
    m_until->clear();
    m_means->setCurrentIndex(0);
    m_guardian->clear();
    m_versionChosen.reset();
}

void ConsentForm::mend(const consent::Obstacle& obstacle)
{
    if (!obstacle.guardian.isNull())
        m_guardian->setCurrentIndex(m_guardian->findData(obstacle.guardian.toBytes()));
    switch (obstacle.reason) {
    case Reason::NoticeMissing:
    case Reason::NoticeOutdated:
        m_notice->setFocus(Qt::TabFocusReason);
        return;
    case Reason::ConsentMissing:
    case Reason::GuardianObjected:
    case Reason::Withdrawn:
    case Reason::Expired:
        m_consent->setFocus(Qt::TabFocusReason);
        return;
    case Reason::StudentNotAsked:
    case Reason::StudentRefused:
        Q_EMIT studentAsked();
        return;
    case Reason::NoGuardian:
    case Reason::HasLeft:
    case Reason::FacesOff:
        return;
    }
}

bool ConsentForm::stepBack()
{
    if (m_open == Strip::None)
        return false;
    open(Strip::None);
    return true;
}

void ConsentForm::focusFirst()
{
    m_notice->setFocus();
}

void ConsentForm::open(Strip strip)
{
    m_open = strip;
    m_complaint->hide();
    m_reason->clear();
    m_staff->clear();
    m_strip->setVisible(strip != Strip::None);
    const bool unreachable = strip == Strip::Unreachable;
    for (QWidget* widget : {static_cast<QWidget*>(m_staffLabel), static_cast<QWidget*>(m_staff)})
        widget->setVisible(unreachable);
    const bool reasoned = unreachable || strip == Strip::Withdrawal;
    m_reasonLabel->setVisible(reasoned);
    m_reason->setVisible(reasoned);
    m_confirm->setObjectName(strip == Strip::Withdrawal ? u"confirmWithdraw"_s
                             : unreachable              ? u"confirmUnreachable"_s
                                                        : u"confirmObjection"_s);
    retranslate();
    if (unreachable)
        m_reason->setFocus();
    else if (strip != Strip::None)
        m_confirm->setFocus();
    if (strip != Strip::None)
        bringOpenedIntoSight(*m_strip);
}

void ConsentForm::confirmStrip()
{
    consent::Event event = draft(EventKind::Objected);
    switch (m_open) {
    case Strip::None:
        return;
    case Strip::Objection:
        break;
    case Strip::Withdrawal:
        event.kind = EventKind::Withdrawn;
        event.reason = m_reason->text();
        break;
    case Strip::Unreachable:
        event.kind = EventKind::GuardianUnreachable;
        event.reason = m_reason->text();
        event.secondStaff = m_staff->text();
        if (event.reason.trimmed().isEmpty()) {
            complain(tr("Say why this guardian cannot be reached. Nothing was recorded."), m_reason);
            return;
        }
        if (event.secondStaff.trimmed().isEmpty()) {
            complain(tr("Name the second member of staff who confirms it. Nothing was recorded."), m_staff);
            return;
        }
        break;
    }
    m_complaint->hide();
    Q_EMIT eventAsked(event);
}

void ConsentForm::record(EventKind kind)
{
    open(Strip::None);
    Q_EMIT eventAsked(draft(kind));
}

void ConsentForm::recordConsent()
{
    consent::Event event = draft(EventKind::ConsentGiven);
    if (!consent::isInWriting(event.means)) {
        complain(tr("A consent counts only in writing: on paper. Choose how the form came, or wait for it. Nothing was "
                    "recorded."),
                 m_means);
        return;
    }
    if (m_version->currentIndex() < 0) {
        complain(tr("Choose the version of the notice that is printed on the form. Nothing was recorded."), m_version);
        return;
    }
    const std::optional<QDate> until = dateFromText(m_until->text());
    if (!until) {
        complain(tr("The last day is not a date. Write it like 2027-03-31, or leave it empty. Nothing was recorded."),
                 m_until);
        return;
    }
    open(Strip::None);
    event.validUntil = *until;
    event.noticeVersion = m_version->currentData().toInt();
    Q_EMIT eventAsked(event);
}

void ConsentForm::complain(const QString& words, QWidget* field)
{
    m_complaint->setText(words);
    m_complaint->show();
    field->setFocus();
    if (auto* line = qobject_cast<QLineEdit*>(field))
        line->selectAll();
}

consent::Event ConsentForm::draft(EventKind kind) const
{
    consent::Event event;
    event.kind = kind;
    event.guardian = guardian();
    event.means = consent::Means(m_means->currentData().toInt());
    event.noticeVersion = m_file ? m_file->currentNoticeVersion : 0;
    return event;
}

GuardianId ConsentForm::guardian() const
{
    return GuardianId::fromBytes(m_guardian->currentData().toByteArray()).value_or(GuardianId());
}

void ConsentForm::retranslate()
{
    m_title->setText(tr("Put on record"));
    m_guardianLabel->setText(tr("Who"));
    m_meansLabel->setText(tr("How"));
    for (int i = 0; i < m_means->count(); ++i)
        m_means->setItemText(i, meansText(consent::Means(m_means->itemData(i).toInt())));
    m_versionLabel->setText(tr("Notice printed on the form"));
    m_untilLabel->setText(tr("Last day (may stay empty)"));
    m_until->setPlaceholderText(tr("End of the school year"));
    m_notice->setText(tr("Notice sent"));
    m_consent->setText(tr("Written consent"));
    m_student->setText(tr("Ask the student"));
    m_unreachable->setText(tr("Cannot be reached"));
    m_objection->setText(tr("Objection"));
    m_withdraw->setText(tr("Withdraw consent"));
    m_reasonLabel->setText(m_open == Strip::Withdrawal ? tr("Reason (may stay empty)") : tr("Reason"));
    m_staffLabel->setText(tr("Second member of staff"));
    m_cancel->setText(tr("Cancel"));
    nameGuardians();
    const QString name = m_file ? isolated(m_file->person.name) : QString();
    const QString who = m_guardian->currentText();
    switch (m_open) {
    case Strip::None:
        return;
    case Strip::Objection:
        m_stripWords->setText(
            tr("Record that %1 objects? The face of %2 may then not be used and is deleted.").arg(who, name));
        m_confirm->setText(tr("Record the objection"));
        return;
    case Strip::Withdrawal:
        m_stripWords->setText(
            tr("Record that %1 withdraws, and delete the face of %2? It cannot be brought back; paying by "
               "PIN or look-up goes on.")
                .arg(who, name));
        m_confirm->setText(tr("Withdraw and delete"));
        return;
    case Strip::Unreachable:
        m_stripWords->setText(tr("%1 cannot be reached: say why, and who else confirms it.").arg(who));
        m_confirm->setText(tr("Record it"));
        return;
    }
}

} // namespace kobai::app
