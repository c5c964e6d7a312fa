// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/ProductTableModel.h"

#include "app/ShownName.h"
#include "money/MoneyText.h"
#include "widgets/Names.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

void ProductTableModel::setAssortment(checkout::Assortment assortment, const Currency& currency)
{
    m_assortment = std::move(assortment);
    m_currency = currency;
    m_index = catalogue::ProductIndex(m_assortment.products);
    filter();
}

void ProductTableModel::setCategory(std::optional<CategoryId> category)
{
    m_category = category;
    filter();
}

void ProductTableModel::setSearch(const QString& text)
{
    m_search = text;
    filter();
}

void ProductTableModel::setWithInactive(bool with)
{
    m_withInactive = with;
    filter();
}

void ProductTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProductTableModel::filter()
{
    beginResetModel();
    m_shown.clear();
    // In the table's own order: what was typed narrows it and does not turn it round.
    std::vector<std::size_t> places = m_index.find(m_search);
    std::ranges::sort(places);
    for (const std::size_t place : places) {
        if (isShown(m_assortment.products[place]))
            m_shown.push_back(int(place));
    }
    endResetModel();
}

bool ProductTableModel::isShown(const catalogue::Product& product) const
{
    return (product.active || m_withInactive) && (!m_category || product.category == *m_category);
}

const catalogue::Product* ProductTableModel::product(int row) const
{
    return row >= 0 && row < rowCount() ? &m_assortment.products[std::size_t(m_shown[std::size_t(row)])] : nullptr;
}

int ProductTableModel::rowOf(ProductId id) const
{
    const auto place =
        std::ranges::find_if(m_shown, [&](int shown) { return m_assortment.products[std::size_t(shown)].id == id; });
    return place == m_shown.end() ? -1 : int(place - m_shown.begin());
}

const catalogue::Product* ProductTableModel::withBarcode(const QString& scanned) const
{
    const auto place = m_index.byBarcode(scanned);
    return place ? &m_assortment.products[*place] : nullptr;
}

int ProductTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ProductTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProductTableModel::categoryName(CategoryId id) const
{
    const auto category = std::ranges::find(m_assortment.categories, id, &catalogue::Category::id);
    return category == m_assortment.categories.end() ? QString() : shownName(category->name, category->nameJa);
}

QString ProductTableModel::text(const catalogue::Product& product, int column) const
{
    switch (Column(column)) {
    case Name:
        return shownName(product.name, product.nameJa);
    case Category:
        return categoryName(product.category);
    case Price:
        return moneyText(product.price, m_currency, QLocale());
    case Tax:
        return tr("%1 %", "a tax rate").arg(QLocale().toString(product.tax.permille / 10.0, 'g', 3));
    case Barcodes:
        return product.barcodes.join(tr(", ", "between barcodes"));
    case State:
        return !product.active     ? tr("Not sold", "state of a product")
               : product.favourite ? tr("Favourite", "state of a product")
                                   : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProductTableModel::data(const QModelIndex& index, int role) const
{
    const catalogue::Product* row = product(index.row());
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name || index.column() == Barcodes
                   ? QVariant(widgets::asToolTip(text(*row, index.column())))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Price || index.column() == Tax ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(theme::productIcon(row->picture)) : QVariant();
    case Qt::ForegroundRole:
        return row->active ? QVariant() : QVariant(QBrush(theme::color(theme::Role::Quiet)));
    default:
        return {};
    }
}

QVariant ProductTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Price || section == Tax ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Product");
    case Category:
        return tr("Category");
    case Price:
        return tr("Price");
    case Tax:
        return tr("Tax");
    case Barcodes:
        return tr("Barcode");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kobai::app
