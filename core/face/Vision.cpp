// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Vision.h"

#include "base/LoggedFault.h"
#include "base/Post.h"
#include "base/Worker.h"
#include "face/EnrolmentCoach.h"
#include "face/FrameAnalyst.h"
#include "face/FrameWatch.h"
#include "face/GalleryDesk.h"
#include "face/Guarded.h"
#include "face/IdentifyRun.h"
#include "face/Log.h"
#include "face/Pixels.h"
#include "face/VisionRun.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

using Time = MonotonicClock::Time;
using namespace std::chrono_literals;

constexpr int shownWidth = 960;

/// For the log: a film's or a folder's name may be somebody's.
const char* kindOf(const CameraChoice& camera)
{
    switch (camera.kind) {
    case CameraChoice::Kind::Clip:
        return "film";
    case CameraChoice::Kind::Folder:
        return "folder of pictures";
    case CameraChoice::Kind::Device:
        break;
    }
    return "camera";
}

/// 30 pictures a second, with room for a camera's jitter.
constexpr auto showInterval = 33ms;
constexpr auto showJitter = 4ms;
/// Enrolment has no time limit, but a covered lens is said after this.
constexpr auto blackPatience = 20s;

using RunPtr = std::shared_ptr<VisionRun>;

QImage forDisplay(const QImage& image)
{
    if (image.width() <= shownWidth)
        return image;
    return resampled(image, image.rect(), QSize(shownWidth, std::max(1, image.height() * shownWidth / image.width())));
}

} // namespace

/// The threads behind Vision. Lives on the GUI thread; what runs elsewhere is named so.
class Vision::Loop final {
public:
    Loop(Vision& vision, QString modelFolder, SourceOpener opener, const MonotonicClock& clock, EngineLoader loader)
        : m_vision(vision), m_modelFolder(std::move(modelFolder)), m_opener(std::move(opener)), m_clock(clock),
          m_loader(loader ? std::move(loader) : EngineLoader(Engine::load))
    {
    }
    ~Loop() { end(); }
    Q_DISABLE_COPY_MOVE(Loop)

    void warmUp();
    void setGallery(GalleryPtr gallery);
    void setModel(const ModelChoice& choice);
    void start(RunPtr run);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

private:
    void openCamera(const RunPtr& run);
    /// Ends the run without a word; true if its camera was open.
    bool end();

    // Reader thread
    void readCamera(const RunPtr& run);
    /// Frames until the run is stopped; the fault that ended them otherwise.
    [[nodiscard]] Status readFrames(const RunPtr& run);
    void show(const RunPtr& run, const QImage& image, Time& due);

    // Vision thread
    [[nodiscard]] Status loadEngine();
    void work(const RunPtr& run);
    /// Says so when there is nobody to compare with, and that this was the end. @p frames: gathered while there was.
    [[nodiscard]] bool endsWithNobody(const RunPtr& run, int frames);
    // These two run until the end is said or the run is stopped; a fault ends it as well.
    [[nodiscard]] Status identify(const RunPtr& run);
    [[nodiscard]] Status enrol(const RunPtr& run);
    /// The next frame's finding; nullopt when there was none for a moment. CameraLost when there was none for long.
    [[nodiscard]] Result<std::optional<FrameFinding>> nextFinding(const RunPtr& run, FrameAnalyst& analyst,
                                                                  FrameWatch& watch);

    /// Any thread: runs @p action on the GUI thread if @p run is still the current one.
    template <typename Action>
    void post(const RunPtr& run, Action action);
    /// The same, and the run is over: the camera is said to be closed first.
    template <typename Action>
    void finish(const RunPtr& run, Action action);
    void failRun(const RunPtr& run, const Fault& fault);

    [[nodiscard]] qint64 millisecondsSince(Time begun) const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - begun).count();
    }

    Vision& m_vision;
    QString m_modelFolder;
    SourceOpener m_opener; ///< reader thread only
    const MonotonicClock& m_clock;
    EngineLoader m_loader; ///< vision thread only
    RunPtr m_run;
    GalleryDesk m_desk;
    ModelChoice m_chosen;
    ModelChoice m_model;              ///< vision thread only
    std::unique_ptr<Engine> m_engine; ///< vision thread only
    security::SystemRandom m_random;
    QObject m_courier; ///< receives on the GUI thread; outlives the threads below
    Worker m_worker{u"vision"_s};
    Worker m_reader{u"camera"_s};
};

template <typename Action>
void Vision::Loop::post(const RunPtr& run, Action action)
{
    kobai::post(&m_courier, [this, run, action = std::move(action)]() mutable {
        if (m_run == run)
            action();
    });
}

template <typename Action>
void Vision::Loop::finish(const RunPtr& run, Action action)
{
    post(run, [this, action = std::move(action)]() mutable {
        if (end())
            Q_EMIT m_vision.cameraClosed();
        action();
    });
}

void Vision::Loop::failRun(const RunPtr& run, const Fault& fault)
{
    qCWarning(faceLog).noquote() << "run ended:" << loggedFault(fault);
    finish(run, [this, fault] { Q_EMIT m_vision.failed(fault); });
}

bool Vision::Loop::end()
{
    const RunPtr run = std::exchange(m_run, nullptr);
    if (!run)
        return false;
    run->stopped = true;
    run->frames.close();
    return run->cameraIsOpen;
}

void Vision::Loop::warmUp()
{
    m_worker.run([this] { return loadEngine(); }, &m_courier,
                 [this](const Status& status) {
                     if (!status)
                         qCWarning(faceLog).noquote() << "networks not loaded:" << loggedFault(status.error());
                     if (!status && !m_run)
                         Q_EMIT m_vision.failed(status.error());
                 });
}

void Vision::Loop::setModel(const ModelChoice& choice)
{
    if (choice.fileName() == m_chosen.fileName())
        return;
    m_chosen = choice;
    stop();
    const auto change = [this, choice] {
        m_model = choice;
        m_engine.reset();
    };
    m_worker.run(change, &m_courier, [] {});
    warmUp();
}

void Vision::Loop::setGallery(GalleryPtr gallery)
{
    m_desk.set(gallery ? std::move(gallery) : std::make_shared<const Gallery>());
    m_worker.run([this] { m_desk.refresh(); }, &m_courier, [] {});
}

void Vision::Loop::start(RunPtr run)
{
    stop();
    m_run = std::move(run);
    if (m_run->kind == VisionRun::Kind::Preview)
        openCamera(m_run);
    else
        m_worker.run([this, current = m_run] { work(current); }, &m_courier, [] {});
}

void Vision::Loop::openCamera(const RunPtr& run)
{
    m_reader.run([this, run] { readCamera(run); }, &m_courier, [] {});
}

void Vision::Loop::stop()
{
    if (end())
        Q_EMIT m_vision.cameraClosed();
}

void Vision::Loop::readCamera(const RunPtr& run)
{
    if (run->stopped)
        return;
    const Status read = guarded([&] { return readFrames(run); });
    if (read)
        return;
    if (run->kind == VisionRun::Kind::Preview)
        failRun(run, read.error());
    else
        run->frames.put(fail(read.error()));
}

Status Vision::Loop::readFrames(const RunPtr& run)
{
    const auto begun = m_clock.now();
    KOBAI_ASSIGN(const auto source, m_opener ? m_opener(run->camera) : openFrameSource(run->camera, m_clock));
    qCInfo(faceLog) << kindOf(run->camera) << "opened in" << millisecondsSince(begun) << "ms";
    post(run, [run] { run->cameraIsOpen = true; });
    Time due;
    while (!run->stopped) {
        KOBAI_ASSIGN(Frame frame, source->next());
        show(run, frame.image, due);
        if (run->kind != VisionRun::Kind::Preview)
            run->frames.put(std::move(frame));
    }
    return {};
}

void Vision::Loop::show(const RunPtr& run, const QImage& image, Time& due)
{
    const Time now = m_clock.now();
    if (now + showJitter < due || run->pictureUnderway.exchange(true))
        return;
    due = std::max(due + showInterval, now);
    post(run, [this, run, picture = forDisplay(image)] {
        run->pictureUnderway = false;
        Q_EMIT m_vision.frameShown(picture);
    });
}

Status Vision::Loop::loadEngine()
{
    if (m_engine)
        return {};
    const auto begun = m_clock.now();
    KOBAI_ASSIGN(m_engine, m_loader(m_modelFolder, m_model));
    qCInfo(faceLog) << "networks loaded in" << millisecondsSince(begun) << "ms";
    kobai::post(&m_courier, [this] { Q_EMIT m_vision.modelsLoaded(); });
    return {};
}

void Vision::Loop::work(const RunPtr& run)
{
    if (run->stopped)
        return;
    const Status worked = guarded([&]() -> Status {
        KOBAI_TRY(loadEngine());
        if (endsWithNobody(run, 0))
            return {};
        post(run, [this, run] { openCamera(run); });
        switch (run->kind) {
        case VisionRun::Kind::Identify:
            return identify(run);
        case VisionRun::Kind::Enrol:
            return enrol(run);
        case VisionRun::Kind::Preview:
            break;
        }
        return {};
    });
    if (!worked)
        failRun(run, worked.error());
}

bool Vision::Loop::endsWithNobody(const RunPtr& run, int frames)
{
    if (run->kind != VisionRun::Kind::Identify)
        return false;
    m_desk.refresh();
    if (canRecognise(run->plan, m_desk.gallery()))
        return false;
    const Identification nobody{
        .verdict = Verdict::NotEnrolled, .person = run->plan.claimed.value_or(PersonId()), .frames = frames};
    finish(run, [this, nobody] { Q_EMIT m_vision.identified(nobody); });
    return true;
}

Result<std::optional<FrameFinding>> Vision::Loop::nextFinding(const RunPtr& run, FrameAnalyst& analyst,
                                                              FrameWatch& watch)
{
    auto letter = run->frames.take(50ms);
    if (!letter) {
        if (watch.isSilent(m_clock.now()))
            return fail(FaultCode::CameraLost, run->camera.where);
        return std::nullopt;
    }
    KOBAI_ASSIGN(const Frame frame, std::move(*letter));
    KOBAI_ASSIGN(FrameFinding finding, analyst.look(frame));
    watch.frameCame(m_clock.now());
    return finding;
}

Status Vision::Loop::identify(const RunPtr& run)
{
    FrameAnalyst analyst(*m_engine, run->plan.presentation ? Purpose::Present : Purpose::Identify);
    FrameWatch watch(m_clock.now());
    std::optional<IdentifyRun> attempt; // its time runs from the first frame, not from a slow camera's opening
    while (!run->stopped && !endsWithNobody(run, attempt ? attempt->framesGathered() : 0)) {
        KOBAI_ASSIGN(auto finding, nextFinding(run, analyst, watch));
        if (!attempt && finding)
            attempt.emplace(finding->taken, run->plan, m_random);
        if (!attempt)
            continue;
        m_desk.refresh();

        std::optional<Identification> verdict;
        if (finding) {
            verdict = attempt->add(*finding, m_clock.now(), m_desk.gallery(), m_desk.policy());
            analyst.setChallenging(attempt->isChallenging());
            post(run, [this, seen = attempt->shown(finding->observation, m_desk.policy())] {
                Q_EMIT m_vision.observed(seen);
            });
        } else {
            verdict = attempt->waited(m_clock.now(), m_desk.policy());
        }
        if (!verdict)
            continue;
        if (verdict->verdict == Verdict::TimedOut && !analyst.hasSeenLight())
            return fail(FaultCode::CameraBlack, run->camera.where);
        verdict->filmed = run->camera.isFilm();
        finish(run, [this, ended = *verdict] { Q_EMIT m_vision.identified(ended); });
        return {};
    }
    return {};
}

Status Vision::Loop::enrol(const RunPtr& run)
{
    FrameAnalyst analyst(*m_engine, Purpose::Enrol);
    EnrolmentCoach coach(run->captures);
    const Time begun = m_clock.now();
    FrameWatch watch(begun);
    while (!run->stopped) {
        KOBAI_ASSIGN(auto finding, nextFinding(run, analyst, watch));
        if (finding && !analyst.hasSeenLight() && m_clock.now() - begun >= blackPatience)
            return fail(FaultCode::CameraBlack, run->camera.where);
        if (!finding)
            continue;
        const EnrolmentCoach::Answer answer = coach.look(*finding);
        if (answer == EnrolmentCoach::Answer::OtherPerson)
            return fail(FaultCode::EnrolmentInconsistent);
        if (answer == EnrolmentCoach::Answer::Taken) {
            post(run, [this, number = int(coach.captures().size()), quality = coach.captures().back().quality] {
                Q_EMIT m_vision.captured(number, quality);
            });
        }
        post(run, [this, seen = coach.shown(finding->observation)] { Q_EMIT m_vision.observed(seen); });
        if (coach.isComplete()) {
            QVector<Capture> captures = coach.takeCaptures();
            for (Capture& capture : captures)
                capture.filmed = run->camera.isFilm();
            finish(run, [this, captures = std::move(captures)] { Q_EMIT m_vision.enrolled(captures); });
            return {};
        }
    }
    return {};
}

Vision::Vision(QString modelFolder, QObject* parent, SourceOpener opener, const MonotonicClock& clock,
               EngineLoader loader)
    : QObject(parent),
      m_loop(std::make_unique<Loop>(*this, std::move(modelFolder), std::move(opener), clock, std::move(loader)))
{
}

Vision::~Vision() = default;

void Vision::warmUp()
{
    m_loop->warmUp();
}

void Vision::setGallery(GalleryPtr gallery)
{
    m_loop->setGallery(std::move(gallery));
}

void Vision::setModel(const ModelChoice& choice)
{
    m_loop->setModel(choice);
}

bool Vision::isRunning() const
{
    return m_loop->isRunning();
}

void Vision::startIdentify(const CameraChoice& camera, const IdentifyPlan& plan)
{
    auto run = std::make_shared<VisionRun>();
    run->kind = VisionRun::Kind::Identify;
    run->camera = camera;
    run->plan = plan;
    m_loop->start(std::move(run));
}

void Vision::startEnrol(const CameraChoice& camera, int captures)
{
    auto run = std::make_shared<VisionRun>();
    run->kind = VisionRun::Kind::Enrol;
    run->camera = camera;
    run->captures = std::max(1, captures);
    m_loop->start(std::move(run));
}

void Vision::startPreview(const CameraChoice& camera)
{
    auto run = std::make_shared<VisionRun>();
    run->camera = camera;
    m_loop->start(std::move(run));
}

void Vision::stop()
{
    m_loop->stop();
}

} // namespace kobai::face
