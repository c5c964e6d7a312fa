// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/ProductWork.h"

#include <algorithm>

namespace kobai::checkout {

using namespace Qt::Literals::StringLiterals;

namespace {

Status categoryExists(store::Tx& tx, CategoryId id)
{
    KOBAI_ASSIGN(const auto categories, tx.catalogue().categories());
    const bool known = std::any_of(categories.begin(), categories.end(),
                                   [&](const catalogue::Category& category) { return category.id == id; });
    return known ? Status() : Status(fail(FaultCode::NotFound, u"category"_s));
}

} // namespace

Result<catalogue::Product> storeProduct(store::Tx& tx, const catalogue::Product& product, Instant at, OperatorId by)
{
    QStringList kept;
    if (!product.id.isNull()) {
        KOBAI_ASSIGN(const auto before, tx.catalogue().find(product.id));
        kept = before.barcodes;
    }
    KOBAI_ASSIGN(auto saved, catalogue::checked(product, kept));
    KOBAI_TRY(categoryExists(tx, saved.category));
    if (saved.id.isNull()) {
        // Added before, and the caller was not told: what is asked for now holds.
        KOBAI_ASSIGN(const auto earlier, tx.catalogue().productOf(saved.key));
        saved.id = earlier.value_or(ProductId());
    }
    const bool isNew = saved.id.isNull();
    if (isNew) {
        KOBAI_ASSIGN(saved.id, tx.catalogue().add(saved));
    } else {
        KOBAI_TRY(tx.catalogue().change(saved));
    }
    const auto action = isNew ? audit::Action::ProductAdded : audit::Action::ProductChanged;
    const QString detail = u"price %1 tax %2"_s.arg(saved.price.minor()).arg(saved.tax.permille);
    KOBAI_TRY(tx.audit().append(audit::entry(action, u"product %1"_s.arg(saved.id.value), at, by, detail)));
    return saved;
}

Result<catalogue::Category> insertCategory(store::Tx& tx, const catalogue::Category& category, Instant at,
                                           OperatorId by)
{
    KOBAI_ASSIGN(auto saved, catalogue::checked(category));
    KOBAI_ASSIGN(const auto earlier, tx.catalogue().categoryOf(saved.key));
    if (earlier) {
        KOBAI_ASSIGN(const auto all, tx.catalogue().categories());
        return *std::ranges::find(all, *earlier, &catalogue::Category::id);
    }
    KOBAI_ASSIGN(saved.id, tx.catalogue().addCategory(saved));
    KOBAI_TRY(
        tx.audit().append(audit::entry(audit::Action::ProductAdded, u"category %1"_s.arg(saved.id.value), at, by)));
    return saved;
}

} // namespace kobai::checkout
