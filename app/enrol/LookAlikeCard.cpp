// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/LookAlikeCard.h"

#include "app/PersonList.h"
#include "app/enrol/AskStrip.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/SearchField.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int rowsShown = 3;

} // namespace

LookAlikeCard::LookAlikeCard(QWidget* parent) : QWidget(parent)
{
    auto* card = new Card(this);
    m_title = new Text(theme::Text::Section, card, true);
    m_words = new Text(theme::Text::Body, card);
    m_words->setObjectName(u"lookAlikeWords"_s);
    m_words->setWordWrap(true);
    m_pairs = new QVBoxLayout;
    m_pairs->setSpacing(theme::unit());
    m_searchWord = new Text(theme::Text::Secondary, card, true);
    m_search = new SearchField(card);
    m_search->setObjectName(u"lookAlikeSearch"_s);
    m_search->setMinimumHeight(theme::scaled(theme::targetPx));
    m_search->installEventFilter(this);
    m_searchWord->setBuddy(m_search);
    m_found = new PersonList(card);
    m_found->setObjectName(u"lookAlikeFound"_s);
    m_found->setFixedHeight(rowsShown * theme::scaled(theme::tillTargetPx));
    m_nobody = new Text(theme::Text::Body, card);
    m_nobody->setRole(theme::Role::Quiet);
    m_nobody->setWordWrap(true);
    m_ask = new AskStrip(u"lookAlike"_s, card);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_words);
    card->body()->addLayout(m_pairs);
    card->body()->addSpacing(theme::unit());
    card->body()->addWidget(m_searchWord);
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_found);
    card->body()->addWidget(m_nobody);
    card->body()->addWidget(m_ask);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);

    connect(m_search, &SearchField::searchRequested, this, [this] { Q_EMIT searched(m_search->text().trimmed()); });
    connect(m_found, &PersonList::personChosen, this, &LookAlikeCard::askToAdd);
    connect(m_ask, &AskStrip::confirmed, this, [this] {
        if (m_adding) {
            clearSearch();
            Q_EMIT pairAsked(m_other.id);
        } else {
            Q_EMIT forgetAsked(m_other.id);
        }
    });
    connect(m_ask, &AskStrip::cancelled, this, [this] { m_search->setFocus(); });
    showFound({}, {});
}

void LookAlikeCard::show(const people::Person& person, const std::vector<people::Person>& lookAlikes)
{
    if (m_person.id != person.id) {
        clearSearch();
        m_ask->close();
    }
    m_person = person;
    m_lookAlikes = lookAlikes;
    retranslate();
}

void LookAlikeCard::listPairs()
{
    while (QLayoutItem* item = m_pairs->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const people::Person& other : m_lookAlikes) {
        auto* row = new QWidget(this);
        auto* icon = new IconView(u"people"_s, 20, row);
        icon->setRole(theme::Role::Accent);
        auto* name = new Text(theme::Text::Body, row, true);
        name->setWordWrap(true);
        name->setText(other.name);
        auto* line = new Text(theme::Text::Body, row);
        line->setRole(theme::Role::Quiet);
        line->setWordWrap(true);
        line->setText(personLine(other));
        auto* remove = new Button(Button::Weight::Plain, Button::Size::Normal, row);
        remove->setObjectName(u"forget-"_s + other.number);
        remove->setIconName(u"trash"_s);
        remove->setText(tr("Take out"));
        remove->setAccessibleName(tr("Take out %1").arg(other.name));
        remove->setAutoDefault(true);
        connect(remove, &QAbstractButton::clicked, this, [this, other] { askToForget(other); });
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme::unit());
        layout->addWidget(icon);
        layout->addWidget(name);
        layout->addWidget(line, 1);
        layout->addWidget(remove);
        m_pairs->addWidget(row);
    }
}

void LookAlikeCard::showFound(const QString& text, const std::vector<people::Person>& persons)
{
    m_foundPersons = persons;
    std::vector<PersonRow> rows;
    rows.reserve(persons.size());
    for (const people::Person& person : persons)
        rows.push_back({person, theme::Role::Quiet, QString(), QString()});
    m_found->setRows(std::move(rows));
    const bool asked = !text.isEmpty();
    m_found->setVisible(asked && !persons.empty());
    m_nobody->setVisible(asked && persons.empty());
    m_nobody->setText(
        tr("Nobody else is found for “%1”. Check the spelling or try the number.").arg(isolated(shortened(text))));
}

void LookAlikeCard::askToAdd(PersonId other)
{
    const auto found = std::ranges::find(m_foundPersons, other, &people::Person::id);
    if (found == m_foundPersons.end())
        return;
    m_other = *found;
    m_adding = true;
    m_ask->ask(tr("Register %1 and %2 as look-alikes? From then on a face alone charges neither of them.")
                   .arg(isolated(m_person.name), isolated(m_other.name)),
               tr("Register the two"), tr("Do not register them"));
}

void LookAlikeCard::askToForget(const people::Person& other)
{
    m_other = other;
    m_adding = false;
    m_ask->ask(tr("Take %1 and %2 out of the register? From then on a face alone may charge either of them.")
                   .arg(isolated(m_person.name), isolated(m_other.name)),
               tr("Take them out"), tr("Leave them in"));
}

void LookAlikeCard::clearSearch()
{
    m_search->clearSearch();
    showFound({}, {});
}

bool LookAlikeCard::stepBack()
{
    if (m_ask->isOpen()) {
        m_ask->close();
        m_search->setFocus();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    clearSearch();
    return true;
}

void LookAlikeCard::retranslate()
{
    m_title->setText(tr("Look-alikes"));
    m_words->setText(
        m_lookAlikes.empty()
            ? tr("Nobody is registered as looking like %1.").arg(isolated(m_person.name))
            : tr("The till does not tell %1 from these by the face: the clerk chooses, or the PIN is typed.")
                  .arg(isolated(m_person.name)));
    m_searchWord->setText(tr("A twin or somebody else who looks the same"));
    m_search->setPlaceholderText(tr("Name, reading or number"));
    m_search->setAccessibleName(tr("Search for somebody who looks the same"));
    m_found->setAccessibleName(tr("People found"));
    listPairs();
}

bool LookAlikeCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress || m_found->count() == 0)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        m_found->step(1);
        return true;
    case Qt::Key_Up:
        m_found->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_found->chooseCurrent();
        return true;
    default:
        return false;
    }
}

} // namespace kobai::app
