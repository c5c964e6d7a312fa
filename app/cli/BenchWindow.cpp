// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchWindow.h"

#include "app/MainWindow.h"
#include "app/Services.h"
#include "app/Workplaces.h"
#include "app/cli/Arguments.h"
#include "app/cli/LoopWatch.h"
#include "app/cli/Output.h"
#include "app/cli/ShotSteps.h"
#include "app/cli/Stage.h"
#include "app/demo/DemoStore.h"
#include "base/Clock.h"
#include "security/Random.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize windowSize(1280, 800);

Result<demo::DemoPlan> planOf(const QCommandLineParser& options)
{
    demo::DemoPlan plan;
    const auto students = wholeNumber(options, u"students"_s, plan.students, 2, 5000);
    const auto days = wholeNumber(options, u"days"_s, plan.days, 1, 730);
    if (!students || !days)
        return fail(FaultCode::Usage, u"--students takes 2 to 5000, --days 1 to 730."_s);
    plan.students = *students;
    plan.days = *days;
    return plan;
}

/// Until the store's thread has answered what the pages asked, and what they asked upon the answers.
void settle(Stage& stage, app::Services& services)
{
    constexpr int turns = 4;
    for (int turn = 0; turn < turns; ++turn) {
        const auto isAnswered = std::make_shared<bool>(false);
        services.withStore([](store::Store&) -> Status { return {}; }, &services,
                           [isAnswered](const Status&) { *isAnswered = true; });
        stage.await(
            u"the store's answer"_s, [isAnswered] { return *isAnswered; }, openMs);
    }
}

} // namespace

void addWindowOptions(QCommandLineParser& parser)
{
    parser.addOptions({{u"students"_s, {}, u"N"_s}, {u"days"_s, {}, u"N"_s}});
}

Result<QJsonObject> benchWindow(const QCommandLineParser& options)
{
    Q_ASSERT(qobject_cast<QApplication*>(QCoreApplication::instance()) != nullptr);
    KOBAI_ASSIGN(const demo::DemoPlan plan, planOf(options));
    const QTemporaryDir scratch;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(scratch.filePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(scratch.filePath(u"data"_s)));
    const SystemClock clock;
    security::SystemRandom random;
    say(u"window: making a demo school"_s);
    KOBAI_TRY(app::makeDemoStore(app::Services::demoFolder(), plan, SecureBytes(), {clock, random},
                                 [](int) { return true; }));

    say(u"window: opening it and walking through"_s);
    widgets::theme::apply(*qApp);
    app::Services services(clock, random, QString());
    app::MainWindow window(services);
    window.resize(windowSize);
    window.show();
    window.activateWindow();
    Stage stage(window, scratch.path());
    settle(stage, services);

    QJsonObject result;
    LoopWatch watch;
    const auto note = [&](const QString& what) {
        settle(stage, services);
        result[what] = watch.longestTurnMs();
        watch.reset();
    };
    const auto places = app::workplaces().size();
    services.openDemo();
    stage.await(
        u"the workplaces"_s, [&] { return window.pages().size() == places; }, openMs);
    note(u"open_ms"_s);
    for (std::size_t index = 0; index < places; ++index) {
        window.goTo(int(index));
        settle(stage, services);
    }
    note(u"workplaces_ms"_s);
    window.goTo(History);
    stage.click(u"rangeAll"_s);
    note(u"history_ms"_s);
    if (!stage.complaints().isEmpty())
        return fail(FaultCode::Internal, stage.complaints().join(u'\n'));
    return result;
}

} // namespace kobai::cli
