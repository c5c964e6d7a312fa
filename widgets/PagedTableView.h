// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace kobai::widgets {

/// The table of the house: whole rows selected, no grid, room to breathe, no vertical header, one column that stretches. Models page by
/// fetchMore() while it is scrolled. Enter and double click open a row. GUI thread.
class PagedTableView final : public QTableView {
    Q_OBJECT

public:
    explicit PagedTableView(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    /// The column that takes what is left; the others are as wide as their contents on the first pages, words up to a bound, figures always.
    void setStretchColumn(int column);
    /// Columns left out, the first one first, while there is no room for all of them.
    void setDroppableColumns(const QList<int>& columns);

Q_SIGNALS:
    void rowOpened(const QModelIndex& index);
    void rowChosen(const QModelIndex& index); ///< the current row changed; invalid when none

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshSizes();
    [[nodiscard]] bool holdsFigures(int column) const;
    void fitColumns();
    void hover(int row);

    QList<int> m_droppable;
    int m_stretchColumn = 0;
    int m_hoveredRow = -1;
};

} // namespace kobai::widgets
