// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Create.h"

#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "app/cli/ReadPassphrase.h"
#include "app/demo/DemoStore.h"
#include "base/Clock.h"
#include "security/Random.h"
#include "store/Store.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>

#include <limits>
#include <optional>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostStudents = 5000;
constexpr int mostDays = 730;

const QString& usage()
{
    static const QString text =
        uR"(Usage: kobai create DIR --name SCHOOL [--currency JPY] [--operator NAME] [--passphrase-file FILE] [--json]
       kobai create DIR --demo [--students N] [--days N] [--seed N] [--passphrase-file FILE] [--json]
A demo school opens by itself, unless it is given a passphrase.)"_s;
    return text;
}

int report(const Status& made, const QString& folder, bool demo, bool json, const QElapsedTimer& timer)
{
    if (!made)
        return failed(made.error(), json);
    const double seconds = double(timer.elapsed()) / 1000;
    if (json)
        printJson(
            {{u"ok"_s, true}, {u"folder"_s, QDir(folder).absolutePath()}, {u"demo"_s, demo}, {u"seconds"_s, seconds}});
    else
        print(u"Created %1 in %2 s."_s.arg(QDir(folder).absolutePath()).arg(seconds, 0, 'f', 1));
    return allWell;
}

int createDemo(const QString& folder, const QCommandLineParser& parser, bool json)
{
    demo::DemoPlan plan;
    const auto students = wholeNumber(parser, u"students"_s, plan.students, 2, mostStudents);
    const auto days = wholeNumber(parser, u"days"_s, plan.days, 1, mostDays);
    const auto seed = wholeNumber(parser, u"seed"_s, int(plan.seed), 0, std::numeric_limits<int>::max());
    if (!students || !days || !seed)
        return usageError(
            u"--students takes 2 to %1, --days 1 to %2, --seed a whole number."_s.arg(mostStudents).arg(mostDays),
            usage());
    plan.students = *students;
    plan.days = *days;
    plan.seed = unsigned(*seed);

    SecureBytes passphrase;
    if (const auto file = givenValue(parser, u"passphrase-file"_s)) {
        auto read = readPassphrase(file, true);
        if (!read)
            return usageError(read.error().detail, usage());
        passphrase = std::move(*read);
    }

    const SystemClock clock;
    security::SystemRandom random;
    QElapsedTimer timer;
    timer.start();
    int told = -1;
    const auto progress = [&told](int percent) {
        if (percent / 10 != told / 10 || told < 0)
            say(u"demo school: %1 %"_s.arg(percent));
        told = percent;
        return true;
    };
    return report(app::makeDemoStore(folder, plan, passphrase, {clock, random}, progress), folder, true, json, timer);
}

Status createStore(store::Creation creation)
{
    const SystemClock clock;
    security::SystemRandom random;
    const auto store = store::Store::create(creation, {clock, random});
    return store ? Status{} : fail(store.error());
}

} // namespace

int create(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"demo"_s, {}},
                       {u"students"_s, {}, u"N"_s},
                       {u"days"_s, {}, u"N"_s},
                       {u"seed"_s, {}, u"N"_s},
                       {u"name"_s, {}, u"S"_s},
                       {u"currency"_s, {}, u"CODE"_s, u"JPY"_s},
                       {u"operator"_s, {}, u"S"_s, u"Office"_s},
                       {u"passphrase-file"_s, {}, u"FILE"_s},
                       {u"json"_s, {}}});
    if (const auto ended = readArguments(parser, arguments, usage()))
        return *ended;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"create needs one folder."_s, usage());
    const QString folder = parser.positionalArguments().first();
    const bool json = parser.isSet(u"json"_s);
    const bool isDemo = parser.isSet(u"demo"_s);
    const QString idle = isDemo ? idleOption(parser, {u"name"_s, u"currency"_s, u"operator"_s}, u"with --demo"_s)
                                : idleOption(parser, {u"students"_s, u"days"_s, u"seed"_s}, u"without --demo"_s);
    if (!idle.isEmpty())
        return usageError(idle, usage());
    if (isDemo)
        return createDemo(folder, parser, json);

    const auto currency = Currency::fromCode(parser.value(u"currency"_s));
    if (!currency)
        return usageError(
            u"the currency \"%1\" is not known; try JPY, GBP, EUR or USD."_s.arg(parser.value(u"currency"_s)), usage());
    if (parser.value(u"name"_s).trimmed().isEmpty())
        return usageError(u"the school's name is missing: --name \"Your School\"."_s, usage());
    auto passphrase = readPassphrase(givenValue(parser, u"passphrase-file"_s), true);
    if (!passphrase)
        return usageError(passphrase.error().detail, usage());
    QElapsedTimer timer;
    timer.start();
    const Status made = createStore(
        {folder, parser.value(u"name"_s), *currency, parser.value(u"operator"_s), std::move(*passphrase), false});
    return report(made, folder, false, json, timer);
}

} // namespace kobai::cli
