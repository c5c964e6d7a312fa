// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "catalogue/ProductIndex.h"
#include "money/Money.h"
#include "people/Person.h"
#include "store/Store.h"

#include <QString>

#include <optional>
#include <vector>

namespace kobai::app {

/// A sale found by its receipt number.
struct FoundSale {
    SaleId id;
    std::int64_t receipt = 0;
    Money total;
    Instant at;
};

/// What the store knows about a few typed letters.
struct FoundThings {
    std::vector<people::Person> people;
    std::vector<catalogue::Product> products;
    std::optional<FoundSale> sale;
};

/// The search over everything. On the store's thread.
class FindAnywhere final {
public:
    /// People by name, reading or number, products as catalogue::ProductIndex::find, those no longer sold among them, a sale by its
    /// receipt number; at most @p mostOfEach.
    [[nodiscard]] Result<FoundThings> find(store::Store& store, const QString& text, int mostOfEach);

private:
    [[nodiscard]] std::vector<catalogue::Product> productsBy(const std::vector<catalogue::Product>& all,
                                                             const QString& text, int most);

    // Made anew when a product has changed, not at every letter that is typed.
    std::vector<QStringList> m_indexed; ///< names and codes
    catalogue::ProductIndex m_index;
};

} // namespace kobai::app
