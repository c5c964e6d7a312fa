// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArrayView>

#include <cstddef>

namespace kobai::security {

/// A terminal takes 4,095 bytes in a line and drops the rest without a word: a line that it filled may have been cut.
inline constexpr std::size_t longestPassphraseBytes = 4094;

/// @p passphrase (UTF-8) as it is compared: OpaqueString of RFC 8265, section 4.2.2, by which any blank is a space and letters are in
/// normalisation form C, so that it opens the store however a keyboard or a file composes them. For opening: no sign is refused, because
/// the PC where it was set may know more signs than this one. Fault PassphraseMalformed: no UTF-8.
[[nodiscard]] Result<SecureBytes> comparablePassphrase(const SecureBytes& passphrase);

/// The same for a passphrase that is being set, which has to be one that can be typed again. Faults: PassphraseMalformed (no UTF-8, or a
/// sign that nobody sees: what FreeformClass of RFC 8264 leaves out as control, ignorable, old jamo, private or unassigned, line and
/// paragraph separators, and joiners where they join nothing), TextTooLong (more than longestPassphraseBytes).
[[nodiscard]] Result<SecureBytes> preparedPassphrase(const SecureBytes& passphrase);

/// The first line of a file that an editor has written, as UTF-8: UTF-8 with or without a mark, UTF-16 with one. PassphraseMalformed for
/// anything else, such as Latin-1: whoever types the same letters could not open the store.
[[nodiscard]] Result<SecureBytes> firstLineOf(QByteArrayView file);

} // namespace kobai::security
