// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Currency.h"

#include <algorithm>
#include <vector>

namespace kobai {

using namespace Qt::Literals::StringLiterals;

std::span<const Currency> Currency::all()
{
    // Decimals as in ISO 4217's list of minor units.
    static const std::vector<Currency> currencies{
        {u"JPY"_s, u"¥"_s, 0},  {u"GBP"_s, u"£"_s, 2},   {u"EUR"_s, u"€"_s, 2},   {u"USD"_s, u"$"_s, 2},
        {u"KRW"_s, u"₩"_s, 0},  {u"TWD"_s, u"NT$"_s, 2}, {u"HKD"_s, u"HK$"_s, 2}, {u"SGD"_s, u"S$"_s, 2},
        {u"AUD"_s, u"A$"_s, 2}, {u"CAD"_s, u"CA$"_s, 2}, {u"CHF"_s, u"CHF"_s, 2}, {u"SEK"_s, u"kr"_s, 2},
        {u"PLN"_s, u"zł"_s, 2}, {u"KWD"_s, u"KD"_s, 3},
    };
    return currencies;
}

std::optional<Currency> Currency::fromCode(const QString& code)
{
    const auto known = all();
    const auto found = std::find_if(known.begin(), known.end(), [&](const Currency& c) { return c.code == code; });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

} // namespace kobai
