// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/FindAnywhere.h"

#include "checkout/Assortment.h"
#include "checkout/Checkout.h"

#include <limits>
#include <utility>

namespace kobai::app {
namespace {

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

std::vector<catalogue::Product> FindAnywhere::productsBy(const std::vector<catalogue::Product>& all,
                                                         const QString& text, int most)
{
    std::vector<QStringList> texts;
    texts.reserve(all.size());
    for (const catalogue::Product& product : all)
        texts.push_back(QStringList{product.name, product.nameJa} + product.barcodes);
    if (m_indexed != texts) {
        m_index = catalogue::ProductIndex(all);
        m_indexed = std::move(texts);
    }
    std::vector<catalogue::Product> found;
    for (const std::size_t place : m_index.find(text)) {
        if (int(found.size()) == most)
            break;
        found.push_back(all[place]);
    }
    return found;
}

Result<FoundThings> FindAnywhere::find(store::Store& store, const QString& text, int mostOfEach)
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
