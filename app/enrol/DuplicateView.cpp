// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/DuplicateView.h"

#include "app/PersonList.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

DuplicateView::DuplicateView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"duplicateView"_s);
    setFocusPolicy(Qt::ClickFocus);
    auto* mark = new IconView(u"people"_s, 40, this);
    mark->setRole(theme::Role::Warn);
    m_title = new Text(theme::Text::Section, this, true);
    m_title->setObjectName(u"duplicateTitle"_s);
    m_title->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * theme::unit());
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);

    auto* row = new QWidget(this);
    auto* both = new QHBoxLayout(row);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(2 * theme::unit());
    m_who = {addWho(*row, u"duplicateTaken"_s), addWho(*row, u"duplicateEnrolled"_s)};

    auto* answers = new Card(this);
    m_question = new Text(theme::Text::Section, answers, true);
    m_same = new Button(Button::Weight::Plain, Button::Size::Normal, answers);
    m_same->setObjectName(u"samePerson"_s);
    m_same->setIconName(u"person"_s);
    m_two = new Button(Button::Weight::Plain, Button::Size::Normal, answers);
    m_two->setObjectName(u"twoPersons"_s);
    m_two->setIconName(u"people"_s);
    answers->body()->setSpacing(theme::unit() + theme::unit() / 2);
    answers->body()->addWidget(m_question);
    m_sameWords = addAnswer(*answers, *m_same);
    m_twoWords = addAnswer(*answers, *m_two);
    m_back = new Button(Button::Weight::Quiet, Button::Size::Normal, this);
    m_back->setObjectName(u"duplicateBack"_s);
    m_back->setIconName(u"back"_s);
    for (Button* button : {m_same, m_two, m_back})
        button->setAutoDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addLayout(head);
    layout->addWidget(row);
    layout->addWidget(answers);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_same, &QAbstractButton::clicked, this, &DuplicateView::samePersonChosen);
    connect(m_two, &QAbstractButton::clicked, this, &DuplicateView::twoPersonsChosen);
    connect(m_back, &QAbstractButton::clicked, this, &DuplicateView::backChosen);
    retranslate();
}

DuplicateView::Who DuplicateView::addWho(QWidget& row, const QString& objectName)
{
    auto* card = new Card(&row);
    Who who{new Text(theme::Text::Secondary, card), new Text(theme::Text::Title, card, true),
            new Text(theme::Text::Body, card)};
    who.caption->setRole(theme::Role::Quiet);
    who.name->setObjectName(objectName);
    who.line->setRole(theme::Role::Quiet);
    for (Text* text : {who.caption, who.name, who.line}) {
        text->setWordWrap(true);
        card->body()->addWidget(text);
    }
    row.layout()->addWidget(card);
    return who;
}

Text* DuplicateView::addAnswer(Card& card, Button& button)
{
    auto* words = new Text(theme::Text::Body, &card);
    words->setRole(theme::Role::Quiet);
    words->setWordWrap(true);
    card.body()->addWidget(&button, 0, Qt::AlignLeft);
    card.body()->addWidget(words);
    return words;
}

void DuplicateView::ask(const people::Person& taken, const people::Person& enrolled)
{
    m_taken = taken;
    m_enrolled = enrolled;
    retranslate();
    setFocus(); // neither answer has the focus: Enter alone settles nothing
}

void DuplicateView::retranslate()
{
    m_title->setText(tr("This face looks like one that is enrolled already."));
    m_question->setText(tr("Are they one person?"));
    m_same->setText(tr("This is the same person"));
    m_two->setText(tr("Two people who look alike"));
    m_back->setText(tr("Neither: back to the camera"));
    m_who[0].caption->setText(tr("Just taken"));
    m_who[1].caption->setText(tr("Enrolled already"));
    if (!m_taken || !m_enrolled)
        return;
    m_who[0].name->setText(m_taken->name);
    m_who[0].line->setText(personLine(*m_taken));
    m_who[1].name->setText(m_enrolled->name);
    m_who[1].line->setText(personLine(*m_enrolled));
    m_sameWords->setText(tr("Nothing is stored, and the record of %1 opens.").arg(isolated(m_enrolled->name)));
    m_twoWords->setText(
        tr("The face is stored, and the two are registered as look-alikes: at the till a face alone never "
           "charges %1 or %2, the clerk chooses or the PIN is typed.")
            .arg(isolated(m_taken->name), isolated(m_enrolled->name)));
}

} // namespace kobai::app
