// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Statement.h"

#include <QDate>

#include <optional>

namespace kobai::store {

/// A calendar day as the tables hold it: its Julian day number, or NULL for an invalid date.
[[nodiscard]] inline std::optional<std::int64_t> dayNumber(QDate day)
{
    return day.isValid() ? std::optional<std::int64_t>(day.toJulianDay()) : std::nullopt;
}

[[nodiscard]] inline QDate optionalDay(const sqlite::Statement& row, int column)
{
    return row.isNull(column) ? QDate() : QDate::fromJulianDay(row.integer(column));
}

} // namespace kobai::store
