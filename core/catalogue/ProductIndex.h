// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalogue/Product.h"
#include "search/TextIndex.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace kobai::catalogue {

/// Products found by what is typed or scanned: the one rule of the till, the catalogue and the search over everything. Holds names and codes,
/// and answers with places in the products that it was made of. Any thread, one at a time.
class ProductIndex final {
public:
    ProductIndex() = default;
    explicit ProductIndex(const std::vector<Product>& products);

    /// Whose names hold every word of @p typed, in either language and any spelling (search/TextIndex.h), the nearest first; then those with a
    /// code that it is in any symbology, that begins with it (leading zeros aside), or that ends with it (from four digits on: people
    /// read out the last ones). All for blanks.
    [[nodiscard]] std::vector<std::size_t> find(const QString& typed) const;
    /// The only one with this code. Faults: BarcodeMalformed, BarcodeUnknown.
    [[nodiscard]] Result<std::size_t> byBarcode(const QString& scanned) const;

private:
    std::vector<QStringList> m_codes; ///< per product
    QHash<QString, std::size_t> m_byCode;
    search::TextIndex m_names; ///< per product: both names
};

} // namespace kobai::catalogue
