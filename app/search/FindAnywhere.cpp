// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/FindAnywhere.h"

#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "search/TextIndex.h"

#include <algorithm>
#include <limits>

namespace kobai::app {
namespace {

/// By name, the nearest first, then those whose barcode begins with @p text.
std::vector<catalogue::Product> productsBy(const std::vector<catalogue::Product>& all, const QString& text, int most)
{
    std::vector<QStringList> names;
    names.reserve(all.size());
    for (const catalogue::Product& product : all)
        names.push_back({product.name, product.nameJa});
    // Made anew when a name has changed, not at every letter that is typed.
    thread_local std::vector<QStringList> indexed;
    thread_local search::TextIndex index;
    if (indexed != names) {
        index = search::TextIndex(names);
        indexed = std::move(names);
    }
    std::vector<std::size_t> places = index.find(text);
    const QString code = text.normalized(QString::NormalizationForm_KC);
    for (std::size_t place = 0; place < all.size(); ++place) {
        const bool coded = std::ranges::any_of(
            all[place].barcodes, [&](const QString& each) { return each.startsWith(code, Qt::CaseInsensitive); });
        if (coded && std::ranges::find(places, place) == places.end())
            places.push_back(place);
    }
    std::vector<catalogue::Product> found;
    for (const std::size_t place : places) {
        if (int(found.size()) < most)
            found.push_back(all[place]);
    }
    return found;
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
    found.products = productsBy(sold.products, wanted, mostOfEach);
    bool isNumber = false;
    const qlonglong receipt = wanted.normalized(QString::NormalizationForm_KC).toLongLong(&isNumber);
    if (isNumber && receipt > 0 && receipt < std::numeric_limits<std::int64_t>::max()) {
        KOBAI_ASSIGN(found.sale, saleByReceipt(store, receipt));
    }
    return found;
}

} // namespace kobai::app
