// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kobai::search {

/// Whether the end of a word is still to come.
enum class Ending { Finished, BeingTyped };

/// One spelling for all romanizations of a Japanese word: Hepburn, Kunrei (ISO 3602), passports' and keyboards' (shi si, tsu tu, jo zyo, mb nb,
/// va ba, kwa kuwa), long vowels short (Ōta, Oota, Outa, Ohta, Ota). @p latin in small ASCII letters. Empty when it cannot be Japanese; what is
/// BeingTyped may end inside a syllable. What begins a word begins its spelling, so that names are found as they are typed.
[[nodiscard]] QString romajiOf(const QString& latin, Ending ending);

/// romajiOf() for what else may be meant by letters that somebody wrote: the h of Tohyama as a long o; of what is BeingTyped also the m of
/// "jum" as the n of Jumpei, the d of "chid" as the z of Chidu. None that is romajiOf() itself.
[[nodiscard]] QStringList otherRomajiOf(const QString& latin, Ending ending);

/// @p hiragana with the n of しんいち as keyboards take it, twice ("shinnichi"); itself where no n is before a vowel.
[[nodiscard]] QString withTypedN(const QString& hiragana);

/// What a foreign name and its katakana have in common: Victoria and ヴィクトリア, Williams and ウィリアムズ. Far fewer letters than it has.
[[nodiscard]] QString loanSkeletonOf(const QString& latin);

/// Whether kana show that they spell a foreign name: ヴ, small vowels, ー.
[[nodiscard]] bool isLoan(const QString& hiragana);

/// One spelling for letters that are written in two ways where neither way shows which was meant: Mueller and Muller, Aage and Åge, Djordje
/// and Đorđe, MacDonald and McDonald, lv and lü, Yuriy and Iurii, Khrushchev and Hruschev. @p latin in small ASCII letters.
[[nodiscard]] QString skeletonOf(const QString& latin);

} // namespace kobai::search
