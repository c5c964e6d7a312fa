// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// ICU's transforms of CLDR, each made once per program. Any thread. Where the installed ICU lacks one, the text stays as it is.
namespace kobai::search {

[[nodiscard]] QString simplifiedHan(const QString& text);          ///< 國 to 国, by Traditional-Simplified
[[nodiscard]] QString plainLatin(const QString& text);             ///< ø to o, ß to ss, þ to th; other scripts stay
[[nodiscard]] QString latinFromKana(const QString& hiragana);      ///< Hepburn as Hiragana-Latin writes it, "shin'ichi"
[[nodiscard]] QString latinByLetters(const QString& text);         ///< Hangul to Latin, by Any-Latin
[[nodiscard]] QString latinFromRussian(const QString& cyrillic);   ///< Щ to Shch, as maps have it (BGN/PCGN)
[[nodiscard]] QString latinFromUkrainian(const QString& cyrillic); ///< Г to H, И to Y (BGN/PCGN)
[[nodiscard]] QString latinFromSerbian(const QString& cyrillic);   ///< Џ to Dž, Њ to Nj
[[nodiscard]] QString greekByLetters(const QString& greek);        ///< Γιώργος to Giorgos (UNGEGN, ELOT 743)
[[nodiscard]] QString greekBySound(const QString& greek);          ///< Γιώργος to Yiorgos (BGN/PCGN)
[[nodiscard]] QString transformsName();                            ///< which ICU it is

} // namespace kobai::search
