// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringList>

namespace kobai::search {

/// How the bearers of a Korean surname of one syllable usually write it in Latin letters where the Revised Romanization writes otherwise
/// (이 as Lee and Yi), the usual one first. Empty where they follow it, and for what is no surname.
[[nodiscard]] QStringList usualSurnames(QChar syllable);

} // namespace kobai::search
