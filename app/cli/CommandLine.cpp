// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/Language.h"
#include "app/LogFile.h"
#include "app/Program.h"
#include "app/cli/Bench.h"
#include "app/cli/ConvertModels.h"
#include "app/cli/Create.h"
#include "app/cli/Evaluate.h"
#include "app/cli/MakeAttacks.h"
#include "app/cli/Output.h"
#include "app/cli/Shots.h"
#include "app/cli/Verify.h"
#include "base/Clock.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>

#include <memory>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto usage = uR"(Usage: kobai [--store DIR] [--demo] [--camera N|FILE] [--language en|ja]
       kobai create DIR [--demo [--students N] [--days N] [--seed N]] [--name S] [--currency JPY] [--operator S]
                    [--passphrase-file FILE] [--json]
       kobai verify DIR [--passphrase-file FILE] [--json]
       kobai evaluate verification|identification|till|liveness ... [--json]
       kobai bench [NAME...] ... [--json]
       kobai shots DIR [--language en|ja] [--scale N] [--large] [--dark] [--data DIR] [--json]
       kobai make-attacks OUT --from CLIP... [--each N] [--seconds S] [--seed N]
       kobai convert-models DIR)";

QString usageText()
{
    return QStringView(usage).toString();
}

QStringList decoded(int argc, char** argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QFile::decodeName(argv[i]));
    return words;
}

std::unique_ptr<QCoreApplication> makeApplication(const QStringList& words, int& argc, char** argv)
{
    const bool isHelp = words.contains(u"--help"_s) || words.contains(u"-h"_s);
    if (words.value(1) != u"bench"_s || isHelp)
        return std::make_unique<QCoreApplication>(argc, argv);
    // One part of bench opens the window, which nobody is to see.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

/// The subcommands that show no window, each given the words after its own name.
int runSubcommand(const QString& command, const QStringList& arguments)
{
    if (command == u"create"_s)
        return create(arguments);
    if (command == u"verify"_s)
        return verify(arguments);
    if (command == u"evaluate"_s)
        return evaluate(arguments);
    if (command == u"bench"_s)
        return bench(arguments);
    if (command == u"make-attacks"_s)
        return makeAttacks(arguments);
    if (command == u"convert-models"_s)
        return convertModels(arguments);
    return usageError(u"there is no command \"%1\"."_s.arg(command), usageText());
}

/// Qt's own options, which QApplication reads and takes away later.
void addQtOptions(QCommandLineParser& parser)
{
    for (const auto& name : {u"platform"_s, u"style"_s, u"display"_s, u"geometry"_s, u"qwindowgeometry"_s}) {
        QCommandLineOption option(name, {}, u"value"_s);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

int openWindow(int argc, char** argv, const QStringList& words)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({{u"store"_s, {}, u"DIR"_s},
                       {u"demo"_s, {}},
                       {u"camera"_s, {}, u"N|FILE"_s},
                       {u"language"_s, {}, u"xx"_s},
                       {{u"h"_s, u"help"_s}, {}},
                       {{u"v"_s, u"version"_s}, {}}});
    addQtOptions(parser);
    if (!parser.parse(words))
        return usageError(parser.errorText(), usageText());
    if (parser.isSet(u"help"_s)) {
        print(usageText());
        return allWell;
    }
    if (parser.isSet(u"version"_s)) {
        print(u"kobai %1"_s.arg(QStringLiteral(KOBAI_VERSION)));
        return allWell;
    }
    if (!parser.positionalArguments().isEmpty())
        return usageError(u"what is \"%1\" for?"_s.arg(parser.positionalArguments().first()), usageText());
    if (const QString language = parser.value(u"language"_s);
        !language.isEmpty() && !app::Language::isAvailable(language))
        return usageError(u"the language \"%1\" is not there."_s.arg(language), usageText());
    if (parser.isSet(u"store"_s) && parser.isSet(u"demo"_s))
        return usageError(u"--store and --demo exclude each other."_s, usageText());

    QApplication application(argc, argv);
    app::nameApplication();
    const SystemClock clock;
    const app::LogFile log(clock);
    return app::runProgram(application, {parser.value(u"store"_s), parser.isSet(u"demo"_s), parser.value(u"camera"_s),
                                         parser.value(u"language"_s)});
}

} // namespace

int run(int argc, char** argv)
{
    const QStringList words = decoded(argc, argv);
    const QString command = words.value(1);
    if (command.isEmpty() || command.startsWith(u'-'))
        return openWindow(argc, argv, words);
    if (command == u"shots"_s)
        return shots(argc, argv, words.mid(2));
    const auto application = makeApplication(words, argc, argv);
    app::nameApplication();
    const SystemClock clock;
    const app::LogFile log(clock);
    return runSubcommand(command, words.mid(2));
}

} // namespace kobai::cli
