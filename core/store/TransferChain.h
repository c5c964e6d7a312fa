// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/Ledger.h"

#include <QByteArray>

namespace kobai::store {

/// A transfer as the journal holds it.
struct JournalRow {
    std::int64_t sequence = 0;
    ledger::Transfer transfer;
    Money debitAfter;
    Money creditAfter;
};

/// SHA-256 over the hash before (empty for the first) and every field of @p row, unambiguously encoded [row 42].
[[nodiscard]] QByteArray transferHash(const QByteArray& previous, const JournalRow& row);

} // namespace kobai::store
