// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Basket.h"

#include <algorithm>

namespace kobai::checkout {

namespace {

// mostLines * mostOfOneProduct * highestPrice is far below 2^63: no sum below can overflow.
static_assert(catalogue::highestPrice.minor() < INT64_MAX / mostLines / mostOfOneProduct);

Status checkPrice(const catalogue::Product& product)
{
    if (product.price.isNegative())
        return fail(FaultCode::AmountNegative);
    if (product.price > catalogue::highestPrice)
        return fail(FaultCode::AmountTooLarge);
    return {};
}

} // namespace

Money Basket::Line::total() const
{
    return Money(product.price.minor() * quantity);
}

Status Basket::add(const catalogue::Product& product, int quantity)
{
    if (product.id.isNull() || !product.active)
        return fail(FaultCode::NotFound);
    KOBAI_TRY(checkPrice(product));
    if (quantity < 1 || quantity > mostOfOneProduct)
        return fail(FaultCode::QuantityOutOfRange);
    const auto line =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& l) { return l.product.id == product.id; });
    if (line == m_lines.end()) {
        if (m_lines.size() >= std::size_t(mostLines))
            return fail(FaultCode::QuantityOutOfRange);
        m_lines.push_back({product, quantity});
        return {};
    }
    if (line->quantity + quantity > mostOfOneProduct)
        return fail(FaultCode::QuantityOutOfRange);
    line->product = product; // the newest price of the catalogue holds for all of them
    line->quantity += quantity;
    return {};
}

Status Basket::setQuantity(ProductId product, int quantity)
{
    if (quantity < 0 || quantity > mostOfOneProduct)
        return fail(FaultCode::QuantityOutOfRange);
    const auto line =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& l) { return l.product.id == product; });
    if (line == m_lines.end())
        return fail(FaultCode::NotFound);
    if (quantity == 0)
        m_lines.erase(line);
    else
        line->quantity = quantity;
    return {};
}

int Basket::itemCount() const
{
    int count = 0;
    for (const Line& line : m_lines)
        count += line.quantity;
    return count;
}

Money Basket::total() const
{
    std::int64_t sum = 0;
    for (const Line& line : m_lines)
        sum += line.total().minor();
    return Money(sum);
}

std::vector<ledger::SalePosting> Basket::taxes() const
{
    std::vector<ledger::TaxedAmount> amounts;
    for (const Line& line : m_lines)
        amounts.push_back({line.product.tax.permille, line.total()});
    return ledger::postSale(amounts).value_or(std::vector<ledger::SalePosting>());
}

} // namespace kobai::checkout
