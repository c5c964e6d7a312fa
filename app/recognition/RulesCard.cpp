// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RulesCard.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "face/ModelFolder.h"
#include "widgets/Controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Text;
namespace theme = widgets::theme;

RulesCard::RulesCard(Services& services, QWidget* parent)
    : SettingsCard(parent), m_services(services), m_claimFirst(new QCheckBox),
      m_claimFirstNote(new Text(theme::Text::Secondary)), m_challenge(new QCheckBox),
      m_challengeNote(new Text(theme::Text::Secondary)), m_modelLabel(new QLabel), m_model(new QComboBox),
      m_modelNote(new Text(theme::Text::Secondary)), m_sure(new Button(Button::Weight::Danger)),
      m_cancel(new Button(Button::Weight::Quiet)), m_banner(new widgets::Banner)
{
    m_claimFirst->setObjectName(u"claimFirst"_s);
    m_challenge->setObjectName(u"challenge"_s);
    m_model->setObjectName(u"embeddingModel"_s);
    m_model->setMinimumHeight(theme::scaled(theme::targetPx));
    m_modelLabel->setBuddy(m_model);
    m_sure->setObjectName(u"changeModelSure"_s);
    m_cancel->setObjectName(u"changeModelCancel"_s);
    for (Text* note : {m_claimFirstNote, m_challengeNote, m_modelNote}) {
        note->setWordWrap(true);
        note->setRole(theme::Role::Quiet);
    }
    m_banner->clear();
    layOut();
    ask(false);

    connect(m_claimFirst, &QCheckBox::toggled, this, [this](bool on) {
        auto wanted = m_settings;
        wanted.claimFirst = on;
        change(wanted);
    });
    connect(m_challenge, &QCheckBox::toggled, this, [this](bool on) {
        auto wanted = m_settings;
        wanted.challenge = on;
        change(wanted);
    });
    connect(m_model, &QComboBox::activated, this, &RulesCard::modelPicked);
    connect(m_cancel, &Button::clicked, this, &RulesCard::stepBack);
    connect(m_sure, &Button::clicked, this, [this] {
        auto wanted = m_settings;
        wanted.model = m_model->currentData().toString();
        change(wanted);
    });
}

void RulesCard::layOut()
{
    const int unit = theme::unit();
    body()->addWidget(m_banner);
    body()->addWidget(m_claimFirst);
    body()->addWidget(m_claimFirstNote);
    body()->addSpacing(unit);
    body()->addWidget(m_challenge);
    body()->addWidget(m_challengeNote);
    body()->addSpacing(unit);
    body()->addWidget(m_modelLabel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_model, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_sure);
    body()->addLayout(row);
    body()->addWidget(m_modelNote);
}

void RulesCard::load()
{
    readModels();
    ask(false);
    enableRules(false); // until it is known what holds
    m_services.withStore(enrolment::recognitionSettings, this,
                         [this](const Result<enrolment::RecognitionSettings>& settings) { take(settings); });
}

void RulesCard::readModels()
{
    m_model->clear();
    for (const QString& name : face::availableModels(m_services.modelFolder()))
        m_model->addItem(name, name);
}

void RulesCard::take(const Result<enrolment::RecognitionSettings>& settings)
{
    if (settings) {
        m_settings = *settings;
        m_isKnown = true;
        m_banner->clear();
    } else {
        m_banner->say(theme::Role::Bad, faultText(settings.error()));
    }
    ask(false);
    showSettings();
}

void RulesCard::showSettings()
{
    const QSignalBlocker quietClaim(m_claimFirst);
    const QSignalBlocker quietChallenge(m_challenge);
    m_claimFirst->setChecked(m_settings.claimFirst);
    m_challenge->setChecked(m_settings.challenge);
    if (m_model->findData(m_settings.model) < 0 && !m_settings.model.isEmpty())
        m_model->addItem(m_settings.model, m_settings.model); // chosen once, and its file is gone: to be seen
    m_model->setCurrentIndex(std::max(0, m_model->findData(m_settings.model)));
    enableRules(m_isKnown);
}

void RulesCard::change(const enrolment::RecognitionSettings& wanted)
{
    enableRules(false);
    m_services.withStore(
        [wanted, by = m_services.operatorId()](store::Store& store) -> Result<enrolment::RecognitionSettings> {
            KOBAI_TRY(enrolment::changeRecognition(store, wanted, by));
            return enrolment::recognitionSettings(store);
        },
        this,
        [this](const Result<enrolment::RecognitionSettings>& settings) {
            take(settings);
            if (settings)
                m_services.refreshGallery();
        });
}

void RulesCard::enableRules(bool enabled)
{
    m_claimFirst->setEnabled(enabled);
    m_challenge->setEnabled(enabled);
    m_model->setEnabled(enabled && m_model->count() > 1);
}

void RulesCard::modelPicked()
{
    ask(m_model->currentData().toString() != m_settings.model);
}

void RulesCard::ask(bool asking)
{
    m_sure->setVisible(asking);
    m_cancel->setVisible(asking);
    if (asking)
        m_cancel->setFocus();
}

bool RulesCard::stepBack()
{
    if (m_sure->isHidden())
        return false;
    ask(false);
    showSettings();
    m_model->setFocus();
    return true;
}

void RulesCard::retranslate()
{
    setHeading(tr("At the till"));
    m_claimFirst->setText(tr("Always ask for the number or card first"));
    m_claimFirstNote->setText(
        tr("The face is then compared with that one person only. It is the safest way, and Kobai takes it by "
           "itself where the faces of a school are too alike to search among all of them."));
    m_challenge->setText(tr("Ask to turn the head or to blink"));
    m_challengeNote->setText(
        tr("Once a face is recognised, one movement drawn at random is asked for: a picture or a film cannot follow. "
           "Who cannot move like that is freed from it on the person's record and pays by face all the same."));
    m_modelLabel->setText(tr("Face network"));
    m_model->setAccessibleName(tr("Face network"));
    m_modelNote->setText(
        tr("Templates of two networks are never compared. With another one everybody has to be enrolled anew; the "
           "templates of this one stay locked away until you come back to it."));
    m_sure->setText(tr("Use this network"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace kobai::app
