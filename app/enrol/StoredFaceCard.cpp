// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/StoredFaceCard.h"

#include "app/enrol/AskStrip.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QCheckBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

StoredFaceCard::StoredFaceCard(QWidget* parent) : QWidget(parent)
{
    auto* card = new Card(this);
    m_title = new Text(theme::Text::Section, card, true);
    m_state = new Text(theme::Text::Body, card);
    m_state->setObjectName(u"storedFace"_s);
    m_state->setWordWrap(true);
    m_remove = new Button(Button::Weight::Danger, Button::Size::Normal, card);
    m_remove->setObjectName(u"removeFace"_s);
    m_remove->setIconName(u"trash"_s);
    m_remove->setAutoDefault(true);
    m_ask = new AskStrip(u"removeFace"_s, card);
    m_spared = new QCheckBox(card);
    m_spared->setObjectName(u"withoutChallenge"_s);
    m_sparedNote = new Text(theme::Text::Secondary, card);
    m_sparedNote->setRole(theme::Role::Quiet);
    m_sparedNote->setWordWrap(true);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_state);
    card->body()->addWidget(m_remove, 0, Qt::AlignLeft);
    card->body()->addWidget(m_ask);
    card->body()->addSpacing(theme::unit());
    card->body()->addWidget(m_spared);
    card->body()->addWidget(m_sparedNote);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        m_ask->ask(
            tr("Remove the face of %1? What is stored of it is destroyed at once. The consent stays on record, and "
               "paying by PIN or look-up goes on.")
                .arg(isolated(m_file->person.name)),
            tr("Remove the face"), tr("Keep it", "the face"));
    });
    connect(m_ask, &AskStrip::confirmed, this, &StoredFaceCard::removeAsked);
    connect(m_ask, &AskStrip::cancelled, this, [this] { m_remove->setFocus(); });
    connect(m_spared, &QCheckBox::toggled, this, &StoredFaceCard::spareAsked);
}

void StoredFaceCard::show(const enrolment::PersonFile& file, bool withoutChallenge)
{
    if (!m_file || m_file->person.id != file.person.id || file.captures == 0)
        m_ask->close();
    m_file = file;
    const QSignalBlocker silent(m_spared);
    m_spared->setChecked(withoutChallenge);
    m_remove->setVisible(file.captures > 0);
    retranslate();
}

bool StoredFaceCard::stepBack()
{
    if (!m_ask->isOpen())
        return false;
    m_ask->close();
    m_remove->setFocus();
    return true;
}

void StoredFaceCard::retranslate()
{
    m_title->setText(tr("The face", "what is stored of it"));
    m_remove->setText(tr("Remove the face"));
    m_spared->setText(tr("Do not ask to turn or blink"));
    m_sparedNote->setText(
        tr("For somebody who cannot turn the head or close the eyes when asked. They pay by face all the same."));
    if (!m_file)
        return;
    if (m_file->captures == 0 || !m_file->enrolledAt) {
        m_state->setText(tr("No face of %1 is enrolled.").arg(isolated(m_file->person.name)));
        return;
    }
    m_state->setText(
        tr("Enrolled on %1. %n protected template(s) are stored, none of them a picture.", nullptr, m_file->captures)
            .arg(QLocale().toString(toLocal(*m_file->enrolledAt).date(), QLocale::ShortFormat)));
}

} // namespace kobai::app
