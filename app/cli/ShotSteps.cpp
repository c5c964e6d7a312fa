// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShotSteps.h"

#include "app/MainWindow.h"
#include "app/Services.h"
#include "app/cli/Stage.h"
#include "app/demo/DemoSchool.h"

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

void playClip(app::Services& services, int index)
{
    const QStringList clips = services.demoClips();
    if (index < clips.size())
        services.setCamera({face::CameraChoice::Kind::Clip, clips.at(index), true});
}

void scan(Stage& stage, const QString& barcode)
{
    stage.type(u"scanField"_s, barcode);
    stage.press(Qt::Key_Return);
    stage.rest(100);
}

void fillBasket(Stage& stage)
{
    for (const auto& barcode : {u"2100010000019"_s, u"2100010000019"_s, u"2100010000026"_s, u"2100010000064"_s})
        scan(stage, barcode);
}

void emptyBasket(Stage& stage)
{
    stage.awaitWidget(u"scanField"_s);
    while (QWidget* out = stage.findFirst(u"remove-"_s))
        stage.click(out->objectName());
}

void enterPin(Stage& stage)
{
    for (const QChar digit : demo::demoPin)
        stage.press(digit.unicode());
    stage.press(Qt::Key_Return);
    stage.rest(loadMs);
}

void showPerson(Stage& stage, app::MainWindow& window, const QString& number)
{
    // Where there is no room beside the person, the list is a step back.
    while (stage.find(u"personSearch"_s) == nullptr && window.currentPage()->stepBack())
        stage.rest(loadMs);
    stage.type(u"personSearch"_s, number);
    stage.rest(loadMs);
    stage.press(Qt::Key_Return);
    stage.awaitWidget(u"toConsent"_s);
}

} // namespace kobai::cli
