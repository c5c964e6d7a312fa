// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace kobai::app {

/// Reads a typed day: "2010-04-05", "2010/4/5", "2010.4.5" or "20100405", full-width digits too. Year first in every language, so that no day is
/// taken for a month. Empty text is an invalid QDate; nullopt is what cannot be read.
[[nodiscard]] std::optional<QDate> dateFromText(const QString& typed);
/// "2010-04-05", as the field shows it again; empty for an invalid date.
[[nodiscard]] QString dateText(QDate date);

} // namespace kobai::app
