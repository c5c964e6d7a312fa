// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "money/Currency.h"
#include "money/Money.h"

#include <QLocale>
#include <QString>

namespace kobai {

/// "¥1,480", "£14.80", "−¥300" with a true minus sign; grouping and separators of @p locale.
[[nodiscard]] QString moneyText(Money amount, const Currency& currency, const QLocale& locale);

/// The least and most a person may type into a money field: 0 and 10,000,000 major units.
[[nodiscard]] Money largestTypedAmount(const Currency& currency);

/// Reads what a person typed: digits with the locale's group and decimal separators, full-width digits as Japanese
/// input methods give them, the symbol or code optional. Never guesses: "1,5" in an English locale, letters, a second
/// separator or more decimals than the currency has are AmountMalformed. Faults: AmountMalformed, AmountNegative,
/// AmountTooLarge, TextEmpty.
[[nodiscard]] Result<Money> parseMoney(const QString& text, const Currency& currency, const QLocale& locale);

} // namespace kobai
