// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::app {

enum class Strength { Empty, TooShort, Weak, Fair, Strong };

/// A rough judgement for the words beside the field, not a promise: letters of the kinds used, counted without repeats and runs
/// ("aaaa", "1234"), in bits. Below 50 bits is weak, from 70 on strong: at a tenth of a second for each guess, 50 bits keep one machine busy for
/// more than a million years.
[[nodiscard]] Strength passphraseStrength(const QString& passphrase);
/// "Too short: at least 10 characters", "Good" ... in the current language.
[[nodiscard]] QString strengthText(Strength strength);

} // namespace kobai::app
