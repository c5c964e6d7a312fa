// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kobai::test {

/// What @p text, the file at @p path (from the project's root: "core/money/Money.cpp"), does against the architecture: a
/// sentence each, with path and line. The table of levels is in README, "The rooms".
[[nodiscard]] QStringList violations(const QString& path, const QString& text);

} // namespace kobai::test
