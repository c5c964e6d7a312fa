// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Store.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QVector>

#include <functional>
#include <vector>

namespace kobai::enrolment {

/// How the school lets faces be used at the till. Lives in the store's settings.
struct RecognitionSettings {
    /// Always the number or card first, then the face (1:1), however well the faces can be told apart.
    bool claimFirst = false;
    /// After a face is recognised the person is asked to turn the head or to blink (product row 30).
    bool challenge = false;
    /// The embedding model: the file name of dlib's network in the model folder (product row 26).
    QString model;

    friend bool operator==(const RecognitionSettings&, const RecognitionSettings&) = default;
};
[[nodiscard]] Result<RecognitionSettings> recognitionSettings(store::Store& store);
/// Each changed setting is on record. Another model leaves the templates of the one before where they are, and out of the gallery: whoever was
/// enrolled with it has to be enrolled anew, and going back brings them back. The gallery is empty until useModel(). ModelMissing when the model
/// is no plain file name.
[[nodiscard]] Status changeRecognition(store::Store& store, const RecognitionSettings& settings, OperatorId by);
/// Says which networks the files in use are: face::modelId() of the chosen one, by whoever opens the store or has changed the model, before the
/// gallery is loaded. Only templates of theirs are in the gallery and only they are compared. A change is on record.
[[nodiscard]] Status useModel(store::Store& store, const QString& modelId, OperatorId by);

/// Who is never asked to turn or blink: for persons who cannot. They pay by face all the same.
[[nodiscard]] Result<QVector<PersonId>> withoutChallenge(store::Store& store);
[[nodiscard]] Status exemptFromChallenge(store::Store& store, PersonId person, bool exempt,
                                         OperatorId by); ///< NotFound

/// How the gallery stands to the model in use.
struct GalleryState {
    int enrolled = 0;      ///< templates of the model in use
    int ofOtherModels = 0; ///< persons to be enrolled anew
    bool ownScale = false; ///< not the shipped networks: what Kobai measured of scores does not hold for them
};
[[nodiscard]] Result<GalleryState> galleryState(store::Store& store);

/// Whether the till asks for the number or card first. The school may want it; and with networks of which nothing was measured it has to
/// be, until the gallery holds so many persons that face::policyFor() takes the threshold from their own pairs (product row 26).
inline constexpr int calibrationPersons = 64;
[[nodiscard]] bool claimsFirst(const RecognitionSettings& settings, const GalleryState& state);

/// Turns every template to fresh secrets (ISO/IEC 24745 renewability, product row 32): a new template secret, new seeds and new sealing
/// keys, photos included; a copy of store.db that was stolen before opens with nothing any more, and nobody re-enrols. So an older backup
/// brings no faces back either. Whose template or photo does not open keeps neither, or one damaged row would deny everybody else the renewal.
/// Survives a kill at any point: at the next opening the old or the new state is whole.
/// @p progress (done, all) returns false to cancel: then nothing has changed (Cancelled). StoreDamaged, and nothing has changed, when nobody's
/// opens: then it is the keys that are wrong, and the right ones may be found yet. A fault
/// of faces.keys (StoreFull ...) may come after the renewal: then the old keys are destroyed at the next load of the gallery.
using Progress = std::function<bool(int done, int all)>;
struct Renewal {
    int persons = 0;                  ///< have fresh secrets
    std::vector<people::Person> lost; ///< did not open, and are to be enrolled anew
};
[[nodiscard]] Result<Renewal> renewTemplates(store::Store& store, OperatorId by, const Progress& progress);

/// What a measurement found, kept with the store for the impact assessment: an evaluation, a gallery self-test, an attack session.
enum class ReportKind { Evaluation = 1, SelfTest = 2, AttackSession = 3 };
struct FaceReport {
    std::int64_t number = 0; ///< set by the store, 1, 2, 3 ...
    ReportKind kind = ReportKind::Evaluation;
    Instant at;
    OperatorId by;
    QByteArray json; ///< counts and rates; opaque ids at most, never an embedding
};
/// Append-only. TextTooLong beyond a megabyte.
[[nodiscard]] Result<FaceReport> keepReport(store::Store& store, ReportKind kind, const QByteArray& json,
                                            OperatorId by);
/// The newest first.
[[nodiscard]] Result<std::vector<FaceReport>> reports(store::Store& store, ReportKind kind, int most);

} // namespace kobai::enrolment

Q_DECLARE_METATYPE(kobai::enrolment::RecognitionSettings)
