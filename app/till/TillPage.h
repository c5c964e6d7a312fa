// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Services.h"
#include "app/scanner/Scan.h"
#include "app/till/Payment.h"
#include "app/till/Shelf.h"
#include "app/till/TillFlow.h"
#include "checkout/Basket.h"

#include <optional>

class QScrollArea;
class QStackedWidget;

namespace kobai::widgets {
class Banner;
class Button;
class SearchField;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class BasketView;
class PayPanel;
class ProductGrid;

/// The clerk's workplace: products left, basket right, the payment over the products. Holds the basket, which stays when the
/// clerk looks at another page. GUI thread.
class TillPage final : public Page {
    Q_OBJECT

public:
    explicit TillPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<KeyHint> keys() const override;
    void enter() override;
    void leave() override;
    [[nodiscard]] bool mayLeave() const override;
    bool stepBack() override;
    void retranslate() override;
    bool showProduct(ProductId product) override; ///< into the basket, when the till is in front
    bool takeScan(const Scan& scan) override;
    [[nodiscard]] bool knowsCode(const Scan& scan) const override;

    [[nodiscard]] const checkout::Basket& basket() const { return m_basket; }
    [[nodiscard]] const TillFlow& flow() const { return m_flow; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    void connectParts();
    void addShortcuts();

    void loadAssortment();
    void takeAssortment(checkout::Assortment assortment);
    void renewBasket();
    void loadLatestSale();
    void showLatestSale();

    [[nodiscard]] const catalogue::Product* scannedProduct(const Scan& scan) const;
    void takeTyped();
    void add(const catalogue::Product& product);
    void setQuantity(ProductId product, int quantity);
    void basketChanged(ProductId touched);
    void basketRefused(const Fault& fault);
    [[nodiscard]] bool isLocked() const;

    void pay(ledger::PaymentMethod method);
    void followFlow();
    void focusScan();

    Services& m_services;
    TillFlow m_flow;
    Payment m_payment;
    Shelf m_shelf;
    checkout::Basket m_basket;
    std::optional<ledger::Sale> m_latest;
    bool m_latestRead = false; ///< without it nothing is known, not even that there is no sale
    bool m_loaded = false;
    bool m_stale = true;
    QList<Scan> m_waitingScans; ///< scanned before the products were read

    widgets::Banner* m_banner;
    widgets::SearchField* m_scan;
    QStackedWidget* m_stack;
    ProductGrid* m_grid;
    QScrollArea* m_panelScroll;
    PayPanel* m_panel;
    widgets::Text* m_latestText;
    QWidget* m_right;
    BasketView* m_basketView;
    QWidget* m_ways;
    widgets::Button* m_byFace;
    widgets::Text* m_faceBar; ///< why m_byFace is off
    widgets::Button* m_byPin;
    widgets::Button* m_byLookUp;
};

} // namespace kobai::app
