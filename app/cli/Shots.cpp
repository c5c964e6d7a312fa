// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Shots.h"

#include "app/LogFile.h"
#include "app/MainWindow.h"
#include "app/Program.h"
#include "app/Services.h"
#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "app/cli/ShotPlan.h"
#include "app/cli/Stage.h"
#include "base/Clock.h"
#include "security/Random.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr QSize largeWindowSize(1920, 1080); // the screen on which somebody sets letters of twice the size
constexpr int largestScale = 4;
constexpr double largeFont = 2; // --large: everything is measured in the font, so this is 200 %

struct Wanted {
    QString folder;
    QString language = u"en"_s;
    int scale = 1;
    bool large = false;
    bool dark = false;
    bool json = false;
    std::optional<QString> data = {}; ///< where settings and schools go; none: nowhere that lasts
};

const QString& usage()
{
    static const QString text =
        uR"(Usage: kobai shots DIR [--language en|ja] [--scale 1..4] [--large] [--dark] [--data DIR] [--json]
--data keeps the played settings, log and schools in that folder, to be looked at and verified afterwards.)"_s;
    return text;
}

/// Settings and data of this run go below @p folder: nothing of the user's is read or written.
void prepareEnvironment(const Wanted& wanted, const QDir& folder)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", QByteArray::number(wanted.scale));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.absoluteFilePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.absoluteFilePath(u"data"_s)));
}

int play(QApplication& application, const Wanted& wanted)
{
    if (wanted.large) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * largeFont);
        QApplication::setFont(font);
    }
    const SystemClock clock;
    security::SystemRandom random;
    app::Services services(clock, random, face::findModelFolder().value_or(QString()));
    const auto mode = wanted.dark ? widgets::theme::Mode::Dark : widgets::theme::Mode::Light;
    services.preferences().setLanguage(wanted.language);
    services.preferences().setAppearance(mode);
    services.language().use(wanted.language);
    widgets::theme::apply(application);
    widgets::theme::setMode(mode);

    app::MainWindow window(services);
    window.resize(wanted.large ? largeWindowSize : windowSize);
    window.show();
    window.activateWindow();
    Stage stage(window, wanted.folder);
    playAll(stage, window, services);

    if (wanted.json) {
        printJson({{u"ok"_s, stage.complaints().isEmpty()},
                   {u"pictures"_s, QJsonArray::fromStringList(stage.pictures())},
                   {u"complaints"_s, QJsonArray::fromStringList(stage.complaints())}});
    } else {
        print(u"%1 pictures in %2"_s.arg(stage.pictures().size()).arg(wanted.folder));
    }
    return stage.complaints().isEmpty() ? allWell : foundWrong;
}

} // namespace

int shots(int argc, char** argv, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"language"_s, {}, u"xx"_s, u"en"_s},
                       {u"scale"_s, {}, u"N"_s, u"1"_s},
                       {u"large"_s, {}},
                       {u"dark"_s, {}},
                       {u"data"_s, {}, u"DIR"_s},
                       {u"json"_s, {}}});
    if (const auto ended = readArguments(parser, arguments, usage()))
        return *ended;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"shots needs one folder."_s, usage());
    Wanted wanted{parser.positionalArguments().first(),
                  parser.value(u"language"_s),
                  parser.value(u"scale"_s).toInt(),
                  parser.isSet(u"large"_s),
                  parser.isSet(u"dark"_s),
                  parser.isSet(u"json"_s),
                  givenValue(parser, u"data"_s)};
    if (wanted.scale < 1 || wanted.scale > largestScale)
        return usageError(u"--scale takes 1 to %1."_s.arg(largestScale), usage());
    if (!app::Language::isAvailable(wanted.language))
        return usageError(u"the language \"%1\" is not there."_s.arg(wanted.language), usage());
    // The play begins with a first start, and nothing of anybody's is touched.
    if (wanted.data && (wanted.data->isEmpty() || !QDir(*wanted.data).isEmpty()))
        return usageError(u"--data wants an empty folder."_s, usage());
    if (!QDir().mkpath(wanted.folder))
        return usageError(u"the folder %1 cannot be made."_s.arg(wanted.folder), usage());

    const QTemporaryDir scratch;
    prepareEnvironment(wanted, QDir(wanted.data.value_or(scratch.path())));
    QApplication application(argc, argv);
    app::nameApplication();
    const SystemClock clock;
    const app::LogFile log(clock);
    return play(application, wanted);
}

} // namespace kobai::cli
