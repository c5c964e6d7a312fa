// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/Basket.h"
#include "money/Currency.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace kobai::widgets {
class EmptyState;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class BasketRow;

/// The basket's lines with their quantities, the tax contained and the total. Changes nothing itself: it says what is asked for and
/// shows the basket it is given. One line is current: the last one touched; F4 and Delete are about it. GUI thread.
class BasketView final : public QWidget {
    Q_OBJECT

public:
    explicit BasketView(QWidget* parent = nullptr);

    void setCurrency(const Currency& currency) { m_currency = currency; }
    /// @p touched becomes the current line.
    void show(const checkout::Basket& basket, ProductId touched);
    void setLocked(bool locked); ///< while a charge is under way
    [[nodiscard]] ProductId current() const { return m_current; }
    /// Opens the quantity of the current line for typing (F4).
    void editQuantity();
    /// Gives up an open quantity; false when none was open.
    bool stopEditing();
    void retranslate();

Q_SIGNALS:
    void quantityAsked(kobai::ProductId product, int quantity); ///< 0 takes the line out
    void quantityMalformed();                                   ///< typed something that is not a whole number
    void editingEnded();

private:
    void markCurrent();

    checkout::Basket m_basket;
    Currency m_currency;
    ProductId m_current;
    bool m_locked = false;
    std::vector<BasketRow*> m_rows;

    widgets::Text* m_title;
    widgets::Text* m_count;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QVBoxLayout* m_listLayout;
    widgets::EmptyState* m_empty;
    widgets::Text* m_tax;
    widgets::Text* m_totalWord;
    widgets::Text* m_total;
};

} // namespace kobai::app
