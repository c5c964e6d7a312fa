// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FaultText.h"

#include "money/MoneyText.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kobai::app {

namespace {

QString say(const char* source)
{
    return QCoreApplication::translate("FaultText", source);
}

/// @p blank is a file's name or a place, never a person's; without one the sentence stays whole.
QString say(const char* source, const QString& blank)
{
    return say(source).arg(blank.isEmpty() ? say(QT_TRANSLATE_NOOP("FaultText", "details unknown")) : blank);
}

/// "1 minute", "1 minute 5 seconds", "30 seconds"; @p seconds from 1 on.
QString durationText(int seconds)
{
    const int minutes = seconds / 60;
    const int rest = seconds % 60;
    QStringList parts;
    if (minutes > 0)
        parts += QCoreApplication::translate("FaultText", "%n minute(s)", "how long", minutes);
    if (rest > 0)
        parts += QCoreApplication::translate("FaultText", "%n second(s)", "how long", rest);
    return parts.join(QLatin1Char(' '));
}

/// How long a locked PIN stays locked; @p seconds as Fault::detail holds them.
QString lockedText(const QString& seconds)
{
    const int left = seconds.toInt();
    if (left <= 0)
        return say(QT_TRANSLATE_NOOP("FaultText", "The PIN is locked after too many wrong tries. Nothing was charged. "
                                                  "Wait a little, or look the customer up by name."));
    return say(QT_TRANSLATE_NOOP("FaultText", "The PIN is locked after too many wrong tries. Nothing was charged. Wait "
                                              "%1, or look the customer up by name."))
        .arg(durationText(left));
}

/// Until a payment by face may be tried again; @p seconds as Fault::detail holds them.
QString spentLooksText(const QString& seconds)
{
    const int left = std::max(seconds.toInt(), 1);
    return say(QT_TRANSLATE_NOOP("FaultText", "The face was tried three times. Nothing was charged. Pay by PIN or look "
                                              "the customer up; another face can be tried in %1."))
        .arg(durationText(left));
}

/// @p readings as parseMoney() gives them.
QString ambiguousText(const QString& readings)
{
    const QStringList parts = readings.split(ambiguityMark);
    if (parts.size() != 3)
        return say(QT_TRANSLATE_NOOP("FaultText", "This amount can be read in two ways. Nothing was changed. Type it "
                                                  "without a mark for thousands."));
    if (parts[2].isEmpty())
        return say(QT_TRANSLATE_NOOP("FaultText", "%1: is that %2, or has it too many decimals? Nothing was changed. "
                                                  "Type %2, or fewer decimals."))
            .arg(parts[0], parts[1]);
    return say(QT_TRANSLATE_NOOP("FaultText", "%1: is that %2 or %3? Nothing was changed. Type %2 or %3."))
        .arg(parts[0], parts[1], parts[2]);
}

QString wrongPinText(const QString& triesLeft)
{
    const int left = triesLeft.toInt();
    if (left <= 0)
        return say(
            QT_TRANSLATE_NOOP("FaultText", "This PIN is wrong. Nothing was charged. Let the customer type it again."));
    return QCoreApplication::translate(
        "FaultText", "This PIN is wrong. Nothing was charged. Let the customer type it again: %n try(ies) left.", "",
        left);
}

QString weakText()
{
    const int least = store::shortestPassphraseChars; // lupdate does not see a plural behind a qualified name
    return QCoreApplication::translate("FaultText",
                                       "This passphrase is too short to protect a store. Nothing was created. Use at "
                                       "least %n characters, for example four unusual words.",
                                       "", least);
}

} // namespace

QString faultText(const Fault& fault)
{
    switch (fault.code) {
    case FaultCode::StoreMissing:
        return say(QT_TRANSLATE_NOOP("FaultText", "There is no Kobai store in this folder. Nothing was changed. Choose "
                                                  "the folder that holds store.db, or create a new store."));
    case FaultCode::StoreIncomplete:
        return say(QT_TRANSLATE_NOOP("FaultText", "Some files of this store are missing: %1. Nothing was changed. Copy "
                                                  "the whole folder again, or restore the last backup."),
                   fault.detail);
    case FaultCode::StoreExists:
        return say(QT_TRANSLATE_NOOP("FaultText", "This folder already holds something. Nothing was overwritten. "
                                                  "Choose an empty folder, or open the store that is there."));
    case FaultCode::StoreForeign:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "These files do not belong together or were not made by Kobai. Nothing was "
                                     "changed. Choose another folder, or restore the last backup."));
    case FaultCode::StoreNewer:
        return say(QT_TRANSLATE_NOOP("FaultText", "This store was written by a newer Kobai. Nothing was changed. "
                                                  "Install the newer version, then open it again."));
    case FaultCode::StoreDamaged:
        return say(QT_TRANSLATE_NOOP("FaultText", "The store is damaged: %1. Nothing more was written to it. Keep this "
                                                  "folder as it is and restore the last backup."),
                   fault.detail);
    case FaultCode::StoreLocked:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "Another Kobai has this store open. Nothing was changed. Close it there, then try again."));
    case FaultCode::StoreReadOnly:
        return say(QT_TRANSLATE_NOOP("FaultText", "The store's folder cannot be written. Nothing was changed. Ask for "
                                                  "the right to write there, or choose another folder."));
    case FaultCode::StoreFull:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "The disk is full. Nothing of this step was saved, everything before it is. Make room, then try again."));
    case FaultCode::StoreIo:
        return say(QT_TRANSLATE_NOOP("FaultText", "The store's disk did not answer as it should. Nothing of this step "
                                                  "was saved. Check the disk or the cable, then try again."));
    case FaultCode::StoreEngine:
        return say(QT_TRANSLATE_NOOP("FaultText", "This Kobai was built without its encrypted database, so it refuses "
                                                  "to work. Nothing was opened. Install it anew."));
    case FaultCode::StoreConstraint:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "The store refused the change because it breaks one of its rules. Nothing "
                                     "was saved. Look at the entry again; if it is right, report this."));
    case FaultCode::WrongPassphrase:
        return say(QT_TRANSLATE_NOOP("FaultText", "This passphrase does not open the store. Nothing was changed. Check "
                                                  "Caps Lock and the keyboard's language, then type it again."));
    case FaultCode::WeakPassphrase:
        return weakText();
    case FaultCode::PassphraseMalformed:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "This passphrase holds a sign that cannot be seen or typed again. Nothing "
                                     "was created. Type it with the keyboard instead of pasting it."));
    case FaultCode::ClockDoubtful:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "It is not certain that this computer's date and time are right. "
                                     "Nothing was saved. Say that they are, or set them, then try again."));
    case FaultCode::NotFound:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "This entry is not there any more. Nothing was changed. Search for it again."));
    case FaultCode::Duplicate:
        return say(QT_TRANSLATE_NOOP("FaultText", "There is already an entry with this number or code. Nothing was "
                                                  "saved. Choose another one, or open the one that exists."));
    case FaultCode::TextEmpty:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "A field that is needed is empty. Nothing was saved. Fill it, then try again."));
    case FaultCode::TextTooLong:
        return say(
            QT_TRANSLATE_NOOP("FaultText", "This text is too long. Nothing was saved. Shorten it, then try again."));
    case FaultCode::DateImplausible:
        return say(
            QT_TRANSLATE_NOOP("FaultText", "This date cannot be right. Nothing was saved. Check day, month and year."));
    case FaultCode::AmountMalformed:
        return say(QT_TRANSLATE_NOOP("FaultText", "This is not an amount. Nothing was changed. Type one such as %1."),
                   fault.detail.isEmpty() ? QLocale().toString(1480) : fault.detail);
    case FaultCode::AmountAmbiguous:
        return ambiguousText(fault.detail);
    case FaultCode::AmountNegative:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "An amount cannot be less than zero. Nothing was changed. Type it without the minus sign."));
    case FaultCode::AmountZero:
        return say(QT_TRANSLATE_NOOP("FaultText", "The amount is zero. Nothing was changed. Type how much it is."));
    case FaultCode::AmountTooLarge:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "This amount is larger than Kobai takes at once. Nothing was changed. Check the zeros, or split it."));
    case FaultCode::QuantityOutOfRange:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "This number is out of range. Nothing was changed. Type a smaller one, or at least 1."));
    case FaultCode::PriceChanged:
        return say(QT_TRANSLATE_NOOP("FaultText", "A price in the basket was changed in the catalogue meanwhile. "
                                                  "Nothing was charged. Look at the new total, then pay again."));
    case FaultCode::BarcodeUnknown:
        return say(QT_TRANSLATE_NOOP("FaultText", "No product has this barcode. Nothing was changed. Find the product "
                                                  "by its name, or add the code in the catalogue."));
    case FaultCode::BarcodeMalformed:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "This is not one whole barcode: it is too short or too long, or a digit is wrong. Nothing was changed. "
            "Scan it again, or type it as it is printed."));
    case FaultCode::BalanceTooLow:
        return say(QT_TRANSLATE_NOOP("FaultText", "The balance is too low for this. Nothing was charged. Take "
                                                  "something out of the basket, or top up first."));
    case FaultCode::AccountClosed:
        return say(QT_TRANSLATE_NOOP("FaultText", "This account is closed. Nothing was booked. Ask the office."));
    case FaultCode::BasketEmpty:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "The basket is empty. Nothing was charged. Scan or choose a product first."));
    case FaultCode::IdempotencyConflict:
        return say(QT_TRANSLATE_NOOP("FaultText", "This was already booked with another content. It was not booked a "
                                                  "second time. Look at the history, then start anew."));
    case FaultCode::Overflow:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "This sum is larger than Kobai can count. Nothing was booked. Check the amounts."));
    case FaultCode::ConsentMissing:
        return say(QT_TRANSLATE_NOOP("FaultText", "The consent to use this face is not complete. Nothing was stored of "
                                                  "the face. Open the person's consent: it says what is missing."));
    case FaultCode::ConsentRefused:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "The student or a guardian said no. Nothing was stored of the face. PIN and look-up work without it."));
    case FaultCode::CameraIsFilm:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "A film or a folder of pictures is chosen as the camera, which only the demo "
                                     "school allows. Nothing was charged or stored. Choose a camera in the settings."));
    case FaultCode::FacesFull:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "As many faces are enrolled as a store takes. Nothing was kept. Remove "
                                     "the faces of people who have left, then enrol again."));
    case FaultCode::LooksSpent:
        return spentLooksText(fault.detail);
    case FaultCode::FacesOff:
        return say(QT_TRANSLATE_NOOP("FaultText", "Faces are switched off in the settings, so that no camera opens. "
                                                  "Nothing was stored. PIN and look-up work without them."));
    case FaultCode::EnrolmentIncomplete:
        return say(QT_TRANSLATE_NOOP("FaultText", "There are fewer pictures than an enrolment needs. Nothing was "
                                                  "stored. Start the camera again and follow the words."));
    case FaultCode::EnrolmentInconsistent:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "The pictures are not all of the same person. Nothing was stored. Take care "
                                     "that one person alone is in front of the camera, then start again."));
    case FaultCode::FaceAlreadyEnrolled:
        return say(QT_TRANSLATE_NOOP("FaultText", "This face is very close to another enrolled person. Nothing was "
                                                  "stored. Check who is in front of the camera; twins pay by PIN."));
    case FaultCode::NotEnrolled:
        return say(QT_TRANSLATE_NOOP("FaultText", "This person has no face enrolled. Nothing was changed. Pay by PIN "
                                                  "or look-up, or enrol the face in the office."));
    case FaultCode::SecondStaffNeeded:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "The second member of staff must be somebody else than you. Nothing was "
                                     "recorded. Ask a colleague and name them."));
    case FaultCode::PhotoConsentMissing:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "Nobody has consented to a reference photo of this person. Nothing was "
                                     "kept. Record that consent first; the face works without a photo."));
    case FaultCode::LookAlikeUnsettled:
        return say(QT_TRANSLATE_NOOP("FaultText", "This customer looks like somebody else at this school. Nothing was "
                                                  "charged. Ask for the PIN, or choose who is standing there."));
    case FaultCode::PinMalformed:
        return say(QT_TRANSLATE_NOOP("FaultText", "A PIN has 4 to 8 digits, not all the same and not in a row such as "
                                                  "1234. Nothing was saved. Choose another one."));
    case FaultCode::PinNotSet:
        return say(QT_TRANSLATE_NOOP("FaultText", "This person has no PIN yet. Nothing was charged. Look the customer "
                                                  "up by name; the office can set a PIN."));
    case FaultCode::PinWrong:
        return wrongPinText(fault.detail);
    case FaultCode::PinLocked:
        return lockedText(fault.detail);
    case FaultCode::ModelMissing:
        return say(QT_TRANSLATE_NOOP("FaultText", "A file of the face recognition is missing: %1. Sales work by PIN "
                                                  "and look-up. Run the set-up again to fetch it."),
                   fault.detail);
    case FaultCode::ModelDamaged:
        return say(QT_TRANSLATE_NOOP("FaultText", "A file of the face recognition is damaged: %1. Sales work by PIN "
                                                  "and look-up. Run the set-up again to fetch it."),
                   fault.detail);
    case FaultCode::CameraAbsent:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "There is no camera. Nothing was charged or stored. Plug one in, or choose another in the settings."));
    case FaultCode::CameraBusy:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "Another program uses the camera. Nothing was charged or stored. Close that program, then try again."));
    case FaultCode::CameraDenied:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "This computer's user may not open the camera. Nothing was charged or stored. Add "
                                     "the user to the group “video”, log in again, then try again."));
    case FaultCode::CameraBroken:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "The pictures of the camera arrive damaged. Nothing was charged or stored. Try "
                                     "another cable or another socket of the computer, then try again."));
    case FaultCode::CameraLost:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "The camera stopped. Nothing was charged or stored. Check its cable, then try again."));
    case FaultCode::CameraBlack:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "The camera shows only black. Nothing was charged or stored. Open its cover or switch a light on."));
    case FaultCode::ClipUnreadable:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "This film or folder cannot be read. Nothing was changed. Choose another in the settings."));
    case FaultCode::ClipEnded:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "The film that stands in for the camera has ended. Nothing was charged or stored. Start it again."));
    case FaultCode::PictureUnreadable:
        return say(
            QT_TRANSLATE_NOOP("FaultText", "This picture cannot be read. Nothing was changed. Choose another one."));
    case FaultCode::NoFaceFound:
        return say(QT_TRANSLATE_NOOP(
            "FaultText",
            "No face was found in this picture. Nothing was stored. Choose one that shows the face from the front."));
    case FaultCode::NetworkOutput:
        return say(QT_TRANSLATE_NOOP("FaultText", "The face recognition gave no usable answer. Nothing was charged or "
                                                  "stored. Try again; if it stays, run the set-up again."));
    case FaultCode::Cancelled:
        return say(QT_TRANSLATE_NOOP("FaultText", "Stopped as you asked. Nothing was changed."));
    case FaultCode::Usage:
        return say(
            QT_TRANSLATE_NOOP("FaultText", "The command was not understood: %1. Nothing was done. Run kobai --help."),
            fault.detail);
    case FaultCode::Internal:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "Something went wrong inside Kobai that should not. What was saved before "
                                     "is safe. Close and open Kobai, then try again; please report this."));
    }
    return {};
}

QString guidanceText(face::Guidance guidance)
{
    switch (guidance) {
    case face::Guidance::Starting:
        return say(QT_TRANSLATE_NOOP("FaultText", "One moment ..."));
    case face::Guidance::CameraBlack:
        return say(QT_TRANSLATE_NOOP("FaultText", "The picture is black: open the camera's cover"));
    case face::Guidance::NoFace:
        return say(QT_TRANSLATE_NOOP("FaultText", "Look at the camera"));
    case face::Guidance::SeveralFaces:
        return say(QT_TRANSLATE_NOOP("FaultText", "One person at a time, please"));
    case face::Guidance::Closer:
        return say(QT_TRANSLATE_NOOP("FaultText", "A little closer"));
    case face::Guidance::FartherAway:
        return say(QT_TRANSLATE_NOOP("FaultText", "A little farther away"));
    case face::Guidance::Centre:
        return say(QT_TRANSLATE_NOOP("FaultText", "Come into the middle"));
    case face::Guidance::TooDark:
        return say(QT_TRANSLATE_NOOP("FaultText", "Too dark here: more light on the face"));
    case face::Guidance::TooBright:
        return say(QT_TRANSLATE_NOOP("FaultText", "Too bright here: turn away from the light"));
    case face::Guidance::TurnToCamera:
        return say(QT_TRANSLATE_NOOP("FaultText", "Turn to the camera"));
    case face::Guidance::HoldStill:
        return say(QT_TRANSLATE_NOOP("FaultText", "Hold still"));
    case face::Guidance::OpenEyes:
        return say(QT_TRANSLATE_NOOP("FaultText", "Open your eyes"));
    case face::Guidance::UnevenLight:
        return say(QT_TRANSLATE_NOOP("FaultText", "One side is in the shade: turn to the light"));
    case face::Guidance::Glare:
        return say(QT_TRANSLATE_NOOP("FaultText", "The glasses reflect: lower your head a little"));
    case face::Guidance::LevelHead:
        return say(QT_TRANSLATE_NOOP("FaultText", "Hold your head upright"));
    case face::Guidance::CloseMouth:
        return say(QT_TRANSLATE_NOOP("FaultText", "Close your mouth"));
    case face::Guidance::UncoverFace:
        return say(QT_TRANSLATE_NOOP("FaultText", "Show your whole face: no hand, mask or hair over it"));
    case face::Guidance::TurnALittle:
        return say(QT_TRANSLATE_NOOP("FaultText", "Turn your head a little"));
    case face::Guidance::TurnLeft:
        return say(QT_TRANSLATE_NOOP("FaultText", "Turn your head a little to your left"));
    case face::Guidance::TurnRight:
        return say(QT_TRANSLATE_NOOP("FaultText", "Turn your head a little to your right"));
    case face::Guidance::LookUp:
        return say(QT_TRANSLATE_NOOP("FaultText", "Raise your chin a little"));
    case face::Guidance::LookDown:
        return say(QT_TRANSLATE_NOOP("FaultText", "Lower your chin a little"));
    case face::Guidance::Blink:
        return say(QT_TRANSLATE_NOOP("FaultText", "Close your eyes for a moment, then open them"));
    case face::Guidance::Good:
        return say(QT_TRANSLATE_NOOP("FaultText", "Good, stay like that"));
    }
    return {};
}

QString obstacleText(consent::Reason reason)
{
    switch (reason) {
    case consent::Reason::NoGuardian:
        return say(QT_TRANSLATE_NOOP("FaultText", "No guardian is on record. Add one."));
    case consent::Reason::NoticeMissing:
        return say(QT_TRANSLATE_NOOP("FaultText", "A guardian has not been told yet. Send the notice and record it."));
    case consent::Reason::ConsentMissing:
        return say(QT_TRANSLATE_NOOP("FaultText", "No guardian has consented in writing yet. Record the signed form."));
    case consent::Reason::NoticeOutdated:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "The consent answered an older notice. Send the current one and record the answer."));
    case consent::Reason::GuardianObjected:
        return say(QT_TRANSLATE_NOOP("FaultText",
                                     "A guardian objected. The face stays off until that guardian consents anew."));
    case consent::Reason::StudentNotAsked:
        return say(QT_TRANSLATE_NOOP("FaultText", "The student has not been asked yet. Ask on this screen."));
    case consent::Reason::StudentRefused:
        return say(QT_TRANSLATE_NOOP("FaultText", "The student said no. The face stays off."));
    case consent::Reason::Withdrawn:
        return say(QT_TRANSLATE_NOOP(
            "FaultText", "The consent was withdrawn. It starts anew; a guardian who withdrew must consent in "
                         "writing again."));
    case consent::Reason::Expired:
        return say(QT_TRANSLATE_NOOP("FaultText", "The consent has run out. Ask again."));
    case consent::Reason::HasLeft:
        return say(QT_TRANSLATE_NOOP("FaultText", "This person has left the school."));
    case consent::Reason::FacesOff:
        return say(
            QT_TRANSLATE_NOOP("FaultText", "The school has switched face recognition off. It is in the settings."));
    }
    return {};
}

} // namespace kobai::app
