// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kobai::search {

/// Whether the end of a word is still to come.
enum class Ending { Finished, BeingTyped };

/// One spelling for all romanizations of a Japanese word: Hepburn, Kunrei (ISO 3602) and passports' (shi si, tsu tu, jo zyo, mb nb), long
/// vowels short (Ōta, Oota, Outa, Ohta, Ota). @p latin in small ASCII letters. Empty when it cannot be Japanese; what is BeingTyped may end
/// inside a syllable. What begins a word begins its spelling, so that names are found as they are typed.
[[nodiscard]] QString romajiOf(const QString& latin, Ending ending);

/// How a word of wordsOf() in another script is written in small ASCII letters, by one rule or several: kana, Cyrillic, Greek, Hangul. Empty
/// for Han, whose reading nobody can tell, and for Latin itself.
[[nodiscard]] QStringList inLatin(const QString& word);

/// One spelling for letters that are written in two ways where neither way shows which was meant: Mueller and Muller, Aage and Åge, Djordje
/// and Đorđe, MacDonald and McDonald, lv and lü. @p latin in small ASCII letters.
[[nodiscard]] QString skeletonOf(const QString& latin);

} // namespace kobai::search
