// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/ReceiptPanel.h"

#include "app/ShownName.h"
#include "app/history/PurchaseTableModel.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/HouseStyle.h"
#include "widgets/Names.h"
#include "widgets/Scheme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <map>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

/// A one-pixel line in the outline's colour.
class Rule final : public QWidget {
public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme::outline());
    }
};

} // namespace

ReceiptPanel::ReceiptPanel(Services& services, QWidget* parent)
    : QFrame(parent), m_services(services), m_title(new Text(theme::Text::Section, this, true)),
      m_close(new Button(Button::Weight::Quiet, Button::Size::Normal, this)),
      m_customer(new Text(theme::Text::Body, this, true)), m_when(new Text(theme::Text::Secondary, this)),
      m_method(new Chip(this)), m_total(new Text(theme::Text::Title, this, true))
{
    setObjectName(u"receiptPanel"_s);
    setFixedWidth(theme::scaled(320));
    m_title->setObjectName(u"receiptNumber"_s);
    m_customer->setObjectName(u"receiptCustomer"_s);
    m_total->setObjectName(u"receiptTotal"_s);
    m_close->setObjectName(u"closeReceipt"_s);
    m_close->setIconName(u"close"_s);
    m_when->setRole(theme::Role::Quiet);
    m_when->setWordWrap(true);
    m_customer->setWordWrap(true);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"receiptLines"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* sheet = new QWidget;
    m_sheetLayout = new QVBoxLayout(sheet);
    m_sheetLayout->setContentsMargins(0, 0, theme::unit(), 0);
    m_sheetLayout->setSpacing(theme::unit());
    m_sheetLayout->addWidget(m_total);
    m_sheetLayout->addWidget(m_customer);
    m_sheetLayout->addWidget(m_when);
    m_sheetLayout->addWidget(m_method);
    m_sheetLayout->addWidget(new Rule(sheet));
    scroll->setWidget(sheet);
    sheet->setAutoFillBackground(false); // setWidget() has switched it on

    auto* column = new QVBoxLayout(this);
    const int margin = 2 * theme::unit();
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::unit());
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(m_close, &QAbstractButton::clicked, this, &ReceiptPanel::closed);
    retranslate();
}

void ReceiptPanel::show(const reports::Purchase& purchase)
{
    m_purchase = purchase;
    fill();
    setVisible(true);
}

void ReceiptPanel::clear()
{
    m_purchase.reset();
    setVisible(false);
}

QString ReceiptPanel::money(Money amount) const
{
    return moneyText(amount, m_services.currency(), QLocale());
}

QString ReceiptPanel::clerkWords(OperatorId clerk) const
{
    const bool mine = clerk == m_services.operatorId();
    return mine ? m_services.info().operatorName : tr("Operator %1", "a member of staff, by number").arg(clerk.value);
}

void ReceiptPanel::addPair(QVBoxLayout* to, const QString& left, const QString& right, bool strong)
{
    auto* row = new QHBoxLayout;
    auto* words = new Text(strong ? theme::Text::Body : theme::Text::Secondary, m_lines, strong);
    auto* amount = new Text(strong ? theme::Text::Body : theme::Text::Secondary, m_lines, strong);
    words->setText(left);
    words->setWordWrap(true);
    amount->setText(right);
    amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
    if (!strong) {
        words->setRole(theme::Role::Quiet);
        amount->setRole(theme::Role::Quiet);
    }
    row->addWidget(words, 1);
    row->addWidget(amount);
    to->addLayout(row);
}

void ReceiptPanel::addRule()
{
    m_linesLayout->addSpacing(theme::unit() / 2);
    m_linesLayout->addWidget(new Rule(m_lines));
    m_linesLayout->addSpacing(theme::unit() / 2);
}

void ReceiptPanel::addLine(const ledger::SaleLine& line)
{
    addPair(m_linesLayout, shownName(line.name, line.nameJa), money(line.total), true);
    if (line.quantity > 1)
        addPair(m_linesLayout,
                tr("%1 × %2", "quantity times price").arg(QLocale().toString(line.quantity), money(line.unitPrice)), {},
                false);
}

void ReceiptPanel::addTaxes(const ledger::Sale& sale)
{
    std::map<int, Money> byRate;
    for (const ledger::SaleLine& line : sale.lines) {
        Money& sum = byRate[line.taxPermille];
        sum = sum.plus(line.total).value_or(sum);
    }
    for (const auto& [permille, amount] : byRate) {
        const QString rate = QLocale().toString(permille / 10.0, 'g', 3);
        addPair(m_linesLayout, tr("Tax %1 % in %2", "rate, and the amount that contains it").arg(rate, money(amount)),
                money(taxInside(amount, permille)), false);
    }
}

void ReceiptPanel::fill()
{
    if (!m_purchase)
        return;
    const ledger::Sale& sale = m_purchase->sale;
    m_title->setText(tr("Receipt %1").arg(QLocale().toString(qlonglong(sale.receipt))));
    m_total->setText(money(sale.total));
    m_customer->setText(m_purchase->personName.isEmpty()
                            ? tr("Forgotten person")
                            : tr("%1 – %2", "a person's name and number")
                                  .arg(isolated(m_purchase->personName), isolated(m_purchase->personNumber)));
    m_when->setText(
        tr("%1, sold by %2", "time, clerk")
            .arg(QLocale().toString(toLocal(sale.at), QLocale::ShortFormat), isolated(clerkWords(sale.by))));
    m_method->say(theme::Role::Quiet, methodIcon(sale.method), methodWords(sale.method));

    delete std::exchange(m_lines, new QWidget);
    m_linesLayout = new QVBoxLayout(m_lines);
    m_linesLayout->setContentsMargins({});
    m_linesLayout->setSpacing(theme::unit() / 2);
    for (const ledger::SaleLine& line : sale.lines) {
        m_linesLayout->addSpacing(theme::unit() / 2);
        addLine(line);
    }
    addRule();
    addPair(m_linesLayout, tr("Total"), money(sale.total), true);
    addTaxes(sale);
    m_linesLayout->addStretch(1);
    m_sheetLayout->addWidget(m_lines, 1);
    m_lines->setAutoFillBackground(false);
}

void ReceiptPanel::retranslate()
{
    m_close->setAccessibleName(tr("Close the receipt"));
    m_close->setToolTip(tr("Close the receipt"));
    fill();
}

void ReceiptPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), theme::unit(), scheme().surface, theme::outline());
}

} // namespace kobai::app
