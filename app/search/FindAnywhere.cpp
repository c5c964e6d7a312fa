// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/FindAnywhere.h"

#include "checkout/Assortment.h"
#include "checkout/Checkout.h"

#include <algorithm>
#include <limits>

namespace kobai::app {
namespace {

bool matches(const catalogue::Product& product, const QString& text)
{
    return product.name.contains(text, Qt::CaseInsensitive) || product.nameJa.contains(text, Qt::CaseInsensitive)
           || std::any_of(product.barcodes.begin(), product.barcodes.end(),
                          [&text](const QString& code) { return code.startsWith(text); });
}

Result<std::optional<FoundSale>> saleByReceipt(store::Store& store, std::int64_t receipt)
{
    return store.read([receipt](store::Tx& tx) -> Result<std::optional<FoundSale>> {
        KOBAI_ASSIGN(const auto page, tx.sales().page({}, receipt + 1, 1));
        if (page.empty() || page.front().receipt != receipt)
            return std::optional<FoundSale>();
        const ledger::Sale& sale = page.front();
        return std::optional(FoundSale{sale.id, sale.receipt, sale.total, sale.at});
    });
}

} // namespace

Result<FoundThings> findAnywhere(store::Store& store, const QString& text, int mostOfEach)
{
    const QString wanted = text.trimmed().left(people::longestNameChars);
    FoundThings found;
    if (wanted.isEmpty())
        return found;
    KOBAI_ASSIGN(found.people, checkout::lookUp(store, wanted, mostOfEach));
    KOBAI_ASSIGN(const checkout::Assortment sold, checkout::assortment(store, true));
    for (const catalogue::Product& product : sold.products) {
        if (int(found.products.size()) == mostOfEach)
            break;
        if (matches(product, wanted))
            found.products.push_back(product);
    }
    bool isNumber = false;
    const qlonglong receipt = wanted.toLongLong(&isNumber);
    if (isNumber && receipt > 0 && receipt < std::numeric_limits<std::int64_t>::max()) {
        KOBAI_ASSIGN(found.sale, saleByReceipt(store, receipt));
    }
    return found;
}

} // namespace kobai::app
