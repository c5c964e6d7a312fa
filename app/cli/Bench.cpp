// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Bench.h"

#include "app/cli/Arguments.h"
#include "app/cli/BenchRecognise.h"
#include "app/cli/BenchSearch.h"
#include "app/cli/BenchVision.h"
#include "app/cli/BenchWindow.h"
#include "app/cli/Output.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One thing that can be measured: its word, its options' line in the usage text, and how.
struct Part {
    QStringView name;
    QStringView optionWords;
    void (*addOptions)(QCommandLineParser& parser);
    Result<QJsonObject> (*measure)(const QCommandLineParser& options);
};

constexpr std::array parts{
    Part{u"recognise", u"[--clips DIR] [--frames N] [--starts N]", addRecogniseOptions, benchRecognise},
    Part{u"search", u"[--sizes N,N,...] [--probes N]", addSearchOptions, benchSearch},
    Part{u"vision", u"[--attempts N]", addVisionOptions, benchVision},
    Part{u"window", u"[--students N] [--days N]", addWindowOptions, benchWindow},
};

QString usage()
{
    QString text = u"Usage: kobai bench [NAME...] [--json], with the names and their options"_s;
    for (const Part& part : parts)
        text += u"\n       %1 %2"_s.arg(part.name, part.optionWords);
    return text;
}

bool isNamed(const Part& part, const QStringList& words)
{
    return words.contains(part.name);
}

} // namespace

int bench(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    const bool isAnyNamed = std::ranges::any_of(parts, [&](const Part& part) { return isNamed(part, arguments); });
    for (const Part& part : parts) {
        if (!isAnyNamed || isNamed(part, arguments))
            part.addOptions(parser);
    }
    if (const auto ended = readArguments(parser, arguments, usage()))
        return *ended;
    const QStringList names = parser.positionalArguments();
    for (const QString& name : names) {
        if (std::ranges::find(parts, QStringView(name), &Part::name) == parts.end())
            return usageError(u"there is nothing called \"%1\" to measure."_s.arg(name), usage());
    }

    const bool json = parser.isSet(u"json"_s);
    QJsonObject results;
    for (const Part& part : parts) {
        if (!names.isEmpty() && !isNamed(part, names))
            continue;
        const auto result = part.measure(parser);
        if (!result && result.error().code == FaultCode::Usage)
            return usageError(result.error().detail, usage());
        if (!result)
            return failed(result.error(), json);
        results[part.name.toString()] = *result;
    }
    if (json)
        printJson(results);
    else
        printTable(results);
    return allWell;
}

} // namespace kobai::cli
