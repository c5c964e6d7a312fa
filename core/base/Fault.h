// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace kobai {
Q_NAMESPACE

/// Everything that can go wrong and that a person is told about, each with a sentence of its own in
/// app/FaultText. One stable list: values are appended, never renumbered, because they are written to the audit.
enum class FaultCode {
    // The store's files
    StoreMissing = 100, ///< the folder or one of its files is not there
    StoreIncomplete,    ///< some of the store's files are there, some are not
    StoreExists,        ///< a store would be created where something is already
    StoreForeign,       ///< the file is not one of Kobai's, or belongs to another store
    StoreNewer,         ///< written by a newer Kobai
    StoreDamaged,       ///< truncated, flipped bits, failed integrity check
    StoreLocked,        ///< another process has it open
    StoreReadOnly,      ///< folder or file cannot be written
    StoreFull,          ///< no space left
    StoreIo,            ///< any other input or output error
    StoreEngine,        ///< the linked database engine is not SQLCipher 4: refuse to run
    StoreConstraint,    ///< a database constraint refused the change: nothing was written
    WrongPassphrase,    ///< no slot opens with it
    WeakPassphrase,     ///< too short to protect a store
    ClockDoubtful,      ///< the machine's date or time is in doubt: nothing is written before somebody has confirmed it
    PassphraseMalformed, ///< no UTF-8, or with a sign that nobody sees: it could not be typed again

    // Input
    NotFound = 200,  ///< no such record
    Duplicate,       ///< a record with this key exists
    TextEmpty,       ///< a required text is empty
    TextTooLong,     ///< longer than the field allows
    DateImplausible, ///< a date of birth in the future, a year outside 1900..2100
    AmountMalformed, ///< not a number in the currency's notation
    AmountNegative,
    AmountZero,
    AmountTooLarge, ///< beyond the field's limit or overflow
    QuantityOutOfRange,
    BarcodeUnknown,
    BarcodeMalformed, ///< wrong length or check digit
    AmountAmbiguous,  ///< one mark that may stand for thousands or for decimals; detail holds both readings

    // Money
    BalanceTooLow = 300, ///< the account's floor would be broken
    AccountClosed,
    BasketEmpty,
    IdempotencyConflict, ///< same id, other content
    Overflow,            ///< checked arithmetic refused
    PriceChanged,        ///< a price in the basket is not the catalogue's any more

    // Consent and enrolment
    ConsentMissing = 400,  ///< the consent engine does not allow it; detail holds no person's data
    ConsentRefused,        ///< objection, student's no or withdrawal
    EnrolmentIncomplete,   ///< fewer captures than needed
    EnrolmentInconsistent, ///< the captures are not of one person
    FaceAlreadyEnrolled,   ///< the face is near another person's template
    NotEnrolled,
    SecondStaffNeeded,   ///< who vouches for an unreachable guardian is the operator
    PhotoConsentMissing, ///< a reference photo needs a consent of its own
    LookAlikeUnsettled,  ///< the customer looks like somebody else here: a PIN or the clerk has to say who pays
    FacesOff,            ///< the school has switched faces off: no camera opens
    LooksSpent,          ///< as many looks at a face as a payment may have; detail holds the seconds until the next
    FacesFull,           ///< as many people are enrolled as a store takes

    // PIN
    PinMalformed = 500,
    PinNotSet,
    PinWrong,
    PinLocked, ///< too many wrong tries; detail holds the seconds left

    // Models, pictures, cameras
    ModelMissing = 600,
    ModelDamaged, ///< SHA-256 differs or the network cannot be read
    CameraAbsent,
    CameraBusy,
    CameraLost,  ///< unplugged or stopped while running
    CameraBlack, ///< frames arrive but show nothing
    ClipUnreadable,
    ClipEnded,
    PictureUnreadable,
    NoFaceFound,
    NetworkOutput, ///< NaN or a wrong shape from a network
    CameraIsFilm,  ///< a film or a folder of pictures stands in for the camera, in a store that is no demo
    CameraDenied,  ///< the system does not let this user open it
    CameraBroken,  ///< frames arrive and none of them is whole

    // Program
    Cancelled = 700,
    Usage,    ///< command line used wrongly
    Internal, ///< a bug: an invariant did not hold
};
Q_ENUM_NS(FaultCode)

/// Why something did not happen. @c detail is for logs and for the sentence's blank (a file name, a number);
/// never a secret, never translated. It may be what a user has typed, scanned or called a file: the log takes loggedFault().
struct Fault {
    FaultCode code = FaultCode::Internal;
    QString detail;

    friend bool operator==(const Fault&, const Fault&) = default;
};

} // namespace kobai

Q_DECLARE_METATYPE(kobai::Fault)
