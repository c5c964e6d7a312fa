// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::widgets {

// Names are text that somebody typed. Text shows them as they are; these are for what Qt reads something into. GUI thread.

/// For buttons, actions and tabs: an ampersand stays one and makes no shortcut.
[[nodiscard]] QString withoutMnemonic(const QString& name);

/// For tool tips, which take what looks like HTML for it.
[[nodiscard]] QString asToolTip(const QString& name);

/// For a name inside a sentence: one written from right to left turns neither the sentence nor the amount beside it round (Unicode UAX 9: LRM,
/// for what looks for the first letter even within an isolate, FSI and PDI), and marks of direction within the name are left out, for they would reach beyond it. Any other name is returned as it is.
[[nodiscard]] QString isolated(const QString& name);

/// For what somebody typed and a sentence repeats: 40 letters of it at the most, then an ellipsis.
[[nodiscard]] QString shortened(const QString& typed);

} // namespace kobai::widgets
