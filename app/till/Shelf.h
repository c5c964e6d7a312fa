// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalogue/ProductIndex.h"
#include "checkout/Assortment.h"

#include <QHash>
#include <QString>

#include <vector>

namespace kobai::app {

/// The name in the application's language.
[[nodiscard]] QString shownName(const catalogue::Product& product);
[[nodiscard]] QString shownName(const catalogue::Category& category);

/// What is sold, in memory, so that a scan or a touch is answered at once: by barcode, by words, by tab. Pure. Prices are checked
/// again when the sale is committed.
class Shelf final {
public:
    Shelf() = default;
    explicit Shelf(checkout::Assortment assortment);

    [[nodiscard]] bool isEmpty() const { return m_assortment.products.empty(); }
    [[nodiscard]] const std::vector<catalogue::Category>& categories() const { return m_assortment.categories; }
    [[nodiscard]] std::vector<const catalogue::Product*> favourites() const;
    [[nodiscard]] std::vector<const catalogue::Product*> in(CategoryId category) const;
    /// As catalogue::ProductIndex::find.
    [[nodiscard]] std::vector<const catalogue::Product*> search(const QString& text) const;
    [[nodiscard]] const catalogue::Product* find(ProductId id) const;
    /// Faults: BarcodeMalformed, BarcodeUnknown.
    [[nodiscard]] Result<const catalogue::Product*> byBarcode(const QString& scanned) const;

private:
    checkout::Assortment m_assortment;
    QHash<ProductId, std::size_t> m_byId;
    catalogue::ProductIndex m_index; ///< of m_assortment.products
};

} // namespace kobai::app
