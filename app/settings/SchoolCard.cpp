// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SchoolCard.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "widgets/Controls.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

SchoolCard::SchoolCard(Services& services, QWidget* parent)
    : SettingsCard(parent), m_services(services), m_nameLabel(new QLabel), m_name(new QLineEdit),
      m_save(new Button(Button::Weight::Plain)), m_faces(new QCheckBox), m_facesNote(new Text(theme::Text::Secondary)),
      m_pauseLabel(new QLabel), m_pause(new QSpinBox), m_pauseNote(new Text(theme::Text::Secondary)),
      m_notice(new Text(theme::Text::Body)), m_noticeNote(new Text(theme::Text::Secondary)),
      m_raise(new Button(Button::Weight::Plain)), m_sure(new Button(Button::Weight::Danger)),
      m_cancel(new Button(Button::Weight::Quiet)), m_banner(new widgets::Banner)
{
    m_name->setObjectName(u"schoolNameSetting"_s);
    m_name->setMinimumHeight(theme::scaled(theme::targetPx));
    m_nameLabel->setBuddy(m_name);
    m_save->setObjectName(u"saveSchoolName"_s);
    m_faces->setObjectName(u"facesOn"_s);
    m_raise->setObjectName(u"raiseNotice"_s);
    m_sure->setObjectName(u"raiseNoticeSure"_s);
    m_cancel->setObjectName(u"raiseNoticeCancel"_s);
    m_pause->setObjectName(u"pauseDays"_s);
    m_pause->setRange(1, consent::longestPauseDays);
    m_pause->setMinimumHeight(theme::scaled(theme::targetPx));
    m_pause->setFocusPolicy(Qt::StrongFocus);
    m_pauseLabel->setBuddy(m_pause);
    for (Text* note : {m_facesNote, m_pauseNote, m_noticeNote}) {
        note->setWordWrap(true);
        note->setRole(theme::Role::Quiet);
    }
    m_faces->setEnabled(false); // until they are read
    m_pause->setEnabled(false);
    m_banner->clear();
    layOut();
    ask(false);

    connect(m_name, &QLineEdit::textEdited, this,
            [this] { m_save->setEnabled(m_name->text().trimmed() != m_settings.name); });
    connect(m_name, &QLineEdit::returnPressed, this, &SchoolCard::rename);
    connect(m_save, &Button::clicked, this, &SchoolCard::rename);
    connect(m_faces, &QCheckBox::toggled, this, &SchoolCard::switchFacesTo);
    m_pause->installEventFilter(this);
    connect(m_pause, &QSpinBox::editingFinished, this, &SchoolCard::limitPauses);
    connect(m_raise, &Button::clicked, this, [this] { ask(true); });
    connect(m_cancel, &Button::clicked, this, [this] { ask(false); });
    connect(m_sure, &Button::clicked, this, &SchoolCard::raise);
    connect(&m_services, &Services::schoolFailed, this,
            [this](const Fault& fault) { m_banner->say(theme::Role::Bad, faultText(fault)); });
}

SchoolCard::~SchoolCard()
{
    m_pause->disconnect(this); // it ends its editing when it goes, and by then this is no card any more
}

void SchoolCard::layOut()
{
    const int unit = theme::unit();
    body()->addWidget(m_banner);
    body()->addWidget(m_nameLabel);
    auto* nameRow = new QHBoxLayout;
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_save);
    body()->addLayout(nameRow);
    body()->addSpacing(unit);
    body()->addWidget(m_faces);
    body()->addWidget(m_facesNote);
    body()->addSpacing(unit);
    auto* pauseRow = new QHBoxLayout;
    pauseRow->addWidget(m_pauseLabel);
    pauseRow->addWidget(m_pause);
    pauseRow->addStretch(1);
    body()->addLayout(pauseRow);
    body()->addWidget(m_pauseNote);
    body()->addSpacing(unit);
    auto* noticeRow = new QHBoxLayout;
    noticeRow->addWidget(m_notice, 1);
    noticeRow->addWidget(m_raise);
    noticeRow->addWidget(m_cancel);
    noticeRow->addWidget(m_sure);
    body()->addLayout(noticeRow);
    body()->addWidget(m_noticeNote);
}

void SchoolCard::load()
{
    ask(false);
    m_services.withStore(schoolSettings, this,
                         [this](const Result<SchoolSettings>& settings) { take(settings, false); });
}

void SchoolCard::take(const Result<SchoolSettings>& settings, bool changed)
{
    if (settings) {
        m_settings = *settings;
        m_isRead = true;
        m_banner->clear();
    } else {
        m_banner->say(theme::Role::Bad, faultText(settings.error()));
    }
    const QSignalBlocker quiet(m_faces);
    m_faces->setChecked(m_settings.facesOn);
    m_faces->setEnabled(m_isRead); // what is not known is not shown as a choice
    if (std::exchange(m_switched, false) && m_pause->hasFocus())
        m_faces->setFocus(); // Qt has moved it on from what was disabled
    const QSignalBlocker quietPause(m_pause);
    m_pause->setValue(m_settings.pauseDays);
    m_pause->setEnabled(m_isRead);
    m_name->setText(m_settings.name);
    m_save->setEnabled(false);
    ask(false);
    retranslate();
    if (settings && changed) {
        m_services.reloadSchool();
        m_services.refreshGallery();
    }
}

void SchoolCard::rename()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text();
    const OperatorId by = m_services.operatorId();
    m_services.withStore([name, by](store::Store& store) { return renameSchool(store, name, by); }, this,
                         [this](const Result<SchoolSettings>& settings) { take(settings, true); });
}

void SchoolCard::switchFacesTo(bool on)
{
    m_switched = m_faces->hasFocus();
    m_faces->setEnabled(false); // until it is written
    const OperatorId by = m_services.operatorId();
    m_services.withStore([on, by](store::Store& store) { return switchFaces(store, on, by); }, this,
                         [this](const Result<SchoolSettings>& settings) { take(settings, true); });
}

bool SchoolCard::eventFilter(QObject* watched, QEvent* event)
{
    // Whoever scrolls the page does not shorten how long faces are kept.
    if (watched == m_pause && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return SettingsCard::eventFilter(watched, event);
}

void SchoolCard::limitPauses()
{
    if (m_pause->value() == m_settings.pauseDays)
        return;
    m_services.withStore([days = m_pause->value(), by = m_services.operatorId()](
                             store::Store& store) { return app::limitPauses(store, days, by); },
                         this, [this](const Result<SchoolSettings>& settings) { take(settings, false); });
}

void SchoolCard::raise()
{
    const OperatorId by = m_services.operatorId();
    m_services.withStore([by](store::Store& store) { return raiseNotice(store, by); }, this,
                         [this](const Result<SchoolSettings>& settings) { take(settings, true); });
}

void SchoolCard::ask(bool asking)
{
    m_raise->setVisible(!asking);
    m_sure->setVisible(asking);
    m_cancel->setVisible(asking);
    if (asking)
        m_cancel->setFocus();
}

bool SchoolCard::stepBack()
{
    if (!m_sure->isVisible())
        return false;
    ask(false);
    m_raise->setFocus();
    return true;
}

void SchoolCard::retranslate()
{
    setHeading(tr("The school"));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the school"));
    m_save->setText(tr("Save"));
    m_faces->setText(tr("Students may pay by face"));
    m_facesNote->setText(
        tr("Switched off, no camera opens and no face is compared; the store sells by PIN and look-up. "
           "Enrolled faces stay locked away until it is switched on again, for as long as is set below."));
    m_pauseLabel->setText(tr("Keep a paused face for"));
    m_pause->setAccessibleName(m_pauseLabel->text());
    m_pause->setSuffix(tr(" days", "after a number"));
    m_pauseNote->setText(
        tr("A face is paused while faces are switched off and while a new notice waits for answers. After "
           "these days it is destroyed, and the student has to be enrolled anew."));
    m_notice->setText(tr("Consent notice, version %1").arg(m_settings.noticeVersion));
    m_noticeNote->setText(
        tr("A consent answers one version of the notice. After a change of its text raise the version: "
           "every guardian is asked again, and until then these faces do not pay."));
    m_raise->setText(tr("New version ..."));
    m_sure->setText(tr("Ask everybody again"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace kobai::app
