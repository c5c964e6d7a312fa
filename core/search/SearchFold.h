// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// How a text is found by what people type: one folding for people, products and pages.
///
/// Sources: Unicode UAX #15 (normal forms) and UAX #44 (case folding, scripts) as Qt has them; ICU's transforms of CLDR (Latin-ASCII,
/// Traditional-Simplified, Hiragana-Latin, Any-Latin, those of BGN for Russian, Ukrainian, Serbian and Greek, Greek-Latin/UNGEGN).
namespace kobai::search {

/// What text is sorted by: compatibility forms made one (full-width digits, half-width kana), case folded, Latin accents dropped,
/// katakana as hiragana. "ＪＯＳÉ タナカ" and "jose たなか" are the same.
[[nodiscard]] QString folded(const QString& text);

/// Whether O'Brien is two words or one.
enum class Apostrophes { Split, Join };

/// The words of @p text, case folded and in one width, kana as hiragana, otherwise as they were written: split at everything that is no letter,
/// digit or mark, and where the script changes between Han, kana and others, so that the given name is found in an unspaced name where
/// the scripts tell it apart. Variation selectors and joiners are dropped.
[[nodiscard]] QStringList wordsOf(const QString& text, Apostrophes apostrophes);

/// A word of wordsOf() with every letter brought to the plainest of its usual variants: accents and vowel points dropped, ß ss, ø o, þ th, ı i,
/// old and new forms of kanji, traditional and simplified hanzi, 々 written out, small kana large, ぢ じ, づ ず, أ إ آ ا, ى ي, ة ه, گ ك, no ء, digits
/// ASCII. Hangul is left in its letters (jamo), so that a syllable that is still being typed begins the finished one.
[[nodiscard]] QString plainest(const QString& word);

enum class Script { Blank, Han, Kana, Latin, Hangul, Cyrillic, Greek, Other };

/// The script of all of a word's letters; Other when they differ.
[[nodiscard]] Script scriptOf(const QString& word);

/// The initial consonants (chosung) of a plainest() word in Hangul, or the word itself when it is nothing but such; else empty.
[[nodiscard]] QString initialsOf(const QString& word);

/// Changes with each change of the folding, and with ICU's data: keys that were kept under another name are made anew.
[[nodiscard]] QString foldingName();

} // namespace kobai::search
