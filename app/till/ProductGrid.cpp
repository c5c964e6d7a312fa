// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ProductGrid.h"

#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/FlowRow.h"
#include "widgets/Names.h"
#include "widgets/ProductTile.h"
#include "widgets/Skeleton.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

constexpr int widestTabPx = 240;

} // namespace

ProductGrid::ProductGrid(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"productGrid"_s);
    m_tabGroup = new QButtonGroup(this);
    m_tabGroup->setExclusive(true);
    m_tabRow = new FlowRow(theme::unit() / 2, theme::tillTargetPx, this);

    m_field = new QWidget;
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_field);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_field->setAutoFillBackground(false);

    m_empty = new EmptyState(u"search"_s, this);
    m_stack = new QStackedWidget(this);
    m_stack->setMinimumHeight(
        theme::scaled(theme::tillTargetPx)); // with very large letters it scrolls before it squeezes the tabs
    m_stack->addWidget(new Skeleton(6, this));
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit() + theme::unit() / 2);
    layout->addWidget(m_tabRow);
    layout->addWidget(m_stack, 1);
}

void ProductGrid::setShelf(const Shelf* shelf, const Currency& currency)
{
    m_shelf = shelf;
    m_currency = currency;
    const bool known = std::ranges::any_of(
        shelf->categories(), [this](const catalogue::Category& category) { return category.id == m_category; });
    if (!known)
        m_category =
            shelf->favourites().empty() && !shelf->categories().empty() ? shelf->categories().front().id : CategoryId();
    buildTabs();
    showTiles();
}

void ProductGrid::search(const QString& text)
{
    if (m_search == text)
        return;
    m_search = text;
    showTiles();
}

void ProductGrid::showCounts(const checkout::Basket& basket)
{
    m_counts.clear();
    for (const checkout::Basket::Line& line : basket.lines())
        m_counts.insert(line.product.id, line.quantity);
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_tiles[i]->setCount(m_counts.value(m_shown[i]->id));
}

const catalogue::Product* ProductGrid::first() const
{
    return m_shown.empty() ? nullptr : m_shown.front();
}

void ProductGrid::focusTiles()
{
    if (!m_shown.empty())
        m_tiles.front()->setFocus();
}

void ProductGrid::retranslate()
{
    if (m_shelf == nullptr)
        return;
    buildTabs();
    showTiles();
}

void ProductGrid::buildTabs()
{
    const QList<QAbstractButton*> old = m_tabGroup->buttons();
    for (QAbstractButton* tab : old) {
        m_tabGroup->removeButton(tab);
        tab->hide();
        tab->deleteLater();
    }

    const auto add = [this](CategoryId id, const QString& words, const QString& icon) {
        auto* tab = new Button(Button::Weight::Quiet, Button::Size::Normal, m_tabRow);
        tab->setMinimumHeight(theme::scaled(theme::tillTargetPx));
        tab->setCheckable(true);
        tab->setText(withoutMnemonic(words));
        tab->setAccessibleName(words);
        tab->setMaximumWidth(theme::scaled(widestTabPx));
        tab->setObjectName(u"category-%1"_s.arg(id.value));
        if (!icon.isEmpty())
            tab->setIconName(icon);
        tab->setChecked(id == m_category);
        m_tabGroup->addButton(tab);
        tab->show();
        connect(tab, &QAbstractButton::clicked, this, [this, id] {
            m_category = id;
            m_search.clear();
            m_scroll->verticalScrollBar()->setValue(0);
            showTiles();
            Q_EMIT tabChosen();
        });
    };
    if (!m_shelf->favourites().empty())
        add(CategoryId(), tr("Favourites"), u"star"_s);
    for (const catalogue::Category& category : m_shelf->categories())
        add(category.id, shownName(category), QString());
    m_tabRow->arrange();
}

void ProductGrid::showTiles()
{
    if (m_shelf == nullptr)
        return;
    if (!m_search.isEmpty())
        m_shown = m_shelf->search(m_search);
    else
        m_shown = m_category.isNull() ? m_shelf->favourites() : m_shelf->in(m_category);

    if (m_shown.empty()) {
        if (m_shelf->isEmpty())
            m_empty->setWords(tr("Nothing is sold yet"),
                              tr("Add products in Catalogue, then they stand here to be touched."));
        else if (!m_search.isEmpty())
            m_empty->setWords(tr("No product matches “%1”").arg(isolated(shortened(m_search))),
                              tr("Check the spelling, or press Esc to see all products."));
        else
            m_empty->setWords(tr("No products here"), tr("Choose another category above."));
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_scroll);
    }

    while (m_tiles.size() < m_shown.size()) {
        auto* tile = new ProductTile(m_field);
        tile->installEventFilter(this);
        const std::size_t index = m_tiles.size();
        connect(tile, &QAbstractButton::clicked, this, [this, index] {
            if (index < m_shown.size())
                Q_EMIT productChosen(m_shown[index]->id);
        });
        m_tiles.push_back(tile);
    }
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        ProductTile* tile = m_tiles[i];
        const bool used = i < m_shown.size();
        tile->setVisible(used);
        if (!used)
            continue;
        const catalogue::Product& product = *m_shown[i];
        tile->setObjectName(u"product-%1"_s.arg(product.id.value));
        tile->setProduct(shownName(product), moneyText(product.price, m_currency, QLocale()), product.picture);
        tile->setFavourite(product.favourite && !m_category.isNull());
        tile->setCount(m_counts.value(product.id));
    }
    arrange();
}

void ProductGrid::arrange()
{
    // A resize may come while the tiles are still being made.
    if (m_shown.empty() || m_tiles.size() < m_shown.size())
        return;
    const int gap = theme::unit() + theme::unit() / 2;
    const QSize least = m_tiles.front()->sizeHint();
    const int width = m_scroll->viewport()->width();
    m_columns = std::max(1, (width + gap) / (least.width() + gap));
    const int tileWidth = (width - gap * (m_columns - 1)) / m_columns;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const int row = int(i) / m_columns;
        const int column = int(i) % m_columns;
        m_tiles[i]->setGeometry(column * (tileWidth + gap), row * (least.height() + gap), tileWidth, least.height());
    }
    const int rows = (int(m_shown.size()) + m_columns - 1) / m_columns;
    m_field->resize(width, rows * (least.height() + gap));
}

bool ProductGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        arrange();
    else if (event->type() == QEvent::KeyPress && watched->isWidgetType() && watched != m_scroll->viewport())
        return walk(static_cast<QWidget*>(watched), static_cast<QKeyEvent*>(event)->key());
    else if (event->type() == QEvent::FocusIn && watched != m_scroll->viewport())
        m_scroll->ensureWidgetVisible(static_cast<QWidget*>(watched), 0, theme::unit());
    return QWidget::eventFilter(watched, event);
}

bool ProductGrid::walk(const QWidget* from, int key)
{
    const auto at = std::ranges::find(m_tiles, from);
    if (at == m_tiles.end())
        return false;
    const int index = int(at - m_tiles.begin());
    int next = index;
    switch (key) {
    case Qt::Key_Left:
        next = index - 1;
        break;
    case Qt::Key_Right:
        next = index + 1;
        break;
    case Qt::Key_Up:
        next = index - m_columns;
        break;
    case Qt::Key_Down:
        next = index + m_columns;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_tiles[std::size_t(index)]->click();
        return true;
    default:
        return false;
    }
    if (next >= 0 && next < int(m_shown.size()))
        m_tiles[std::size_t(next)]->setFocus(Qt::TabFocusReason);
    return true;
}

void ProductGrid::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace kobai::app
