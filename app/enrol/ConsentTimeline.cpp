// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/ConsentTimeline.h"

#include "app/enrol/ConsentWords.h"
#include "widgets/Controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

ConsentTimeline::ConsentTimeline(QWidget* parent) : QWidget(parent)
{
    m_card = new Card(this);
    m_title = new Text(theme::Text::Section, m_card, true);
    m_empty = new Text(theme::Text::Body, m_card);
    m_empty->setRole(theme::Role::Quiet);
    m_empty->setWordWrap(true);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme::unit());
    m_card->body()->addWidget(m_title);
    m_card->body()->addWidget(m_empty);
    m_card->body()->addLayout(m_rows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void ConsentTimeline::show(const enrolment::PersonFile& file)
{
    m_file = file;
    retranslate();
}

void ConsentTimeline::retranslate()
{
    m_title->setText(tr("What happened so far"));
    m_empty->setText(tr("Nothing is on record yet. The first step is to send the guardians the notice."));
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    m_empty->setVisible(!m_file || m_file->events.empty());
    if (!m_file)
        return;
    const auto& events = m_file->events;
    for (auto next = events.size(); next > 0; --next) { // the latest first
        const consent::Event& event = events[next - 1];
        const EventWords words = eventWords(*m_file, event);
        auto* row = new QWidget(m_card);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::unit());
        auto* icon = new IconView(words.iconName, 20, row);
        icon->setRole(words.role);
        auto* sentence = new Text(theme::Text::Body, row);
        sentence->setWordWrap(true);
        sentence->setText(words.sentence);
        auto* when = new Text(theme::Text::Secondary, row);
        when->setRole(theme::Role::Quiet);
        when->setText(QLocale().toString(toLocal(event.at), QLocale::ShortFormat));
        layout->addWidget(icon, 0, Qt::AlignTop);
        layout->addWidget(sentence, 1);
        layout->addWidget(when, 0, Qt::AlignTop);
        m_rows->addWidget(row);
    }
}

} // namespace kobai::app
