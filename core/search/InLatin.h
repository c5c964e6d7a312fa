// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kobai::search {

/// How a word of wordsOf() in another script is written in small ASCII letters, by one rule or several: kana, Cyrillic, Greek, Hangul. Empty
/// for Han, whose reading nobody can tell, and for Latin itself. The rule by which most people would write it comes first.
[[nodiscard]] QStringList inLatin(const QString& word);

/// A Cyrillic word with every е after a consonant as the ё it may stand for, since few people type ё; itself where there is none.
[[nodiscard]] QString withYo(const QString& cyrillic);

} // namespace kobai::search
