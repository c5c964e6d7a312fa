// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

#include <QJsonObject>
#include <QString>

namespace kobai::cli {

// Exit codes of every subcommand.
inline constexpr int allWell = 0;
inline constexpr int foundWrong = 1; ///< it ran and found something wrong, or could not do what was asked
inline constexpr int badUsage = 2;

void printJson(const QJsonObject& object); ///< the one object on standard output
void print(const QString& line);           ///< standard output, for people
void say(const QString& line);             ///< standard error: progress and words

/// Says what was wrong and how it is used; returns badUsage.
[[nodiscard]] int usageError(const QString& wrong, const QString& usage);
/// Says the fault's sentence, with --json also {"ok":false,"code":N,"message":"..."}; returns foundWrong.
[[nodiscard]] int failed(const Fault& fault, bool json);

} // namespace kobai::cli
