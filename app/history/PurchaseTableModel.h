// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/Currency.h"
#include "reports/History.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace kobai::app {

/// Purchases under a filter, newest first, read page by page as the table is scrolled. Never reads by itself: the reader given
/// answers on the GUI thread, later. Answers to a look that was replaced meanwhile are dropped.
class PurchaseTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Customer, Items, Method, Amount, ColumnCount };

    using Done = std::function<void(Result<reports::PurchasePage>)>;
    using Reader = std::function<void(const ledger::HistoryFilter&, ledger::HistoryCursor, Done)>;

    explicit PurchaseTableModel(Reader reader, QObject* parent = nullptr);

    /// Reads the first page; the rows stay until it arrives.
    void look(const ledger::HistoryFilter& filter);
    void clear();
    void setCurrency(const Currency& currency);
    void retranslate();

    [[nodiscard]] const reports::Purchase* purchase(int row) const; ///< nullptr outside
    [[nodiscard]] bool isComplete() const { return !m_next && !m_loading; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void looked();    ///< the first page of the latest look has arrived
    void pageAdded(); ///< any page
    void failed(const kobai::Fault& fault);

private:
    void append(std::vector<reports::Purchase> purchases);
    void read(ledger::HistoryCursor cursor);
    void take(Result<reports::PurchasePage> page, bool first);
    [[nodiscard]] QString text(const reports::Purchase& purchase, int column) const;

    Reader m_reader;
    Currency m_currency;
    ledger::HistoryFilter m_filter;
    std::vector<reports::Purchase> m_rows;
    ledger::HistoryCursor m_next;
    int m_look = 0; ///< counts looks, to know answers that come too late
    bool m_loading = false;
};

/// "Face", "PIN", "Look-up".
[[nodiscard]] QString methodWords(ledger::PaymentMethod method);
[[nodiscard]] QString methodIcon(ledger::PaymentMethod method);

} // namespace kobai::app
