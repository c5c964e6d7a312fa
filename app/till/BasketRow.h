// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/Basket.h"
#include "money/Currency.h"

#include <QFrame>

class QLineEdit;
class QStackedWidget;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// One line of the basket: name, quantity, total; while it is the current line also fewer, more and out, large enough to touch. With the
/// focus, + and - change the quantity, Delete takes the line out. GUI thread.
class BasketRow final : public QFrame {
    Q_OBJECT

public:
    explicit BasketRow(QWidget* parent = nullptr);

    void show(const checkout::Basket::Line& line, const Currency& currency);
    void setCurrent(bool current);
    void edit();
    bool stopEditing();
    [[nodiscard]] ProductId product() const { return m_product; }

Q_SIGNALS:
    void quantityAsked(int quantity);
    void quantityMalformed();
    void touched();
    void editingEnded();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finishEditing();

    ProductId m_product;
    int m_quantity = 0;
    bool m_current = false;
    widgets::Text* m_name;
    widgets::Text* m_count;
    QWidget* m_controls;
    widgets::Button* m_fewer;
    widgets::Button* m_more;
    widgets::Button* m_out;
    QStackedWidget* m_quantityStack;
    widgets::Button* m_quantityButton;
    QLineEdit* m_quantityField;
    widgets::Text* m_total;
};

} // namespace kobai::app
