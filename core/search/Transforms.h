// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// ICU's transforms of CLDR, each made once per program. Any thread. Where the installed ICU lacks one, the text stays as it is.
namespace kobai::search {

[[nodiscard]] QString simplifiedHan(const QString& text);     ///< 國 to 国, by Traditional-Simplified
[[nodiscard]] QString plainLatin(const QString& text);        ///< ø to o, ß to ss, þ to th; other scripts stay
[[nodiscard]] QString latinFromKana(const QString& hiragana); ///< Hepburn as Hiragana-Latin writes it, "shin'ichi"
[[nodiscard]] QString latinByLetters(
    const QString& text); ///< Щ to Ŝ, Đ from Ђ: one letter for one, where Any-Latin can
[[nodiscard]] QString latinBySound(const QString& cyrillic); ///< Щ to Shch, as passports write it (BGN/PCGN)
[[nodiscard]] QString transformsName();                      ///< which ICU it is

} // namespace kobai::search
