// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kobai::store {

/// Text as the search compares it: compatibility forms made one (full-width digits, half-width kana), case folded, Latin
/// accents dropped, katakana as hiragana. "ＪＯＳÉ タナカ" and "jose たなか" are the same.
[[nodiscard]] QString folded(const QString& text);

/// The folded words of @p text: split at everything that is no letter, digit or mark, and where the script changes between
/// Han, kana and others, so that the given name is found in an unspaced name where the scripts tell it apart.
[[nodiscard]] QStringList searchWords(const QString& text);

} // namespace kobai::store
