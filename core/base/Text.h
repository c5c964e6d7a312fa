// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai {

/// One line of text fit to be stored and shown, from whatever was typed, pasted or imported: control characters,
/// bidirectional embeddings, overrides and isolates, zero-width blanks and halves of surrogate pairs are taken out,
/// runs of blanks and line ends become one blank, the ends are trimmed, the rest is in Unicode form NFC. Joiners and
/// variation selectors stay (emoji families, Persian, the glyph variants of Japanese names), and so do the
/// compatibility ideographs that NFC would replace by other characters: a family may insist on its own.
[[nodiscard]] QString cleanLine(const QString& typed);

/// Full-width letters, digits and signs, as Japanese input methods give them, as their ASCII counterparts; the
/// ideographic blank as a blank. Everything else unchanged.
[[nodiscard]] QString narrowed(const QString& text);

/// Length in code points: an emoji counts as its parts, not as surrogate halves.
[[nodiscard]] qsizetype codePoints(const QString& text);

} // namespace kobai
