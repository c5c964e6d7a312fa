// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Assortment.h"

#include "checkout/ProductWork.h"

#include <algorithm>
#include <tuple>

namespace kobai::checkout {

Result<Assortment> assortment(store::Store& store, bool withInactive)
{
    return store.read([&](store::Tx& tx) -> Result<Assortment> {
        Assortment all;
        KOBAI_ASSIGN(all.categories, tx.catalogue().categories());
        KOBAI_ASSIGN(all.products, tx.catalogue().all(withInactive));
        std::stable_sort(all.categories.begin(), all.categories.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.position, a.id) < std::tuple(b.position, b.id);
        });
        const auto categoryPlace = [&](CategoryId id) {
            return std::find_if(all.categories.begin(), all.categories.end(),
                                [&](const auto& category) { return category.id == id; })
                   - all.categories.begin();
        };
        std::stable_sort(all.products.begin(), all.products.end(), [&](const auto& a, const auto& b) {
            return std::tuple(categoryPlace(a.category), a.position, a.name)
                   < std::tuple(categoryPlace(b.category), b.position, b.name);
        });
        return all;
    });
}

Result<catalogue::Product> saveProduct(store::Store& store, const catalogue::Product& product, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) { return storeProduct(tx, product, at, by); });
}

Result<catalogue::Category> addCategory(store::Store& store, const catalogue::Category& category, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) { return insertCategory(tx, category, at, by); });
}

} // namespace kobai::checkout
