// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/Shelf.h"

#include "app/ShownName.h"

#include <utility>

namespace kobai::app {
QString shownName(const catalogue::Product& product)
{
    return shownName(product.name, product.nameJa);
}

QString shownName(const catalogue::Category& category)
{
    return shownName(category.name, category.nameJa);
}

Shelf::Shelf(checkout::Assortment assortment) : m_assortment(std::move(assortment)), m_index(m_assortment.products)
{
    for (std::size_t i = 0; i < m_assortment.products.size(); ++i)
        m_byId.insert(m_assortment.products[i].id, i);
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
    std::vector<const catalogue::Product*> found;
    for (const std::size_t place : m_index.find(text))
        found.push_back(&m_assortment.products[place]);
    return found;
}

const catalogue::Product* Shelf::find(ProductId id) const
{
    const auto at = m_byId.constFind(id);
    return at == m_byId.constEnd() ? nullptr : &m_assortment.products[*at];
}

Result<const catalogue::Product*> Shelf::byBarcode(const QString& scanned) const
{
    KOBAI_ASSIGN(const std::size_t place, m_index.byBarcode(scanned));
    return &m_assortment.products[place];
}

} // namespace kobai::app
