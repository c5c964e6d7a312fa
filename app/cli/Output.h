// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace kobai::cli {

// Exit codes of every subcommand.
inline constexpr int allWell = 0;
inline constexpr int foundWrong = 1; ///< it ran and found something wrong, or could not do what was asked
inline constexpr int badUsage = 2;

void printJson(const QJsonObject& object); ///< the one object on standard output
void print(const QString& line);           ///< standard output, for people
/// The same object for people: "fnir 0.01   0.0123" and so on, nested objects by the keys on the way. Two numbers in an
/// array are an interval, texts stand one on each line; longer arrays of numbers (curves) are left to the JSON.
void printTable(const QJsonObject& object);
void say(const QString& line); ///< standard error: progress and words

/// Writes "WHAT: 12 of 651" over one line of standard error, a hundred times at most. For one piece of work; its copies
/// share what they have said.
class ProgressLine final {
public:
    explicit ProgressLine(QString what);
    bool operator()(int done, int all) const; ///< always true: go on

private:
    QString m_what;
    std::shared_ptr<int> m_percent;
};

/// Says what was wrong and how it is used; returns badUsage.
[[nodiscard]] int usageError(const QString& wrong, const QString& usage);
/// Says the fault's sentence, with --json also {"ok":false,"code":N,"message":"..."}; returns foundWrong.
[[nodiscard]] int failed(const Fault& fault, bool json);

} // namespace kobai::cli
