// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Services.h"
#include "checkout/Assortment.h"
#include "ledger/Sale.h"
#include "reports/History.h"

#include <vector>

class QStackedWidget;

namespace kobai::widgets {
class Banner;
class Card;
class EmptyState;
class PagedTableView;
class Skeleton;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class HistoryChart;
class HistoryFilterBar;
class PurchaseTableModel;
class ReceiptPanel;

/// What was bought, by whom, when: filters, a chart by day that filters when it is clicked, a list that reads on as it is scrolled, one
/// receipt beside it. Reads only; every first page of a look is on record in the audit.
class HistoryPage final : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(Services& services, QWidget* parent = nullptr);
    ~HistoryPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<KeyHint> keys() const override;
    void enter() override;
    void leave() override;
    bool stepBack() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeContent();
    void connectParts();
    void readAssortment();
    void searchPeople(const QString& text);
    void reload();
    void takeTotals(std::vector<reports::DayBar> totals);
    void showChart();
    void showRows();
    void showReceipt(const QModelIndex& index);
    void fitChart();
    void showSummary();
    void showFault(const Fault& fault);
    void forget();
    [[nodiscard]] bool isShowing() const;

    Services& m_services;
    checkout::Assortment m_assortment;
    std::vector<reports::DayBar> m_totals;
    int m_look = 0;      ///< counts looks, to know totals that come too late
    bool m_stale = true; ///< something was sold or opened since the last look

    widgets::Text* m_title;
    widgets::Text* m_summary;
    widgets::Banner* m_banner;
    HistoryFilterBar* m_filters;
    QStackedWidget* m_stack;
    widgets::Skeleton* m_skeleton;
    widgets::EmptyState* m_empty;
    QWidget* m_content;
    widgets::Card* m_chartCard = nullptr;
    HistoryChart* m_chart = nullptr;
    widgets::PagedTableView* m_table = nullptr;
    ReceiptPanel* m_receipt = nullptr;
    PurchaseTableModel* m_model;
};

} // namespace kobai::app
