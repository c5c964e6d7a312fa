// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include "app/cli/Output.h"

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

std::optional<int> readArguments(QCommandLineParser& parser, const QStringList& arguments, const QString& usage)
{
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    parser.addOption(help);
    const bool isRead = parser.parse(QStringList(u"kobai"_s) + arguments);
    if (parser.isSet(help)) {
        print(usage);
        return allWell;
    }
    if (!isRead)
        return usageError(parser.errorText(), usage);
    return {};
}

std::optional<QString> givenValue(const QCommandLineParser& parser, const QString& name)
{
    return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
}

std::optional<int> wholeNumber(const QCommandLineParser& parser, const QString& name, int usual, int least, int most)
{
    if (!parser.isSet(name))
        return usual;
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

QString idleOption(const QCommandLineParser& parser, const QStringList& names, const QString& why)
{
    for (const QString& name : names) {
        if (parser.isSet(name))
            return u"--%1 says nothing %2."_s.arg(name, why);
    }
    return {};
}

} // namespace kobai::cli
