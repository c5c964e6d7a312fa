// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArrayView>

namespace kobai::security {

/// @p passphrase (UTF-8) as it is compared: OpaqueString of RFC 8265, section 4.2.2, by which any blank is a space and letters are in
/// normalisation form C, so that it opens the store however a keyboard or a file composes them. Fault PassphraseMalformed: no UTF-8,
/// or a sign that nobody sees (control, ignorable, private and unassigned code points: what FreeformClass of RFC 8264 leaves out).
[[nodiscard]] Result<SecureBytes> preparedPassphrase(const SecureBytes& passphrase);

/// The first line of a file that an editor has written, as UTF-8: UTF-8 with or without a mark, UTF-16 with one. PassphraseMalformed for
/// anything else, such as Latin-1: whoever types the same letters could not open the store.
[[nodiscard]] Result<SecureBytes> firstLineOf(QByteArrayView file);

} // namespace kobai::security
