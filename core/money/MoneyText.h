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

/// How an amount is typed here: "1,480" where the currency has no decimals, else "1.50"; in the writing of @p locale.
[[nodiscard]] QString moneyExample(const Currency& currency, const QLocale& locale);

/// Stands between the parts of AmountAmbiguous's detail.
inline constexpr QChar ambiguityMark = u'\n';

/// Reads what a person typed: digits of any script, separators as any locale or keypad writes them (money/WrittenDecimal.h), symbol or code
/// optional, before or behind, a dash where the minor units would stand ("5.–", "5,-", "5:-"). Never guesses: where one mark can stand for
/// thousands or for decimals ("1,480" in a currency with decimals) it asks. Zero has no minus. Faults: AmountMalformed (detail:
/// moneyExample()), AmountAmbiguous (detail: what was typed, then what to type for each reading, the second empty where the currency has no
/// such amount), AmountNegative, AmountTooLarge, TextEmpty.
[[nodiscard]] Result<Money> parseMoney(const QString& text, const Currency& currency, const QLocale& locale);

} // namespace kobai
