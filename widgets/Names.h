// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::widgets {

// Names are text that somebody typed. Text shows them as they are; these are for what Qt reads something into. GUI thread.

/// For buttons, actions and tabs: an ampersand stays one and makes no shortcut.
[[nodiscard]] QString withoutMnemonic(const QString& name);

/// For tool tips, which take what looks like HTML for it.
[[nodiscard]] QString asToolTip(const QString& name);

/// For a name inside a sentence: one written from right to left does not carry off the amount beside it (Unicode UAX 9, FSI and PDI). Any other
/// name is returned as it is.
[[nodiscard]] QString isolated(const QString& name);

} // namespace kobai::widgets
