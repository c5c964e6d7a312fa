// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/ConsentView.h"

#include "app/FaultText.h"
#include "app/enrol/ConsentForm.h"
#include "app/enrol/ConsentTimeline.h"
#include "app/enrol/ConsentWords.h"
#include "widgets/Controls.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

ConsentView::ConsentView(QWidget* parent) : QWidget(parent)
{
    m_stateCard = new Card(this);
    m_stateIcon = new IconView(u"warning"_s, 32, m_stateCard);
    m_state = new Text(theme::Text::Section, m_stateCard, true);
    m_state->setObjectName(u"consentState"_s);
    m_state->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * theme::unit());
    head->addWidget(m_stateIcon, 0, Qt::AlignTop);
    head->addWidget(m_state, 1);
    m_obstacles = new QVBoxLayout;
    m_obstacles->setSpacing(theme::unit() / 2);
    m_stateCard->body()->addLayout(head);
    m_stateCard->body()->addLayout(m_obstacles);

    m_form = new ConsentForm(this);
    m_timeline = new ConsentTimeline(this);
    m_toFace = new Button(Button::Weight::Primary, Button::Size::Normal, this);
    m_toFace->setObjectName(u"toFace"_s);
    m_toFace->setIconName(u"forward"_s);
    m_toFace->setAutoDefault(true);
    m_toFaceHint = new Text(theme::Text::Secondary, this);
    m_toFaceHint->setRole(theme::Role::Quiet);
    m_toFaceHint->setWordWrap(true);
    auto* next = new QHBoxLayout;
    next->setSpacing(2 * theme::unit());
    next->addWidget(m_toFace);
    next->addWidget(m_toFaceHint, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_stateCard);
    layout->addLayout(next);
    layout->addWidget(m_form);
    layout->addWidget(m_timeline);
    layout->addStretch(1);

    connect(m_form, &ConsentForm::eventAsked, this, &ConsentView::eventAsked);
    connect(m_form, &ConsentForm::studentAsked, this, &ConsentView::studentAsked);
    connect(m_toFace, &QAbstractButton::clicked, this, &ConsentView::faceAsked);
    retranslate();
}

void ConsentView::show(const enrolment::PersonFile& file)
{
    const bool same = m_file && m_file->person.id == file.person.id;
    m_file = file;
    if (!same)
        m_form->reset();
    m_form->show(file);
    m_timeline->show(file);
    retranslate();
    refreshButtons();
}

void ConsentView::setBusy(bool busy)
{
    m_busy = busy;
    refreshButtons();
}

bool ConsentView::stepBack()
{
    return m_form->stepBack();
}

void ConsentView::focusFirst()
{
    if (m_toFace->isEnabled())
        m_toFace->setFocus();
    else
        m_form->focusFirst();
}

void ConsentView::listObstacles()
{
    while (QLayoutItem* item = m_obstacles->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const consent::Obstacle& obstacle : m_file->consent.obstacles) {
        auto* row = new QWidget(m_stateCard);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::unit());
        auto* icon = new IconView(u"warning"_s, 20, row);
        icon->setRole(theme::Role::Warn);
        auto* words = new Text(theme::Text::Body, row);
        words->setWordWrap(true);
        const QString guardian = guardianText(*m_file, obstacle.guardian);
        const QString sentence = obstacleText(obstacle.reason);
        words->setText(guardian.isEmpty() ? sentence
                                          : tr("%1: %2", "guardian, what is missing").arg(guardian, sentence));
        layout->addWidget(icon);
        layout->addWidget(words, 1);
        if (const QString mending = ConsentForm::mendText(obstacle.reason); !mending.isEmpty()) {
            auto* button = new Button(Button::Weight::Plain, Button::Size::Normal, row);
            button->setText(mending);
            button->setAutoDefault(true);
            button->setEnabled(!m_busy);
            connect(button, &QAbstractButton::clicked, this, [this, obstacle] { mend(obstacle); });
            layout->addWidget(button);
        }
        m_obstacles->addWidget(row);
    }
}

void ConsentView::mend(const consent::Obstacle& obstacle)
{
    if (obstacle.reason == consent::Reason::NoGuardian)
        Q_EMIT guardianAsked();
    else
        m_form->mend(obstacle);
}

void ConsentView::refreshButtons()
{
    const bool allowed = m_file && m_file->consent.allowed();
    m_toFace->setEnabled(allowed && !m_busy);
    m_toFaceHint->setText(allowed ? QString() : tr("The camera stays closed until nothing is missing."));
    m_form->setEnabled(!m_busy);
}

void ConsentView::retranslate()
{
    m_form->retranslate();
    m_toFace->setText(tr("Go on to the face"));
    if (!m_file)
        return;
    const bool allowed = m_file->consent.allowed();
    m_stateIcon->setIconName(allowed ? u"check-circle"_s : u"warning"_s);
    m_stateIcon->setRole(allowed ? theme::Role::Good : theme::Role::Warn);
    m_state->setText(consentSentence(*m_file));
    listObstacles();
    m_timeline->retranslate();
    refreshButtons();
}

} // namespace kobai::app
