// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of PayPanel that builds its pages: number, PIN, look-up, card, and the ways to go on.
#include "app/PersonList.h"
#include "app/scanner/ScanFocus.h"
#include "app/till/CustomerCardView.h"
#include "app/till/LookAlikeChoice.h"
#include "app/till/PayPanel.h"
#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Fields.h"
#include "widgets/FlowRow.h"
#include "widgets/SearchField.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {
constexpr int sidePx = 208; ///< room for a way to pay in both languages
constexpr int leastPx = 48; ///< of what scrolls, so that what does not stays in sight
} // namespace

DownScroll* PayPanel::scrolled(QWidget* content, QWidget* parent)
{
    auto* scroll = new DownScroll(content, parent);
    scroll->setGivesWay(true);
    scroll->setMinimumHeight(theme::scaled(leastPx));
    return scroll;
}

QWidget* PayPanel::makeNumberPage()
{
    auto* page = new QWidget(this);
    m_numberWord = new Text(theme::Text::Body, page, true);
    m_number = new QLineEdit(page);
    m_number->setObjectName(u"pinNumber"_s);
    m_number->setFont(theme::font(theme::Text::Title));
    m_number->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_number->setMaxLength(people::longestNumberChars);
    m_numberWord->setBuddy(m_number);
    markFigures(*m_number);
    m_numberNext = new Button(Button::Weight::Primary, Button::Size::Till, page);
    m_numberNext->setObjectName(u"pinNumberNext"_s);
    const auto enter = [this] { Q_EMIT numberEntered(m_number->text()); };
    connect(m_number, &QLineEdit::returnPressed, this, enter);
    connect(m_numberNext, &QAbstractButton::clicked, this, enter);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_numberWord);
    layout->addWidget(m_number);
    layout->addWidget(m_numberNext, 0, Qt::AlignLeft);
    return page;
}

QWidget* PayPanel::makePinPage()
{
    auto* page = new QWidget(this);
    m_pinOwner = new Text(theme::Text::Section, page, true);
    m_pinOwner->setObjectName(u"pinOwner"_s);
    m_pinOwner->setWordWrap(true);
    m_pinPad = new PinPad(page);
    m_pinPad->setObjectName(u"pinPad"_s);
    m_pinPad->setMaximumWidth(theme::scaled(360));
    markFigures(*m_pinPad);
    connect(m_pinPad, &PinPad::entered, this, &PayPanel::pinEntered);
    // The pad is as tall as a small screen leaves: whose PIN it is and the ways to go on stand beside it.
    auto* side = new QWidget(page);
    side->setFixedWidth(theme::scaled(sidePx));
    m_besidePad = new QVBoxLayout(side);
    m_besidePad->setContentsMargins(0, 0, 0, 0);
    m_besidePad->setSpacing(2 * theme::unit());
    m_besidePad->addWidget(m_pinOwner);
    m_besidePad->addStretch(1);
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * theme::unit());
    layout->addStretch(1);
    layout->addWidget(m_pinPad);
    layout->addWidget(side);
    layout->addStretch(1);
    return page;
}

QWidget* PayPanel::makeLookUpPage()
{
    auto* page = new QWidget(this);
    m_search = new SearchField(page);
    m_search->setObjectName(u"lookUpField"_s);
    m_search->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_search->installEventFilter(this);
    m_found = new PersonList(page);
    m_found->setObjectName(u"lookUpList"_s);
    connect(m_search, &SearchField::searchRequested, this, &PayPanel::searched);
    connect(m_found, &PersonList::personChosen, this, &PayPanel::personPicked);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_search);
    layout->addWidget(m_found, 1);
    return page;
}

QWidget* PayPanel::makeChoicePage()
{
    auto* page = new QWidget(this);
    m_choice = new LookAlikeChoice(page);
    connect(m_choice, &LookAlikeChoice::chosen, this, &PayPanel::lookAlikeChosen);
    connect(m_choice, &LookAlikeChoice::pinAsked, this, &PayPanel::lookAlikePinAsked);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choice);
    return page;
}

QWidget* PayPanel::makeConfirmPage()
{
    auto* page = new QWidget(this);
    m_card = new CustomerCardView(page);
    m_confirm = new MoneyButton(Button::Size::Till, page);
    m_confirm->setObjectName(u"confirmCharge"_s);
    m_confirm->setIconName(u"check"_s);
    connect(m_confirm, &QAbstractButton::clicked, this, &PayPanel::confirmed);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(scrolled(m_card, page));
    layout->addWidget(m_confirm);
    return page;
}

void PayPanel::makeWays(QVBoxLayout& layout)
{
    m_ways = new FlowRow(theme::unit(), theme::tillTargetPx, this);
    const auto add = [](QWidget* parent, Button::Weight weight, const QString& name, const QString& icon) {
        auto* button = new Button(weight, Button::Size::Till, parent);
        button->setObjectName(name);
        button->setIconName(icon);
        button->setAutoDefault(true);
        return button;
    };
    m_byPin = add(m_ways, Button::Weight::Plain, u"otherPin"_s, u"pin"_s);
    m_byLookUp = add(m_ways, Button::Weight::Plain, u"otherLookUp"_s, u"lookup"_s);
    m_retryFace = add(m_ways, Button::Weight::Plain, u"retryFace"_s, u"face"_s);
    connect(m_byPin, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::Pin); });
    connect(m_byLookUp, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::LookUp); });
    connect(m_retryFace, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::Face); });
    layout.addWidget(m_ways);
}

} // namespace kobai::app
