// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalogue/Product.h"
#include "ledger/Ledger.h"
#include "money/Money.h"

#include <QMetaType>

#include <vector>

namespace kobai::checkout {

inline constexpr int mostOfOneProduct = 999;
inline constexpr int mostLines = 200;

/// What the customer is about to buy. A value; every change is checked so that the total never overflows.
class Basket final {
public:
    struct Line {
        catalogue::Product product;
        int quantity = 1;
        [[nodiscard]] Money total() const;
    };

    /// Faults: QuantityOutOfRange (less than 1, more than mostOfOneProduct together, more than mostLines lines), AmountTooLarge, NotFound (inactive).
    [[nodiscard]] Status add(const catalogue::Product& product, int quantity = 1);
    /// 0 removes the line. Faults: QuantityOutOfRange, AmountTooLarge, NotFound.
    [[nodiscard]] Status setQuantity(ProductId product, int quantity);
    void clear() { m_lines.clear(); }

    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] int itemCount() const;
    [[nodiscard]] Money total() const;
    /// Tax contained, per rate, as it will be posted; empty for an empty basket.
    [[nodiscard]] std::vector<ledger::SalePosting> taxes() const;

private:
    std::vector<Line> m_lines;
};

} // namespace kobai::checkout

Q_DECLARE_METATYPE(kobai::checkout::Basket)
