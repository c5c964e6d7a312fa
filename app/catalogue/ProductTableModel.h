// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/ProductIndex.h"
#include "checkout/Assortment.h"
#include "money/Currency.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace kobai::app {

/// The assortment as a list, under a category and a search. Holds all of it: a school store sells hundreds of things, not
/// millions. GUI thread.
class ProductTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Category, Price, Tax, Barcodes, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssortment(checkout::Assortment assortment, const Currency& currency);
    void setCategory(std::optional<CategoryId> category);
    void setSearch(const QString& text); ///< as catalogue::ProductIndex::find
    void setWithInactive(bool with);
    void retranslate();

    [[nodiscard]] const checkout::Assortment& assortment() const { return m_assortment; }
    [[nodiscard]] const catalogue::Product* product(int row) const; ///< nullptr outside
    [[nodiscard]] int rowOf(ProductId id) const;                    ///< -1 when it is not shown
    /// Whether or not it is shown; nullptr when none has it.
    [[nodiscard]] const catalogue::Product* withBarcode(const QString& scanned) const;
    [[nodiscard]] bool isFiltered() const { return m_category || !m_search.trimmed().isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    [[nodiscard]] bool isShown(const catalogue::Product& product) const;
    [[nodiscard]] QString text(const catalogue::Product& product, int column) const;
    [[nodiscard]] QString categoryName(CategoryId id) const;

    checkout::Assortment m_assortment;
    Currency m_currency;
    std::optional<CategoryId> m_category;
    catalogue::ProductIndex m_index; ///< of m_assortment.products
    QString m_search;
    bool m_withInactive = false;
    std::vector<int> m_shown; ///< places in m_assortment.products
};

} // namespace kobai::app
