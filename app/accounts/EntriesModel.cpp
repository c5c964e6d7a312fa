// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/EntriesModel.h"

#include "money/MoneyText.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

void EntriesModel::restart(const Currency& currency)
{
    clear();
    m_currency = currency;
    m_complete = false;
    ask();
}

void EntriesModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_complete = true;
    m_asking = false;
    ++m_ticket;
    endResetModel();
}

void EntriesModel::take(quint64 ticket, const std::vector<accounts::AccountEntry>& page)
{
    if (ticket != m_ticket)
        return;
    m_asking = false;
    m_complete = int(page.size()) < pageRows;
    if (page.empty())
        return;
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(page.size()) - 1);
    m_entries.insert(m_entries.end(), page.begin(), page.end());
    endInsertRows();
}

void EntriesModel::fail(quint64 ticket)
{
    if (ticket == m_ticket)
        m_asking = false;
}

void EntriesModel::retranslate()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int EntriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int EntriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EntriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_entries.size()))
        return {};
    const accounts::AccountEntry& entry = m_entries[std::size_t(index.row())];
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= Receipt ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case When:
        return locale.toString(toLocal(entry.at), QLocale::ShortFormat);
    case What:
        switch (entry.code) {
        case ledger::TransferCode::CashTopUp:
            return tr("Top-up in cash");
        case ledger::TransferCode::SaleNet:
        case ledger::TransferCode::SaleTax:
            return tr("Purchase");
        case ledger::TransferCode::OpeningBalance:
            return tr("Opening balance");
        }
        return {};
    case Receipt:
        return entry.receipt > 0 ? locale.toString(qlonglong(entry.receipt)) : QString();
    case Change: {
        const QString amount = moneyText(entry.change, m_currency, locale);
        return entry.change.isNegative() ? amount : QString(u'+' + amount);
    }
    case Balance:
        return moneyText(entry.balanceAfter, m_currency, locale);
    case ColumnCount:
        return {};
    }
    return {};
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Receipt ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case Receipt:
        return tr("Receipt");
    case Change:
        return tr("Change", "of the balance");
    case Balance:
        return tr("Balance");
    case ColumnCount:
        return {};
    }
    return {};
}

bool EntriesModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_asking;
}

void EntriesModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        ask();
}

void EntriesModel::ask()
{
    m_asking = true;
    Q_EMIT pageAsked(m_ticket, m_entries.empty() ? std::nullopt : std::optional(m_entries.back().sequence));
}

} // namespace kobai::app
