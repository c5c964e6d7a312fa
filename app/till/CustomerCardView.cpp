// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/CustomerCardView.h"

#include "app/PersonList.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/PhotoView.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int photoPx = 128;

} // namespace

CustomerCardView::CustomerCardView(QWidget* parent) : QWidget(parent)
{
    m_card = new Card(this);
    m_icon = new IconView(u"person"_s, 56, m_card);
    m_photo = new PhotoView(photoPx, m_card);
    m_photo->setObjectName(u"customerPhoto"_s);
    m_name = new Text(theme::Text::Title, m_card, true);
    m_name->setObjectName(u"customerName"_s);
    m_name->setWordWrap(true);
    m_line = new Text(theme::Text::Body, m_card);
    m_line->setObjectName(u"customerLine"_s);
    m_line->setRole(theme::Role::Quiet);
    m_line->setWordWrap(true);
    m_beforeWord = new Text(theme::Text::Secondary, m_card);
    m_beforeWord->setRole(theme::Role::Quiet);
    m_before = new Text(theme::Text::Title, m_card);
    m_before->setObjectName(u"balanceBefore"_s);
    auto* arrow = new IconView(u"forward"_s, 24, m_card);
    arrow->setRole(theme::Role::Quiet);
    m_afterWord = new Text(theme::Text::Secondary, m_card);
    m_afterWord->setRole(theme::Role::Quiet);
    m_after = new Text(theme::Text::TillMoney, m_card, true);
    m_after->setObjectName(u"balanceAfter"_s);

    auto* who = new QHBoxLayout;
    who->setSpacing(2 * theme::unit());
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit() / 2);
    words->addWidget(m_name);
    words->addWidget(m_line);
    words->addStretch(1);
    who->addWidget(m_photo, 0, Qt::AlignTop);
    who->addWidget(m_icon, 0, Qt::AlignTop);
    who->addLayout(words, 1);

    auto* money = new QGridLayout;
    money->setHorizontalSpacing(2 * theme::unit());
    money->setVerticalSpacing(0);
    money->addWidget(m_beforeWord, 0, 0);
    money->addWidget(m_afterWord, 0, 2);
    money->addWidget(m_before, 1, 0, Qt::AlignVCenter);
    money->addWidget(arrow, 1, 1, Qt::AlignVCenter);
    money->addWidget(m_after, 1, 2, Qt::AlignVCenter);
    money->setColumnStretch(3, 1);

    m_card->body()->setSpacing(2 * theme::unit());
    m_card->body()->addLayout(who);
    m_card->body()->addLayout(money);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void CustomerCardView::show(const TillFlow& flow, const Currency& currency)
{
    const std::optional<checkout::CustomerCard>& card = flow.card();
    m_card->setVisible(card.has_value());
    if (!card) {
        m_photo->setPhoto(QImage());
        m_name->clear();
        m_line->clear();
        m_before->clear();
        m_after->clear();
        return;
    }
    const QLocale locale;
    const bool done = flow.step() == TillFlow::Step::Done && flow.result();
    const Money before = done ? flow.result()->balanceBefore : card->balance;
    m_photo->setPhoto(card->photo.value_or(QImage()));
    m_photo->setVisible(card->photo.has_value());
    m_photo->setAccessibleName(tr("Reference photo of %1").arg(card->person.name));
    m_name->setText(card->person.name);
    m_line->setText(personLine(card->person));
    m_beforeWord->setText(tr("Balance"));
    m_before->setText(moneyText(before, currency, locale));
    m_afterWord->setText(done ? tr("Balance now") : tr("After this sale"));
    m_after->setText(flow.balanceAfter() ? moneyText(*flow.balanceAfter(), currency, locale) : QString());
    const bool low = !flow.missing().isZero();
    m_icon->setIconName(done ? u"check"_s : low ? u"warning"_s : u"person"_s);
    m_icon->setVisible(!card->photo || done || low); // beside a photo only where it says more than "a person"
    m_icon->setRole(done ? theme::Role::Good : low ? theme::Role::Bad : theme::Role::Accent);
    if (low)
        m_after->setRole(theme::Role::Bad);
    else
        m_after->clearRole();
}

} // namespace kobai::app
