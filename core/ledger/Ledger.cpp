// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/Ledger.h"

#include <map>

namespace kobai::ledger {

Result<std::vector<SalePosting>> postSale(const std::vector<TaxedAmount>& lines)
{
    std::map<int, Money> grossByRate;
    Money total;
    for (const TaxedAmount& line : lines) {
        if (line.taxPermille < 0 || line.taxPermille > 1000)
            return fail(FaultCode::Internal, QStringLiteral("tax rate"));
        if (line.gross.isNegative())
            return fail(FaultCode::AmountNegative);
        Money& gross = grossByRate[line.taxPermille];
        const auto sum = gross.plus(line.gross);
        const auto newTotal = total.plus(line.gross);
        if (!sum || !newTotal)
            return fail(FaultCode::Overflow);
        gross = *sum;
        total = *newTotal;
    }
    if (total.isZero())
        return fail(FaultCode::BasketEmpty);

    std::vector<SalePosting> postings;
    for (const auto& [rate, gross] : grossByRate) {
        if (gross.isZero())
            continue;
        const Money tax = taxInside(gross, rate);
        postings.push_back({rate, Money(gross.minor() - tax.minor()), tax});
    }
    return postings;
}

} // namespace kobai::ledger
