// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace kobai {

/// A number as somebody wrote it, taken apart. All digits ASCII.
struct WrittenDecimal {
    QString whole;    ///< may be empty (".50")
    QString fraction; ///< at most as many digits as were allowed
    /// One mark with three digits behind it that may be thousands or decimals; then `whole` is what is before it and the three digits are
    /// in `groupOrFraction`.
    bool ambiguous = false;
    QString groupOrFraction;
};

/// Takes @p text apart (digits and separators only) without asking which country's keyboard wrote it. Separators are those of CLDR's number
/// symbols: point and comma group or begin the decimals; blanks, apostrophes and the Arabic ٬ only group; the Arabic ٫ only begins decimals.
/// - Two kinds: the last begins the decimals, the other groups.
/// - One point or comma: with one or two digits behind it, it begins the decimals; with three it is ambiguous where there are decimals at
///   all, unless it cannot group ("1234.500", "0.480"), or @p decimals is 3 and it is @p locale's own decimal mark.
/// - Several of one kind group.
/// - A point at the end begins nothing; where there are no decimals, one or two zeros may stand for them.
/// Groups are of three digits, or as @p locale itself writes the number (India: 12,34,567). nullopt: anything else, more than
/// @p decimals (0..3) decimals, or digits of two scripts.
[[nodiscard]] std::optional<WrittenDecimal> readDecimal(const QString& text, int decimals, const QLocale& locale);

/// The same where it is known that no decimals were written: every mark groups, and nothing is ambiguous.
[[nodiscard]] std::optional<WrittenDecimal> readWhole(const QString& text, const QLocale& locale);

} // namespace kobai
