// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/TopUpForm.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using Step = TopUpFlow::Step;

namespace {

/// Amounts that are handed over as notes, in major units: 1,000, 3,000, 5,000 where nothing is smaller than the unit, else 10, 20, 50.
std::array<std::int64_t, 3> quickMinor(const Currency& currency)
{
    std::array<std::int64_t, 3> amounts = currency.decimals == 0 ? std::array<std::int64_t, 3>{1'000, 3'000, 5'000}
                                                                 : std::array<std::int64_t, 3>{10, 20, 50};
    for (int i = 0; i < currency.decimals; ++i) {
        for (std::int64_t& amount : amounts)
            amount *= 10;
    }
    return amounts;
}

} // namespace

TopUpForm::TopUpForm(const TopUpFlow& flow, const Currency& currency, QWidget* parent)
    : QWidget(parent), m_flow(flow), m_currency(currency)
{
    m_card = new Card(this);
    m_entry = new QWidget(m_card);
    m_label = new Text(theme::Text::Secondary, m_entry, true);
    m_amount = new MoneyEdit(currency, m_entry);
    m_amount->setObjectName(u"topUpAmount"_s);
    m_amount->setFont(theme::font(theme::Text::Title));
    m_amount->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_amount->setMaximumWidth(theme::scaled(240));
    m_label->setBuddy(m_amount);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::unit());
    row->addWidget(m_amount, 1);
    m_amount->setMinimumWidth(theme::scaled(120));
    for (const std::int64_t minor : quickMinor(currency)) {
        auto* quick = new Button(Button::Weight::Plain, Button::Size::Till, m_entry);
        quick->setObjectName(u"quick-%1"_s.arg(minor));
        quick->setText(moneyText(Money(minor), currency, QLocale()));
        quick->setAutoDefault(true);
        connect(quick, &QAbstractButton::clicked, this, [this, minor] {
            m_amount->setAmount(Money(minor));
            Q_EMIT typed(m_amount->amount());
            m_confirm->setFocus();
        });
        row->addWidget(quick);
    }
    row->addStretch(1);
    auto* entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(theme::unit() / 2);
    entry->addWidget(m_label);
    entry->addLayout(row);

    m_mark = new IconView(u"coins"_s, 28, m_card);
    m_question = new Text(theme::Text::Section, m_card, true);
    m_question->setObjectName(u"topUpQuestion"_s);
    m_question->setWordWrap(true);
    m_complaint = new Text(theme::Text::Body, m_card);
    m_complaint->setObjectName(u"topUpComplaint"_s);
    m_complaint->setRole(theme::Role::Bad);
    m_complaint->setWordWrap(true);
    m_receipt = new Text(theme::Text::Section, m_card, true);
    m_receipt->setObjectName(u"topUpReceipt"_s);
    m_receipt->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->addWidget(m_question);
    words->addWidget(m_receipt);
    words->addWidget(m_complaint);
    auto* sentence = new QHBoxLayout;
    sentence->setSpacing(theme::unit() + theme::unit() / 2);
    sentence->addWidget(m_mark, 0, Qt::AlignTop);
    sentence->addLayout(words, 1);

    m_confirm = new MoneyButton(Button::Size::Normal, m_card);
    m_confirm->setObjectName(u"confirmTopUp"_s);
    m_close = new Button(Button::Weight::Quiet, Button::Size::Normal, m_card);
    m_close->setObjectName(u"closeTopUp"_s);
    m_close->setAutoDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::unit());
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_close);
    buttons->addStretch(1);

    m_card->body()->setSpacing(2 * theme::unit());
    m_card->body()->addWidget(m_entry);
    m_card->body()->addLayout(sentence);
    m_card->body()->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);

    connect(m_amount, &QLineEdit::textChanged, this, [this] { Q_EMIT typed(m_amount->amount()); });
    connect(m_amount, &QLineEdit::returnPressed, this, [this] {
        if (m_confirm->isEnabled())
            m_confirm->setFocus(Qt::TabFocusReason);
    });
    connect(m_confirm, &QAbstractButton::clicked, this, &TopUpForm::confirmed);
    connect(m_close, &QAbstractButton::clicked, this, &TopUpForm::closed);
}

void TopUpForm::refresh(const QString& name)
{
    m_name = name;
    const Step step = m_flow.step();
    setVisible(step != Step::Closed);
    m_entry->setVisible(step == Step::Typing || step == Step::Booking);
    m_amount->setEnabled(step == Step::Typing);
    m_confirm->setVisible(step == Step::Typing || step == Step::Booking);
    m_confirm->setEnabled(step == Step::Typing && m_flow.amount().has_value());
    m_close->setVisible(step != Step::Booking);
    m_receipt->setVisible(step == Step::Done);
    m_question->setVisible(step != Step::Done);
    m_complaint->setVisible(m_flow.fault().has_value());
    m_mark->setIconName(step == Step::Done ? u"check-circle"_s : u"cash"_s);
    m_mark->setRole(step == Step::Done ? theme::Role::Good : theme::Role::Accent);
    retranslate();
}

void TopUpForm::focusAmount()
{
    m_amount->setFocus();
    m_amount->selectAll();
}

void TopUpForm::confirmByKey()
{
    if (m_confirm->isVisible())
        m_confirm->click();
}

void TopUpForm::clearAmount()
{
    m_amount->clear();
}

void TopUpForm::retranslate()
{
    const QLocale locale;
    const QString amount = m_flow.amount() ? moneyText(*m_flow.amount(), m_currency, locale) : QString();
    m_label->setText(tr("Cash received"));
    m_amount->setAccessibleName(m_label->text());
    m_close->setText(m_flow.step() == Step::Done ? tr("Close") : tr("Cancel"));
    m_complaint->setText(m_flow.fault() ? faultText(*m_flow.fault()) : QString());
    if (m_flow.step() == Step::Booking)
        m_question->setText(tr("Booking %1 …").arg(amount));
    else if (m_flow.amount())
        m_question->setText(tr("Top up %1 for %2?").arg(amount, isolated(m_name)));
    else
        m_question->setText(tr("How much cash does %1 pay in?").arg(isolated(m_name)));
    m_confirm->setText(
        u"%1  %2"_s.arg(m_flow.amount() ? tr("Top up %1").arg(amount) : tr("Top up"), keyText(Key::Money)));
    if (m_flow.receipt()) {
        const accounts::TopUpReceipt& receipt = *m_flow.receipt();
        m_receipt->setText(tr("Receipt %1: %2 topped up for %3. The balance is now %4.")
                               .arg(locale.toString(qlonglong(receipt.receipt)),
                                    moneyText(receipt.amount, m_currency, locale), isolated(receipt.person.name),
                                    moneyText(receipt.balanceAfter, m_currency, locale)));
    } else {
        m_receipt->clear();
    }
}

} // namespace kobai::app
