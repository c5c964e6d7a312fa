// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RecognitionPage.h"

#include "app/Services.h"
#include "app/recognition/AttackView.h"
#include "app/recognition/EvaluationView.h"
#include "app/recognition/RenewCard.h"
#include "app/recognition/RulesCard.h"
#include "app/recognition/SelfTestView.h"
#include "widgets/ChoiceRow.h"
#include "widgets/Controls.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr int parts = 4;
constexpr int widestPx = 1200; // longer lines are hard to read

QWidget* scrolling(std::initializer_list<QWidget*> widgets)
{
    const int unit = theme::unit();
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(3 * unit, unit, 3 * unit, 3 * unit);
    column->setSpacing(3 * unit);
    for (QWidget* widget : widgets)
        column->addWidget(widget);
    column->addStretch(1);
    sheet->setMaximumWidth(theme::scaled(widestPx));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(sheet);
    return scroll;
}

} // namespace

RecognitionPage::RecognitionPage(Services& services, QWidget* parent)
    : Page(parent), m_title(new widgets::Text(theme::Text::Title, nullptr, true)),
      m_parts(new widgets::ChoiceRow(u"recognitionPart"_s, parts)), m_stack(new QStackedWidget),
      m_selfTest(new SelfTestView(services)), m_evaluation(new EvaluationView(services)),
      m_attacks(new AttackView(services)), m_rules(new RulesCard(services)), m_renew(new RenewCard(services))
{
    setObjectName(u"recognitionPage"_s);
    // In the order of Part.
    m_stack->addWidget(scrolling({m_selfTest}));
    m_stack->addWidget(scrolling({m_evaluation}));
    m_stack->addWidget(scrolling({m_attacks}));
    m_stack->addWidget(scrolling({m_rules, m_renew}));

    const int unit = theme::unit();
    auto* head = new QVBoxLayout;
    head->setContentsMargins(3 * unit, 3 * unit, 3 * unit, unit);
    head->setSpacing(2 * unit);
    head->addWidget(m_title);
    head->addWidget(m_parts);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(0);
    whole->addLayout(head);
    whole->addWidget(m_stack, 1);

    m_parts->setCurrent(0);
    connect(m_parts, &widgets::ChoiceRow::chosen, this, [this](int part) { showPart(Part(part)); });
    connect(m_renew, &RenewCard::ended, this, &Page::leavable);
}

QString RecognitionPage::title() const
{
    return tr("Faces", "the workplace for self-test, evaluation and attack tests");
}

QString RecognitionPage::iconName() const
{
    return u"face"_s;
}

bool RecognitionPage::mayLeave() const
{
    return !m_renew->isRunning();
}

void RecognitionPage::enter()
{
    m_selfTest->load();
    m_rules->load();
}

void RecognitionPage::leave()
{
    m_attacks->leave();
}

void RecognitionPage::showPart(Part part)
{
    if (part != Part::Attacks)
        m_attacks->leave();
    m_parts->setCurrent(int(part));
    m_stack->setCurrentIndex(int(part));
}

bool RecognitionPage::stepBack()
{
    switch (Part(m_stack->currentIndex())) {
    case Part::SelfTest:
        return m_selfTest->stepBack();
    case Part::Evaluation:
        return m_evaluation->stepBack();
    case Part::Attacks:
        return m_attacks->stepBack();
    case Part::Rules:
        return m_rules->stepBack() || m_renew->stepBack();
    }
    Q_UNREACHABLE();
}

void RecognitionPage::retranslate()
{
    m_title->setText(tr("How well faces are recognised"));
    m_parts->setWords({tr("Faces enrolled here"), tr("Evaluation"), tr("Attack test"), tr("Rules")});
    m_selfTest->retranslate();
    m_evaluation->retranslate();
    m_attacks->retranslate();
    m_rules->retranslate();
    m_renew->retranslate();
}

} // namespace kobai::app
