// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/PurchaseTableModel.h"

#include "app/ShownName.h"
#include "money/MoneyText.h"
#include "widgets/Names.h"
#include "widgets/Theme.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <iterator>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

QString methodWords(ledger::PaymentMethod method)
{
    switch (method) {
    case ledger::PaymentMethod::Face:
        return QCoreApplication::translate("PaymentMethod", "Face", "way to pay");
    case ledger::PaymentMethod::Pin:
        return QCoreApplication::translate("PaymentMethod", "PIN", "way to pay");
    case ledger::PaymentMethod::LookUp:
        return QCoreApplication::translate("PaymentMethod", "Look-up", "way to pay");
    }
    Q_UNREACHABLE();
}

QString methodIcon(ledger::PaymentMethod method)
{
    switch (method) {
    case ledger::PaymentMethod::Face:
        return u"face"_s;
    case ledger::PaymentMethod::Pin:
        return u"pin"_s;
    case ledger::PaymentMethod::LookUp:
        return u"lookup"_s;
    }
    Q_UNREACHABLE();
}

PurchaseTableModel::PurchaseTableModel(Reader reader, QObject* parent)
    : QAbstractTableModel(parent), m_reader(std::move(reader))
{
}

void PurchaseTableModel::look(const ledger::HistoryFilter& filter)
{
    m_filter = filter;
    ++m_look;
    read(std::nullopt);
}

void PurchaseTableModel::clear()
{
    ++m_look;
    m_loading = false;
    beginResetModel();
    m_rows.clear();
    m_next.reset();
    endResetModel();
}

void PurchaseTableModel::setCurrency(const Currency& currency)
{
    m_currency = currency;
}

void PurchaseTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const reports::Purchase* PurchaseTableModel::purchase(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr;
}

void PurchaseTableModel::read(ledger::HistoryCursor cursor)
{
    m_loading = true;
    const int look = m_look;
    m_reader(m_filter, cursor, [self = QPointer(this), look, first = !cursor](Result<reports::PurchasePage> page) {
        if (self && self->m_look == look)
            self->take(std::move(page), first);
    });
}

void PurchaseTableModel::take(Result<reports::PurchasePage> page, bool first)
{
    m_loading = false;
    if (!page) {
        // What is shown stays; the next scroll tries again.
        Q_EMIT failed(page.error());
        return;
    }
    m_next = page->next;
    if (first) {
        beginResetModel();
        m_rows = std::move(page->purchases);
        endResetModel();
        Q_EMIT looked();
    } else {
        append(std::move(page->purchases));
    }
    Q_EMIT pageAdded();
}

void PurchaseTableModel::append(std::vector<reports::Purchase> purchases)
{
    if (purchases.empty())
        return;
    const int from = rowCount();
    beginInsertRows({}, from, from + int(purchases.size()) - 1);
    std::ranges::move(purchases, std::back_inserter(m_rows));
    endInsertRows();
}

int PurchaseTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PurchaseTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PurchaseTableModel::text(const reports::Purchase& purchase, int column) const
{
    const ledger::Sale& sale = purchase.sale;
    switch (Column(column)) {
    case Time:
        return QLocale().toString(toLocal(sale.at), QLocale::ShortFormat);
    case Customer:
        return purchase.personName.isEmpty() ? tr("Forgotten person") : purchase.personName;
    case Items: {
        QStringList items;
        for (const ledger::SaleLine& line : sale.lines) {
            const QString name = widgets::isolated(shownName(line.name, line.nameJa));
            items += line.quantity == 1
                         ? name
                         : tr("%1 × %2", "a product's name and how many").arg(name, QLocale().toString(line.quantity));
        }
        return items.join(tr(", ", "between the products of a purchase"));
    }
    case Method:
        return methodWords(sale.method);
    case Amount:
        return moneyText(sale.total, m_currency, QLocale());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PurchaseTableModel::data(const QModelIndex& index, int role) const
{
    const reports::Purchase* row = purchase(index.row());
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Items ? QVariant(widgets::asToolTip(text(*row, Items))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == Method ? QVariant(widgets::theme::icon(methodIcon(row->sale.method))) : QVariant();
    default:
        return {};
    }
}

QVariant PurchaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time:
        return tr("Time");
    case Customer:
        return tr("Customer");
    case Items:
        return tr("What was bought");
    case Method:
        return tr("Paid by");
    case Amount:
        return tr("Amount");
    case ColumnCount:
        break;
    }
    return {};
}

bool PurchaseTableModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next && !m_loading;
}

void PurchaseTableModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        read(m_next);
}

} // namespace kobai::app
