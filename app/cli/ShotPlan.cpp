// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShotPlan.h"

#include "app/MainWindow.h"
#include "app/Services.h"
#include "app/cli/FaceShots.h"
#include "app/cli/ShotSteps.h"
#include "app/cli/Stage.h"
#include "app/demo/DemoSchool.h"
#include "widgets/CameraView.h"

#include <QDir>
#include <QStandardPaths>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int glanceMs = 120; ///< the man of the clip is known within half a second

const QString clipMan = demo::firstClipNumber.toString();

void showFirstStart(Stage& stage, app::MainWindow& window, app::Services& services)
{
    stage.shoot(u"welcome"_s);
    stage.click(u"createStore"_s);
    stage.shoot(u"create"_s);
    const QDir scratch(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    stage.type(u"schoolName"_s, u"Hoshino Academy"_s);
    stage.type(u"operatorName"_s, u"Mori Sachiko"_s);
    stage.type(u"newPassphrase"_s, u"copper window biscuit lake"_s);
    stage.type(u"newPassphraseAgain"_s, u"copper window biscuit lake"_s);
    stage.type(u"storeFolder"_s, scratch.filePath(u"Hoshino Academy"_s));
    stage.shoot(u"create-filled"_s);
    stage.click(u"createNow"_s);
    stage.await(u"the new store"_s, [&services] { return services.isOpen(); });
    stage.rest(loadMs);
    stage.shoot(u"till-of-a-new-school"_s);
    window.lock();
    stage.shoot(u"unlock"_s);
    stage.type(u"passphrase"_s, u"not this one"_s);
    stage.click(u"unlock"_s);
    stage.awaitWidget(u"bannerWords"_s);
    stage.shoot(u"unlock-wrong"_s);
    stage.click(u"otherStore"_s);
    stage.shoot(u"open-a-store"_s);
    stage.click(u"tryDemo"_s);
    stage.await(
        u"the demo school"_s, [&services] { return services.isOpen(); }, openMs);
    stage.await(u"the workplaces"_s, [&window] { return window.pages().size() > Settings; });
    stage.rest(loadMs);
}

void showEnrolment(Stage& stage, app::MainWindow& window)
{
    window.goTo(Enrol);
    stage.rest(loadMs);
    stage.shoot(u"enrol"_s);
    stage.click(u"addPerson"_s);
    stage.shoot(u"enrol-new-person"_s);
    window.stepBack();

    showPerson(stage, window, u"2026005"_s);
    stage.shoot(u"enrol-person"_s);
    stage.click(u"toConsent"_s);
    stage.shoot(u"enrol-consent"_s);
}

void showAccounts(Stage& stage, app::MainWindow& window)
{
    window.goTo(Accounts);
    stage.rest(loadMs);
    stage.shoot(u"accounts"_s);
    stage.type(u"accountSearch"_s, clipMan);
    stage.rest(loadMs);
    stage.press(Qt::Key_Return);
    stage.awaitWidget(u"topUp"_s);
    stage.rest(loadMs);
    stage.click(u"topUp"_s);
    stage.type(u"topUpAmount"_s, u"3000"_s);
    stage.shoot(u"account-top-up"_s);
    stage.click(u"confirmTopUp"_s);
    stage.rest(loadMs);
    stage.shoot(u"account-receipt"_s);
}

void showFacePayment(Stage& stage, app::MainWindow& window, app::Services& services)
{
    window.goTo(Till);
    stage.rest(loadMs);
    stage.shoot(u"till"_s);
    fillBasket(stage);
    stage.shoot(u"till-basket"_s);
    playClip(services, 1);
    stage.click(u"payByFace"_s);
    auto* camera = qobject_cast<widgets::CameraView*>(stage.find(u"tillCamera"_s));
    stage.await(u"the picture"_s, [camera] { return camera == nullptr || camera->isLive(); });
    stage.rest(glanceMs);
    stage.shootAtOnce(u"till-looking"_s);
    stage.awaitWidget(u"confirmCharge"_s, recogniseMs);
    stage.shoot(u"till-confirm"_s);
    stage.click(u"confirmCharge"_s);
    stage.rest(loadMs);
    stage.shoot(u"till-charged"_s);
    stage.awaitWidget(u"scanField"_s);
    stage.rest(4'000);

    fillBasket(stage);
    playClip(services, 2);
    stage.click(u"payByFace"_s);
    stage.awaitWidget(u"retryFace"_s, recogniseMs);
    stage.shoot(u"till-unknown"_s);
    stage.click(u"cancelPay"_s);
}

void showOtherPayments(Stage& stage)
{
    stage.click(u"payByPin"_s);
    stage.shoot(u"till-number"_s);
    stage.type(u"pinNumber"_s, clipMan);
    stage.click(u"pinNumberNext"_s);
    stage.awaitWidget(u"pinPad"_s);
    stage.shoot(u"till-pin"_s);
    stage.click(u"cancelPay"_s);
    stage.click(u"cancelPay"_s);

    for (int item = 0; item < 40; ++item)
        scan(stage, u"2100010000064"_s);
    stage.click(u"payByLookUp"_s);
    stage.type(u"lookUpField"_s, u"ha"_s);
    stage.rest(loadMs);
    stage.shoot(u"till-look-up"_s);
    stage.press(Qt::Key_Return);
    stage.rest(loadMs);
    stage.shoot(u"till-low-balance"_s);
    stage.click(u"cancelPay"_s);
    emptyBasket(stage);
}

void showHistory(Stage& stage, app::MainWindow& window)
{
    window.goTo(History);
    stage.rest(loadMs);
    stage.shoot(u"history"_s);
    stage.type(u"filterPerson"_s, clipMan);
    stage.rest(loadMs);
    stage.press(Qt::Key_Return);
    stage.rest(loadMs);
    stage.awaitWidget(u"historyTable"_s);
    stage.focus(u"historyTable"_s);
    stage.press(Qt::Key_Home);
    stage.press(Qt::Key_Return);
    stage.rest(loadMs);
    stage.shoot(u"history-one-person"_s);
}

void showTheRest(Stage& stage, app::MainWindow& window, app::Services& services)
{
    window.goTo(Catalogue);
    stage.rest(loadMs);
    stage.shoot(u"catalogue"_s);
    stage.awaitWidget(u"productTable"_s);
    stage.focus(u"productTable"_s);
    stage.press(Qt::Key_Home);
    stage.press(Qt::Key_Return);
    stage.shoot(u"catalogue-change"_s);
    stage.click(u"closeProduct"_s);
    stage.click(u"addCategory"_s);
    stage.shoot(u"catalogue-category"_s);
    window.stepBack();

    window.goTo(Recognition);
    stage.rest(loadMs);
    stage.click(u"startSelfTest"_s);
    stage.rest(loadMs);
    stage.shoot(u"faces-self-test"_s);
    stage.click(u"recognitionPart1"_s);
    stage.shoot(u"faces-evaluation"_s);
    stage.click(u"recognitionPart2"_s);
    stage.shoot(u"faces-attack-test"_s);
    stage.click(u"recognitionPart3"_s);
    stage.shoot(u"faces-rules"_s);
    stage.click(u"recognitionPart0"_s);

    playClip(services, 0);
    window.goTo(Settings);
    stage.rest(loadMs);
    stage.shoot(u"settings"_s);
    stage.click(u"showLog"_s);
    stage.shoot(u"settings-log"_s);
    window.stepBack();
    stage.click(u"raiseNotice"_s);
    stage.click(u"cameraPreview"_s);
    stage.rest(lookMs);
    stage.shoot(u"settings-preview"_s);
    window.stepBack();
    window.stepBack();

    window.goTo(Till);
    stage.rest(loadMs);
    window.showKeys();
    stage.shoot(u"keys"_s);
    window.showSearch();
    stage.type(u"searchEverything"_s, u"sa"_s);
    stage.rest(loadMs);
    stage.shoot(u"search"_s);
    window.stepBack();
}

} // namespace

void playAll(Stage& stage, app::MainWindow& window, app::Services& services)
{
    showFirstStart(stage, window, services);
    showEnrolment(stage, window);
    showFaceEnrolment(stage, window, services);
    showAccounts(stage, window);
    showFacePayment(stage, window, services);
    showLookAlikes(stage, window, services);
    showStricterFaces(stage, window, services);
    showOtherPayments(stage);
    showHistory(stage, window);
    showTheRest(stage, window, services);
}

} // namespace kobai::cli
