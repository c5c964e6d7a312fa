// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"
#include "base/Id.h"
#include "face/Embedding.h"
#include "face/FrameSource.h"
#include "face/Gallery.h"
#include "face/ModelFolder.h"

#include <QImage>
#include <QMetaType>
#include <QObject>
#include <QRectF>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

namespace kobai::face {

class Engine;

/// What the person in front of the camera should do next, or why nothing is decided; one at a time, the first that
/// applies in this order.
enum class Guidance {
    Starting,    ///< models or camera are being opened
    CameraBlack, ///< the lens is covered or there is no light at all
    NoFace,
    SeveralFaces,
    Closer,
    FartherAway,
    Centre, ///< the face is not whole in the picture
    TooDark,
    TooBright,
    TurnToCamera, ///< yaw or pitch too large
    HoldStill,    ///< blurred
    OpenEyes,
    UnevenLight, ///< one half of the face is much darker
    Glare,       ///< a reflection hides the eyes, on glasses mostly
    LevelHead,   ///< roll too large
    CloseMouth,
    UncoverFace, ///< something hides a part of the face
    TurnALittle, ///< enrolment: another pose is wanted
    TurnLeft,    ///< a challenge, or the pose that enrolment wants next: to their own left
    TurnRight,
    LookUp,
    LookDown,
    Blink, ///< a challenge
    Good,
};

/// Six measures of the tracked face, each 0 (bad) to 1 (good), for the bars of the enrolment page.
struct QualityBars {
    float light = 0;
    float sharp = 0;
    float size = 0;
    float pose = 0;
    float eyes = 0;
    float alone = 0;
};

/// What the vision saw in one frame: plain numbers, no pixels and no embedding.
struct Observation {
    Guidance guidance = Guidance::Starting;
    std::optional<QRectF> face; ///< the tracked face, relative to the frame (0..1, not mirrored)
    QualityBars quality;
    float yaw = 0; ///< degrees, positive = turned to their left
    float pitch = 0;
    int framesGathered = 0; ///< frames in the probe, or captures taken
    int framesWanted = 0;
    float ring = 0; ///< 0..1: how much of what is wanted is there, for the ring around the face
};

/// How an attempt to identify ended, each apart (product row 25).
enum class Verdict {
    Identified,
    Unknown,      ///< nobody reaches the threshold
    Ambiguous,    ///< the second person is within the margin
    Disagreement, ///< the two matchers do not agree on the best person
    OtherPerson,  ///< 1:1: the face is not the claimed person's
    NotEnrolled, ///< nobody is in the gallery, or 1:1 the claimed person is not; frames says how many were encoded while they were
    Spoof,           ///< looks like a picture or a screen
    ChallengeFailed, ///< recognised, but did not turn or blink as asked
    TimedOut,        ///< no good face in the time given; guidance says what was wrong last
};

/// The end of one attempt. Scores are for the sale's record (dispute view), never for the screen.
struct Identification {
    Verdict verdict = Verdict::TimedOut;
    PersonId person =
        {}; ///< set when Identified, Ambiguous (the best one), Disagreement, ChallengeFailed; 1:1: the claimed one
    PersonId runnerUp = {}; ///< the second best person of a search, when there is one
    float score = 0;
    float margin = 0;    ///< lead over the second person; the score itself when the gallery holds one
    float threshold = 0; ///< in force at the time
    float liveness = 0;
    int frames = 0;
    bool filmed = false; ///< a film or a folder of pictures stood in for the camera
    Guidance lastGuidance = Guidance::Starting;
    std::int64_t elapsedMs = 0; ///< from the first frame that showed a face to the verdict
};

/// What an attempt asks for.
struct IdentifyPlan {
    int patienceMs = 8000;                ///< until the verdict is TimedOut
    std::optional<PersonId> claimed = {}; ///< 1:1: only this person's template is compared (product row 28)
    /// A challenge follows once the face is recognised, one step drawn at random from all (product row 30).
    bool challenge = false;
    QVector<PersonId> withoutChallenge = {}; ///< who cannot turn or blink is not asked to
    /// For an attack session: whether a living person is there, and no more. Nothing is encoded or compared; the verdict is Spoof, TimedOut,
    /// or Unknown for whoever was taken for alive.
    bool presentation = false;
};

/// One accepted enrolment capture. Lives in memory until enrolment ends; never written anywhere plain.
struct Capture {
    Embedding embedding;
    QualityBars quality;
    float weight = 1;    ///< from the quality, for the mean
    bool filmed = false; ///< a film or a folder of pictures stood in for the camera
};

/// Loads the networks, or a test's stand-in for that. Called on the vision thread.
using EngineLoader = std::function<Result<std::unique_ptr<Engine>>(const QString& folder, const ModelChoice& choice)>;

/// The camera and the networks at work: a reader thread takes frames into a mailbox of one, a vision thread owns all
/// dlib and OpenCV objects and works on the newest. Lives on the GUI thread; its calls return at once and its signals
/// arrive there. Nothing is detected or encoded unless an identify or enrol run is on (product row 35), and no camera opens for one before the
/// networks are loaded and, to identify, the gallery holds whom the face could be.
class Vision final : public QObject {
    Q_OBJECT

public:
    /// @p modelFolder as found by findModelFolder(). Models are loaded on the vision thread at the first run,
    /// or by warmUp(). @p opener: tests put a camera of their own in its place, with @p clock their own time, which must outlive this, and with
    /// @p loader what stands for the networks' loading.
    explicit Vision(QString modelFolder, QObject* parent = nullptr, SourceOpener opener = {},
                    const MonotonicClock& clock = MonotonicClock::system(), EngineLoader loader = {});
    ~Vision() override;
    Q_DISABLE_COPY_MOVE(Vision)

    void warmUp();
    void setGallery(GalleryPtr gallery); ///< takes effect with the next frame, also in a running attempt
    /// Which embedding network to load; the gallery must be of the same. Another than before ends a run, which would compare what cannot be
    /// compared, and is loaded at once; failed() when it cannot be.
    void setModel(const ModelChoice& choice);
    [[nodiscard]] bool isRunning() const;

    /// Opens the camera, gathers frames of the one tracked face, searches once, ends with identified() or failed(). With nobody to
    /// compare with it ends with NotEnrolled, also when the gallery loses them meanwhile.
    void startIdentify(const CameraChoice& camera, const IdentifyPlan& plan = {});
    /// Opens the camera and takes @p captures varied good pictures, each announced by captured(); ends with enrolled().
    void startEnrol(const CameraChoice& camera, int captures = 3);
    /// Opens the camera for the picture only (settings' preview): frames are shown, nothing is detected.
    void startPreview(const CameraChoice& camera);
    /// Ends a run and closes the camera; no further signals of that run arrive.
    void stop();

Q_SIGNALS:
    void modelsLoaded();
    void cameraClosed();
    void frameShown(const QImage& image); ///< at most 30 a second
    void observed(const kobai::face::Observation& observation);
    void identified(const kobai::face::Identification& identification);
    void captured(int number, const kobai::face::QualityBars& quality);
    void enrolled(const QVector<kobai::face::Capture>& captures);
    /// Models or camera; the run is over. CameraLost also when the camera gives no frame for 5 s (10 s for the first).
    void failed(const kobai::Fault& fault);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

/// $KOBAI_MODELS, or "models" beside, one or two levels above the executable's folder; ModelMissing when in none.
[[nodiscard]] Result<QString> findModelFolder();

} // namespace kobai::face

Q_DECLARE_METATYPE(kobai::face::Observation)
Q_DECLARE_METATYPE(kobai::face::Identification)
Q_DECLARE_METATYPE(kobai::face::Capture)
Q_DECLARE_METATYPE(kobai::face::QualityBars)
