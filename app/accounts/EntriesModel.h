// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "money/Currency.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace kobai::app {

/// The entries of one account, newest first, read page by page as the table is scrolled. Reads nothing itself: it asks by pageAsked(). GUI
/// thread.
class EntriesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, What, Receipt, Change, Balance, ColumnCount };
    static constexpr int pageRows = 60;

    using QAbstractTableModel::QAbstractTableModel;

    /// Empties the table and asks for the first page of an account.
    void restart(const Currency& currency);
    void clear();
    /// The page that was asked for under @p ticket; one of an earlier account is dropped.
    void take(quint64 ticket, const std::vector<accounts::AccountEntry>& page);
    /// The page could not be read; asked for again when the table is scrolled.
    void fail(quint64 ticket);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// At most pageRows entries before @p before (nullopt: the newest) are wanted.
    void pageAsked(quint64 ticket, std::optional<std::int64_t> before);

private:
    void ask();

    Currency m_currency;
    std::vector<accounts::AccountEntry> m_entries;
    quint64 m_ticket = 0;
    bool m_asking = false;
    bool m_complete = true;
};

} // namespace kobai::app
