// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PagedTableView.h"

#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

namespace kobai::widgets {

namespace {

constexpr int mostTextPx = 220; // the widest that words make a column of their own

/// Room beside the text, and the whole row tinted under the mouse.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHoveredRow(int row) { m_hoveredRow = row; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_MouseOver, index.row() == m_hoveredRow);
        // The current row is shown whole; a ring around one cell would only distract.
        option->state.setFlag(QStyle::State_HasFocus, false);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        item.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
        item.backgroundBrush = Qt::NoBrush;
        item.rect.adjust(theme::unit(), 0, -theme::unit(), 0);
        item.state.setFlag(QStyle::State_MouseOver, false);
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * theme::unit() + theme::unit() / 2, 0);
    }

private:
    int m_hoveredRow = -1;
};

} // namespace

PagedTableView::PagedTableView(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this, &PagedTableView::rowOpened);
    refreshSizes();
}

void PagedTableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &PagedTableView::fitColumns);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        if (first == 0)
            fitColumns();
    });
    connect(model, &QAbstractItemModel::headerDataChanged, this, &PagedTableView::fitColumns);
    fitColumns();
}

void PagedTableView::setStretchColumn(int column)
{
    m_stretchColumn = column;
    fitColumns();
}

void PagedTableView::setDroppableColumns(const QList<int>& columns)
{
    m_droppable = columns;
    fitColumns();
}

/// Figures stand at the right. They are never cut: a part of an amount reads as another amount.
bool PagedTableView::holdsFigures(int column) const
{
    const QVariant alignment = model()->index(0, column).data(Qt::TextAlignmentRole);
    return alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight);
}

void PagedTableView::fitColumns()
{
    if (model() == nullptr)
        return;
    const int leastStretch = theme::scaled(160);
    const int columns = model()->columnCount();
    for (const int column : m_droppable)
        setColumnHidden(column, false);
    QList<int> widths(columns, 0);
    int taken = 0;
    for (int column = 0; column < columns; ++column) {
        if (column == m_stretchColumn)
            continue;
        const int contents = sizeHintForColumn(column);
        widths[column] = std::max(holdsFigures(column) ? contents : std::min(contents, theme::scaled(mostTextPx)),
                                  horizontalHeader()->sectionSizeHint(column));
        taken += widths.at(column);
        setColumnWidth(column, widths.at(column));
    }
    for (const int column : m_droppable) {
        if (taken + leastStretch <= viewport()->width())
            break;
        setColumnHidden(column, true);
        taken -= widths.at(column);
    }
    const int header = horizontalHeader()->sectionSizeHint(m_stretchColumn);
    setColumnWidth(m_stretchColumn, std::max(std::min(header, leastStretch), viewport()->width() - taken));
}

void PagedTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void PagedTableView::refreshSizes()
{
    const int row = theme::scaled(40);
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->setDefaultSectionSize(row);
    horizontalHeader()->setFont(theme::font(theme::Text::Secondary, true));
    fitColumns();
}

void PagedTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT rowChosen(current);
}

void PagedTableView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void PagedTableView::hover(int row)
{
    if (std::exchange(m_hoveredRow, row) == row)
        return;
    static_cast<RowDelegate*>(itemDelegate())->setHoveredRow(row);
    viewport()->update();
}

void PagedTableView::mouseMoveEvent(QMouseEvent* event)
{
    hover(indexAt(event->pos()).row());
    QTableView::mouseMoveEvent(event);
}

void PagedTableView::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

bool PagedTableView::event(QEvent* event)
{
    const bool taken = QTableView::event(event);
    if (event->type() == QEvent::ApplicationFontChange)
        refreshSizes();
    return taken;
}

} // namespace kobai::widgets
