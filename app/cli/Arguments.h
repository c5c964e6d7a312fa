// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

namespace kobai::cli {

/// Reads a subcommand's @p arguments into @p parser, which gains -h and --help. Nothing: go on. Otherwise the subcommand has
/// ended with this exit code: help was asked for (@p usage is on standard output, allWell), or a word is wrong (what and
/// @p usage are on standard error, badUsage).
[[nodiscard]] std::optional<int> readArguments(QCommandLineParser& parser, const QStringList& arguments,
                                               const QString& usage);

/// What an option was given, be it nothing at all ("--passphrase-file ''"); no value where the option is not there.
[[nodiscard]] std::optional<QString> givenValue(const QCommandLineParser& parser, const QString& name);

/// The whole number given for @p name, @p usual without one, nothing when it is none from @p least to @p most.
[[nodiscard]] std::optional<int> wholeNumber(const QCommandLineParser& parser, const QString& name, int usual,
                                             int least, int most);

/// Why an option among @p names that was given is wrong here: "--students says nothing without --demo". Empty: none was given.
[[nodiscard]] QString idleOption(const QCommandLineParser& parser, const QStringList& names, const QString& why);

} // namespace kobai::cli
