// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/Shelf.h"

#include "catalogue/Barcode.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace kobai::app {
namespace {

QString chosen(const QString& name, const QString& nameJa)
{
    return QLocale().language() == QLocale::Japanese && !nameJa.isEmpty() ? nameJa : name;
}

} // namespace

QString shownName(const catalogue::Product& product)
{
    return chosen(product.name, product.nameJa);
}

QString shownName(const catalogue::Category& category)
{
    return chosen(category.name, category.nameJa);
}

Shelf::Shelf(checkout::Assortment assortment) : m_assortment(std::move(assortment))
{
    std::vector<QStringList> names;
    names.reserve(m_assortment.products.size());
    for (std::size_t i = 0; i < m_assortment.products.size(); ++i) {
        const catalogue::Product& product = m_assortment.products[i];
        m_byId.insert(product.id, i);
        for (const QString& barcode : product.barcodes)
            m_byBarcode.insert(barcode, i);
        names.push_back({product.name, product.nameJa});
    }
    m_names = search::TextIndex(names);
}

std::vector<const catalogue::Product*> Shelf::favourites() const
{
    std::vector<const catalogue::Product*> found;
    for (const catalogue::Product& product : m_assortment.products) {
        if (product.favourite)
            found.push_back(&product);
    }
    return found;
}

std::vector<const catalogue::Product*> Shelf::in(CategoryId category) const
{
    std::vector<const catalogue::Product*> found;
    for (const catalogue::Product& product : m_assortment.products) {
        if (product.category == category)
            found.push_back(&product);
    }
    return found;
}

std::vector<const catalogue::Product*> Shelf::search(const QString& text) const
{
    const QString whole = text.normalized(QString::NormalizationForm_KC).trimmed();
    const QString scanned = catalogue::canonicalBarcode(text).value_or(QString());
    std::vector<const catalogue::Product*> found;
    for (const std::size_t place : m_names.find(text))
        found.push_back(&m_assortment.products[place]);
    if (whole.isEmpty())
        return found;
    for (const catalogue::Product& product : m_assortment.products) {
        const bool coded = std::ranges::any_of(product.barcodes, [&](const QString& code) {
            return code == scanned || code.startsWith(whole, Qt::CaseInsensitive);
        });
        if (coded && std::ranges::find(found, &product) == found.end())
            found.push_back(&product);
    }
    return found;
}

const catalogue::Product* Shelf::find(ProductId id) const
{
    const auto at = m_byId.constFind(id);
    return at == m_byId.constEnd() ? nullptr : &m_assortment.products[*at];
}

Result<const catalogue::Product*> Shelf::byBarcode(const QString& scanned) const
{
    const auto canonical = catalogue::canonicalBarcode(scanned);
    // A number that an earlier version took without asking for its check digit is found as it is.
    const auto at = m_byBarcode.constFind(canonical.value_or(scanned.trimmed()));
    if (at == m_byBarcode.constEnd())
        return fail(canonical ? FaultCode::BarcodeUnknown : canonical.error().code);
    return &m_assortment.products[*at];
}

} // namespace kobai::app
