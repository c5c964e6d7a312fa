// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FaceShots.h"

#include "app/MainWindow.h"
#include "app/Services.h"
#include "app/cli/ShotSteps.h"
#include "app/cli/Stage.h"
#include "app/demo/DemoSchool.h"
#include "enrolment/Recognition.h"
#include "widgets/CameraView.h"

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;
using Hint = widgets::CameraView::Hint;

namespace {

const QString clipMan = demo::firstClipNumber.toString();
const QString clipTwin = demo::secondClipNumber.toString();

/// Until the coach or the challenge asks for a movement; the man of the clip has to be seen for it.
void awaitMovement(Stage& stage, const QString& camera)
{
    stage.await(u"a movement that is asked for"_s, [&stage, camera] {
        const auto* view = qobject_cast<widgets::CameraView*>(stage.find(camera));
        return view == nullptr || (view->isLive() && view->hint() != Hint::None);
    });
}

void enrolFace(Stage& stage, app::MainWindow& window, const QString& number)
{
    window.goTo(Enrol);
    stage.rest(loadMs);
    showPerson(stage, window, number);
    stage.click(u"toConsent"_s);
    stage.rest(loadMs);
    stage.click(u"toFace"_s);
    stage.click(u"startEnrol"_s);
}

void takePhoto(Stage& stage)
{
    stage.click(u"doneFaceRecord"_s);
    stage.awaitWidget(u"photoYes"_s);
    stage.shoot(u"enrol-face-record"_s);
    stage.click(u"photoYes"_s);
    stage.awaitWidget(u"openPhotoCamera"_s);
    stage.click(u"openPhotoCamera"_s);
    stage.rest(lookMs);
    stage.shoot(u"enrol-photo-camera"_s);
    stage.click(u"takePhoto"_s);
    stage.click(u"keepPhoto"_s);
    stage.awaitWidget(u"removePhoto"_s);
    stage.shoot(u"enrol-photo-kept"_s);
    stage.click(u"removeFace"_s);
    stage.shoot(u"enrol-remove-face"_s);
    stage.click(u"removeFaceNo"_s);
    stage.click(u"faceRecordBack"_s);
}

void useFaces(Stage& stage, app::Services& services, const enrolment::RecognitionSettings& wanted)
{
    bool done = false;
    services.withStore(
        [wanted, by = services.operatorId()](store::Store& store) -> Status {
            KOBAI_ASSIGN(enrolment::RecognitionSettings settings, enrolment::recognitionSettings(store));
            settings.claimFirst = wanted.claimFirst;
            settings.challenge = wanted.challenge;
            return enrolment::changeRecognition(store, settings, by);
        },
        &services, [&done](const Status&) { done = true; });
    stage.await(u"the settings"_s, [&done] { return done; });
    services.refreshGallery();
    stage.rest(loadMs);
}

} // namespace

void showFaceEnrolment(Stage& stage, app::MainWindow& window, app::Services& services)
{
    playClip(services, 0);
    showPerson(stage, window, clipMan);
    stage.click(u"toConsent"_s);
    stage.rest(loadMs);
    stage.shoot(u"enrol-consent-complete"_s);
    stage.click(u"askStudent"_s);
    stage.shoot(u"enrol-student-says"_s);
    stage.click(u"studentBack"_s);
    stage.click(u"toFace"_s);
    stage.shoot(u"enrol-face"_s);
    stage.click(u"startEnrol"_s);
    stage.rest(lookMs);
    stage.shootAtOnce(u"enrol-camera"_s);
    awaitMovement(stage, u"enrolCamera"_s);
    stage.shootAtOnce(u"enrol-turn"_s);
    stage.awaitWidget(u"enrolDone"_s, recogniseMs);
    stage.shoot(u"enrol-done"_s);
    takePhoto(stage);
    stage.click(u"donePin"_s);
    stage.shoot(u"enrol-pin"_s);
    enterPin(stage);
    enterPin(stage);
    stage.rest(loadMs);
    stage.shoot(u"enrol-pin-set"_s);
}

void showLookAlikes(Stage& stage, app::MainWindow& window, app::Services& services)
{
    playClip(services, 0);
    enrolFace(stage, window, clipTwin);
    stage.awaitWidget(u"twoPersons"_s, recogniseMs);
    stage.rest(loadMs);
    stage.shoot(u"enrol-looks-like-another"_s);
    stage.click(u"twoPersons"_s);
    stage.awaitWidget(u"enrolDone"_s);
    stage.click(u"doneFaceRecord"_s);
    stage.awaitWidget(u"lookAlikeSearch"_s);
    stage.type(u"lookAlikeSearch"_s, u"ha"_s);
    stage.rest(loadMs);
    stage.shoot(u"enrol-look-alikes"_s);

    window.goTo(Till);
    stage.rest(loadMs);
    fillBasket(stage);
    playClip(services, 1);
    stage.click(u"payByFace"_s);
    stage.awaitWidget(u"choice-1"_s, recogniseMs);
    stage.shoot(u"till-look-alikes"_s);
    stage.click(u"choicePin-1"_s);
    stage.shoot(u"till-look-alike-pin"_s);
    window.stepBack();
    stage.click(u"choice-1"_s);
    stage.awaitWidget(u"confirmCharge"_s);
    stage.shoot(u"till-look-alike-chosen"_s);
    // Only a sale gives back the looks that were had.
    stage.click(u"confirmCharge"_s);
    stage.awaitWidget(u"scanField"_s);
}

void showStricterFaces(Stage& stage, app::MainWindow& window, app::Services& services)
{
    window.goTo(Till);
    fillBasket(stage);
    useFaces(stage, services, {.claimFirst = true, .challenge = false, .model = {}});
    stage.click(u"payByFace"_s);
    stage.shoot(u"till-number-first"_s);
    stage.type(u"pinNumber"_s, clipMan);
    playClip(services, 2);
    stage.click(u"pinNumberNext"_s);
    stage.awaitWidget(u"retryFace"_s, recogniseMs);
    stage.shoot(u"till-other-person"_s);
    stage.click(u"cancelPay"_s);

    // With the number first: the man has a look-alike by now, and a search would not get as far as the challenge.
    useFaces(stage, services, {.claimFirst = true, .challenge = true, .model = {}});
    playClip(services, 1);
    stage.click(u"payByFace"_s);
    stage.type(u"pinNumber"_s, clipMan);
    stage.rest(loadMs);
    stage.click(u"pinNumberNext"_s);
    awaitMovement(stage, u"tillCamera"_s);
    stage.shootAtOnce(u"till-challenge"_s);
    stage.click(u"cancelPay"_s); // to the number
    stage.click(u"cancelPay"_s);
    useFaces(stage, services, {});
}

} // namespace kobai::cli
