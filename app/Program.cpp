// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Program.h"

#include "app/Log.h"
#include "app/MainWindow.h"
#include "app/Services.h"
#include "base/Clock.h"
#include "security/Random.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QSysInfo>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

face::CameraChoice cameraNamed(const QString& where)
{
    const QFileInfo file(where);
    if (file.isDir())
        return {face::CameraChoice::Kind::Folder, where, true};
    if (file.isFile())
        return {face::CameraChoice::Kind::Clip, where, true};
    return {face::CameraChoice::Kind::Device, where, true};
}

} // namespace

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"Kobai"_s);
    QCoreApplication::setApplicationName(u"kobai"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KOBAI_VERSION));
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr) {
        QGuiApplication::setApplicationDisplayName(u"Kobai"_s);
        QGuiApplication::setDesktopFileName(u"kobai"_s);
    }
}

int runProgram(QApplication& application, const ProgramOptions& options)
{
    qCInfo(appLog).noquote() << "Kobai" << QCoreApplication::applicationVersion() << "on Qt" << qVersion() << "and"
                             << QSysInfo::prettyProductName() << "with" << QGuiApplication::platformName();
    const SystemClock clock;
    security::SystemRandom random;
    Services services(clock, random, face::findModelFolder().value_or(QString()));
    services.language().use(options.language.isEmpty() ? services.preferences().language() : options.language);
    widgets::theme::apply(application);
    widgets::theme::setMode(services.preferences().appearance());
    if (!options.camera.isEmpty())
        services.pinCamera(cameraNamed(options.camera));

    MainWindow window(services);
    if (options.demo)
        window.openDemo();
    else if (!options.store.isEmpty())
        window.askForStore(options.store);
    else if (const QStringList recent = services.preferences().recentStores(); !recent.isEmpty())
        window.askForStore(recent.first());
    window.show();
    return QApplication::exec();
}

} // namespace kobai::app
