// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalogue/Product.h"
#include "store/Store.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace kobai::checkout {

/// Everything that is sold, as the till and the catalogue page show it.
struct Assortment {
    std::vector<catalogue::Category> categories; ///< by position
    std::vector<catalogue::Product> products;    ///< by category, position, name
};

[[nodiscard]] Result<Assortment> assortment(store::Store& store, bool withInactive = false);
/// Adds (id 0) or changes a product; returns it as stored. A product that was added with the same key before is changed. Faults of
/// catalogue::checked, Duplicate, NotFound.
[[nodiscard]] Result<catalogue::Product> saveProduct(store::Store& store, const catalogue::Product& product,
                                                     OperatorId by);
/// One that was added with the same key before is left as it is. Faults of catalogue::checked.
[[nodiscard]] Result<catalogue::Category> addCategory(store::Store& store, const catalogue::Category& category,
                                                      OperatorId by);

} // namespace kobai::checkout

Q_DECLARE_METATYPE(kobai::checkout::Assortment)
