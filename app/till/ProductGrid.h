// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/till/Shelf.h"
#include "checkout/Basket.h"
#include "money/Currency.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QScrollArea;
class QStackedWidget;

namespace kobai::widgets {
class EmptyState;
class FlowRow;
class ProductTile;
} // namespace kobai::widgets

namespace kobai::app {

/// What is sold, as tiles to touch: a tab for the favourites, one per category, or what a search found. Arrow keys walk over the
/// tiles. GUI thread.
class ProductGrid final : public QWidget {
    Q_OBJECT

public:
    explicit ProductGrid(QWidget* parent = nullptr);

    void setShelf(const Shelf* shelf, const Currency& currency); ///< outlives the grid
    /// Empty text shows the chosen tab.
    void search(const QString& text);
    void showCounts(const checkout::Basket& basket);
    /// The first product shown, or null: what Enter in the search field takes.
    [[nodiscard]] const catalogue::Product* first() const;
    void focusTiles();
    void retranslate();

Q_SIGNALS:
    void productChosen(kobai::ProductId product);
    void tabChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildTabs();
    void showTiles();
    void arrange();
    [[nodiscard]] bool walk(const QWidget* from, int key);

    const Shelf* m_shelf = nullptr;
    Currency m_currency;
    QString m_search;
    CategoryId m_category; ///< null: the favourites
    int m_columns = 1;
    std::vector<const catalogue::Product*> m_shown;
    std::vector<widgets::ProductTile*> m_tiles; ///< as many as were ever shown at once; the rest is hidden
    QHash<ProductId, int> m_counts;

    widgets::FlowRow* m_tabRow;
    QButtonGroup* m_tabGroup;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QWidget* m_field;
    widgets::EmptyState* m_empty;
};

} // namespace kobai::app
