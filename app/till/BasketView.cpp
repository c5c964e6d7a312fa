// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/BasketView.h"

#include "app/till/BasketRow.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int leastListPx = 40;

} // namespace

BasketView::BasketView(QWidget* parent) : QWidget(parent)
{
    m_title = new Text(theme::Text::Section, this, true);
    m_count = new Text(theme::Text::Secondary, this);
    m_count->setRole(theme::Role::Quiet);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_count);

    m_list = new QWidget;
    m_listLayout = new QVBoxLayout(m_list);
    m_listLayout->setContentsMargins(0, 0, 0, 0);
    m_listLayout->setSpacing(theme::unit() / 2);
    m_listLayout->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"basketList"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_list);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    m_empty = new EmptyState(u"basket"_s, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    m_stack->setMinimumHeight(theme::scaled(leastListPx)); // the total and the ways to pay need theirs whole

    m_tax = new Text(theme::Text::Secondary, this);
    m_tax->setObjectName(u"basketTax"_s);
    m_tax->setRole(theme::Role::Quiet);
    m_tax->setAlignment(Qt::AlignRight);
    m_tax->setWordWrap(true);
    m_totalWord = new Text(theme::Text::Section, this, true);
    m_total = new Text(theme::Text::TillMoney, this, true);
    m_total->setObjectName(u"basketTotal"_s);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* sum = new QHBoxLayout;
    sum->addWidget(m_totalWord);
    sum->addWidget(m_total, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_tax);
    layout->addLayout(sum);
}

void BasketView::show(const checkout::Basket& basket, ProductId touched)
{
    m_basket = basket;
    const std::vector<checkout::Basket::Line>& lines = basket.lines();
    while (m_rows.size() < lines.size()) {
        auto* row = new BasketRow(m_list);
        connect(row, &BasketRow::quantityAsked, this, [this, row](int quantity) {
            if (!m_locked)
                Q_EMIT quantityAsked(row->product(), std::max(0, quantity));
        });
        connect(row, &BasketRow::touched, this, [this, row] {
            m_current = row->product();
            markCurrent();
        });
        connect(row, &BasketRow::quantityMalformed, this, &BasketView::quantityMalformed);
        connect(row, &BasketRow::editingEnded, this, &BasketView::editingEnded);
        m_listLayout->insertWidget(int(m_rows.size()), row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < lines.size());
        if (i < lines.size())
            m_rows[i]->show(lines[i], m_currency);
    }

    const auto has = [&lines](ProductId id) {
        return std::ranges::any_of(lines, [id](const auto& line) { return line.product.id == id; });
    };
    if (has(touched))
        m_current = touched;
    else if (!has(m_current))
        m_current = lines.empty() ? ProductId() : lines.back().product.id;
    markCurrent();
    m_stack->setCurrentWidget(lines.empty() ? static_cast<QWidget*>(m_empty) : m_scroll);
    retranslate();
}

void BasketView::setLocked(bool locked)
{
    m_locked = locked;
    m_list->setEnabled(!locked);
}

void BasketView::editQuantity()
{
    for (BasketRow* row : m_rows) {
        if (!m_locked && row->isVisibleTo(m_list) && row->product() == m_current)
            row->edit();
    }
}

bool BasketView::stopEditing()
{
    return std::ranges::any_of(m_rows, [](BasketRow* row) { return row->stopEditing(); });
}

void BasketView::retranslate()
{
    const QLocale locale;
    m_title->setText(tr("Basket"));
    m_count->setText(m_basket.isEmpty() ? QString() : tr("%n item(s)", nullptr, m_basket.itemCount()));
    m_empty->setWords(tr("The basket is empty"), tr("Scan a barcode or touch a product."));
    m_totalWord->setText(tr("Total"));
    m_total->setText(moneyText(m_basket.total(), m_currency, locale));
    m_total->setAccessibleName(tr("Total %1").arg(m_total->text()));

    QStringList taxes;
    for (const ledger::SalePosting& posting : m_basket.taxes()) {
        const QString percent = locale.toString(posting.taxPermille / 10.0, 'g', 3);
        taxes.append(
            tr("%1% %2", "tax rate, then the tax in it").arg(percent, moneyText(posting.tax, m_currency, locale)));
    }
    m_tax->setVisible(!taxes.isEmpty());
    m_tax->setText(taxes.isEmpty() ? QString() : tr("Tax included: %1").arg(taxes.join(u"   "_s)));
    for (std::size_t i = 0; i < m_basket.lines().size() && i < m_rows.size(); ++i)
        m_rows[i]->show(m_basket.lines()[i], m_currency);
}

void BasketView::markCurrent()
{
    for (BasketRow* row : m_rows) {
        const bool current = row->isVisibleTo(m_list) && row->product() == m_current;
        row->setCurrent(current);
        if (!current)
            continue;
        // After the layout has given a new row its place.
        QTimer::singleShot(0, row, [this, row] {
            m_scroll->ensureWidgetVisible(row, 0, theme::unit());
            if (row->height() > m_scroll->viewport()->height())
                m_scroll->verticalScrollBar()->setValue(row->y()); // what it is and what it costs, then what changes it
        });
    }
}

} // namespace kobai::app
