// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "consent/Consent.h"
#include "face/Gallery.h"
#include "face/Vision.h"
#include "people/Person.h"
#include "store/Store.h"

#include <QVector>

#include <optional>
#include <vector>

namespace kobai::enrolment {

/// All the office sees of one person.
struct PersonFile {
    people::Person person;
    std::vector<people::Guardian> guardians;
    std::vector<consent::Event> events; ///< oldest first
    consent::State consent;
    int currentNoticeVersion = 1;
    int captures = 0; ///< templates held, 0 = not enrolled
    std::optional<Instant> enrolledAt;
    bool hasPin = false;
};

/// Adds a person (id made by the caller, or null to have one made) with the @p guardians and opens the account: all of it or
/// nothing. Faults of people::checked, Duplicate.
[[nodiscard]] Result<people::Person> addPerson(store::Store& store, people::Person draft, OperatorId by,
                                               std::vector<people::Guardian> guardians = {});
/// As addPerson(), with the new @p guardians; NotFound. Destroys templates and keys when the change ends the consent (leaving, date of
/// birth, a guardian who was not told). A guardian whose id the person has already is not added twice.
[[nodiscard]] Result<people::Person> changePerson(store::Store& store, people::Person person, OperatorId by,
                                                  std::vector<people::Guardian> guardians = {});
/// Destroys templates and keys: the new guardian has not been told yet. A known id is not added twice. Faults of people::checked, NotFound.
[[nodiscard]] Result<people::Guardian> addGuardian(store::Store& store, people::Guardian draft, OperatorId by);

struct FoundPerson {
    people::Person person;
    bool consentAllowed = false;
    bool enrolled = false;
};
/// Search as PeopleTable::search, with what the list shows beside each name.
[[nodiscard]] Result<std::vector<FoundPerson>> findPeople(store::Store& store, const QString& text, int most);
[[nodiscard]] Result<PersonFile> personFile(store::Store& store, PersonId person);

/// Appends the event and returns the state after it. When the consent is over then, and not only paused (consent::isOver), templates and
/// keys are destroyed in the same call. Events with a guardian must name one of the person's. `at` and `recordedBy` are set here. A consent
/// must name the notice on its form, any other event that names none is about the current one. An event with a known id is not recorded
/// twice. Faults: NotFound (also a notice that never was), TextEmpty (unreachable without reason or second staff), SecondStaffNeeded (the
/// operator's own name), TextTooLong.
[[nodiscard]] Result<consent::State> recordConsent(store::Store& store, consent::Event event, OperatorId by);

/// Least captures for an enrolment.
inline constexpr int fewestCaptures = 3;

/// Protects and stores the captures; earlier ones of the person and of the model in use are replaced, those of another model stay.
/// @p others: of whom the office has said, looking at each beside this face, that they are somebody else (product row 20). Those of them who
/// are near go into the look-alikes register (row 21) in the same unit of work; a pair that is registered is never near. Whose face is only
/// paused counts as enrolled here. Faults: ConsentMissing or ConsentRefused (nothing is written but the refusal's audit),
/// EnrolmentIncomplete, EnrolmentInconsistent, FaceAlreadyEnrolled (near a person's template of whom nothing was said: the office has to look;
/// detail: that person's id in hex, the nearest first), NetworkOutput (a capture that is no embedding), CameraIsFilm (no demo, and a film stood
/// in for the camera), ModelMissing (another model was chosen and not read yet, see useModel()), NotFound.
[[nodiscard]] Status enrolFace(store::Store& store, PersonId person, const QVector<face::Capture>& captures,
                               OperatorId by, const std::vector<PersonId>& others = {});
/// Templates and keys are gone when it returns. Faults: NotFound, NotEnrolled.
[[nodiscard]] Status removeFace(store::Store& store, PersonId person, OperatorId by);

/// Destroys templates and keys of everybody whose consent is over (consent::isOver): expired, left, withdrawn, never given in writing ... A
/// person whose face is only paused (faces off, a new notice) keeps them for as long as the school has chosen (ConsentTable::pauseDays), from
/// the first day on which this saw it; then they go too. Nothing of it under a doubtful clock (ClockDoubtful). Returns how
/// many persons lost theirs; a fault about one person (a damaged setting) comes after the others were dealt with. For the start of each day
/// and after changes: no event calls when a date passes.
[[nodiscard]] Result<int> removeLapsed(store::Store& store, OperatorId by);

struct LoadedGallery {
    face::GalleryPtr gallery;
    std::vector<people::Person> unreadable; ///< whose template is damaged: not in the gallery, to be enrolled anew
};
/// The persons whose consent holds today and whose keys and templates open, ready for the Vision. One template that does not open keeps
/// nobody else out and is never silently "nobody there".
[[nodiscard]] Result<LoadedGallery> loadGallery(store::Store& store);

} // namespace kobai::enrolment

Q_DECLARE_METATYPE(kobai::enrolment::PersonFile)
