// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of TillPage that fills the basket: products, scans, quantities, the last sale.
#include "app/FaultText.h"
#include "app/till/BasketView.h"
#include "app/till/PayPanel.h"
#include "app/till/ProductGrid.h"
#include "app/till/TillPage.h"
#include "base/Text.h"
#include "catalogue/Barcode.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/SearchField.h"

#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

/// More scans than anybody makes in the half second until the products are read.
constexpr int mostWaitingScans = 64;

} // namespace

void TillPage::loadAssortment()
{
    m_stale = false;
    m_services.withStore([](store::Store& store) { return checkout::assortment(store); }, this,
                         [this](Result<checkout::Assortment> assortment) {
                             if (assortment) {
                                 takeAssortment(std::move(*assortment));
                             } else {
                                 m_stale = true;
                                 m_banner->say(theme::Role::Bad, faultText(assortment.error()));
                             }
                         });
}

void TillPage::takeAssortment(checkout::Assortment assortment)
{
    m_shelf = Shelf(std::move(assortment));
    m_loaded = true;
    m_grid->setShelf(&m_shelf, m_services.currency());
    renewBasket();
    const QList<Scan> waiting = std::exchange(m_waitingScans, {});
    for (const Scan& scan : waiting)
        takeScan(scan);
}

void TillPage::renewBasket()
{
    if (isLocked())
        return; // what was submitted is what is charged; the store checks the prices itself
    const Money before = m_basket.total();
    checkout::Basket renewed;
    QStringList gone;
    for (const checkout::Basket::Line& line : m_basket.lines()) {
        const catalogue::Product* product = m_shelf.find(line.product.id);
        if (product == nullptr || !renewed.add(*product, line.quantity))
            gone.append(isolated(shownName(line.product)));
    }
    m_basket = std::move(renewed);
    if (!gone.isEmpty())
        m_banner->say(theme::Role::Warn, tr("No longer sold and taken out of the basket: %1.").arg(gone.join(u", "_s)));
    else if (m_basket.total() != before)
        m_banner->say(theme::Role::Warn, tr("Prices have changed in Catalogue; the basket shows the new ones."));
    basketChanged({});
}

void TillPage::loadLatestSale()
{
    m_services.withStore([](store::Store& store) { return checkout::latestSales(store, 1); }, this,
                         [this](const Result<std::vector<ledger::Sale>>& sales) {
                             if (!sales) {
                                 m_banner->say(theme::Role::Bad, faultText(sales.error()));
                                 return;
                             }
                             m_latestRead = true;
                             if (!sales->empty())
                                 m_latest = sales->front();
                             showLatestSale();
                         });
}

void TillPage::showLatestSale()
{
    if (!m_latest) {
        m_latestText->setText(m_latestRead ? tr("No sale yet") : QString());
        return;
    }
    const QLocale locale;
    const int items = std::accumulate(m_latest->lines.begin(), m_latest->lines.end(), 0,
                                      [](int sum, const ledger::SaleLine& line) { return sum + line.quantity; });
    m_latestText->setText(QStringList{tr("Last sale %1").arg(moneyText(m_latest->total, m_services.currency(), locale)),
                                      tr("%n item(s)", nullptr, items),
                                      locale.toString(toLocal(m_latest->at), QLocale::ShortFormat),
                                      tr("Receipt %1").arg(locale.toString(qlonglong(m_latest->receipt)))}
                              .join(u"  ·  "_s));
}

const catalogue::Product* TillPage::scannedProduct(const Scan& scan) const
{
    for (const QString& reading : scan.readings) {
        if (const auto product = m_shelf.byBarcode(reading))
            return *product;
    }
    return nullptr;
}

bool TillPage::knowsCode(const Scan& scan) const
{
    return scannedProduct(scan) != nullptr;
}

bool TillPage::takeScan(const Scan& scan)
{
    if (m_flow.step() == TillFlow::Step::Done)
        m_flow.close();
    const QString text = scan.text();
    if (isLocked()) {
        m_banner->say(theme::Role::Warn,
                      tr("A charge is under way: the scan was not taken. Scan again when it is done."));
    } else if (!m_loaded) {
        if (m_waitingScans.size() < mostWaitingScans)
            m_waitingScans.append(scan);
    } else if (const catalogue::Product* product = scannedProduct(scan)) {
        add(*product);
    } else if (m_flow.step() == TillFlow::Step::Number) {
        m_payment.enterNumber(text); // a student card
    } else if (m_flow.step() == TillFlow::Step::LookUp) {
        m_panel->lookUp(text);
    } else if (m_shelf.byBarcode(scan.readings.constFirst()).error().code == FaultCode::BarcodeUnknown) {
        m_banner->say(
            theme::Role::Warn,
            tr("No product here has the barcode %1. The basket is unchanged: choose the product by name.").arg(text));
    } else {
        m_banner->say(theme::Role::Warn,
                      tr("%1 is not one whole barcode. The basket is unchanged: scan it again.").arg(shortened(text)));
    }
    return true;
}

void TillPage::takeTyped()
{
    const QString text = m_scan->text().trimmed();
    if (text.isEmpty())
        return;
    if (catalogue::isNumber(narrowed(text)) || m_shelf.byBarcode(text)) {
        m_scan->clearSearch();
        takeScan({{text}});
        return;
    }
    // returnPressed() may come before the field has asked: the first of the old tiles is not what was typed.
    m_grid->search(text);
    if (const catalogue::Product* first = m_grid->first()) {
        const catalogue::Product chosen = *first;
        m_scan->clearSearch();
        add(chosen);
    }
}

void TillPage::add(const catalogue::Product& product)
{
    if (m_flow.step() == TillFlow::Step::Done)
        m_flow.close();
    if (isLocked())
        return;
    const ProductId id = product.id;
    if (const Status added = m_basket.add(product); !added) {
        basketRefused(added.error());
        return;
    }
    m_banner->clear();
    basketChanged(id);
}

void TillPage::setQuantity(ProductId product, int quantity)
{
    if (product.isNull() || isLocked())
        return;
    if (const Status set = m_basket.setQuantity(product, quantity); !set) {
        basketRefused(set.error());
        return;
    }
    m_banner->clear();
    basketChanged(product);
}

void TillPage::basketRefused(const Fault& fault)
{
    m_banner->say(theme::Role::Warn, faultText(fault));
}

void TillPage::basketChanged(ProductId touched)
{
    m_basketView->show(m_basket, touched);
    m_grid->showCounts(m_basket);
    m_flow.setTotal(m_basket.total());
    followFlow();
}

} // namespace kobai::app
