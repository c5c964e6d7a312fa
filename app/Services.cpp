// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Services.h"

#include "app/Log.h"
#include "app/demo/DemoStore.h"
#include "app/scanner/DeviceScanner.h"
#include "app/scanner/SystemDevices.h"
#include "base/LoggedFault.h"
#include "base/Post.h"
#include "enrolment/Enrolment.h"
#include "face/ModelFolder.h"

#include <QDir>
#include <QStandardPaths>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto dayWatchPeriod = 30s;

/// The gallery, how faces are used, and whether what had lapsed until that day could be destroyed.
struct DaysGallery {
    face::GalleryPtr gallery;
    QStringList unreadable; ///< names
    face::DecisionMode mode = face::DecisionMode::Identify;
    enrolment::RecognitionSettings recognition;
    enrolment::GalleryState state;
    QVector<PersonId> withoutChallenge;
    enrolment::FaceUse use = enrolment::FaceUse::Unknown;
    Result<int> removal = 0;
};

Result<QString> readSchoolName(store::Store& store)
{
    return store.read(
        [](store::Tx& tx) { return tx.settings().text(QStringView(store::setting::schoolName).toString()); });
}

} // namespace

Services::Services(const Clock& clock, security::RandomSource& random, QString modelFolder, QObject* parent,
                   face::SourceOpener opener, face::EngineLoader loader)
    : QObject(parent), m_clock(clock), m_random(random), m_modelFolder(std::move(modelFolder)), m_worker(u"store"_s),
      m_vision(std::make_unique<face::Vision>(m_modelFolder, nullptr, std::move(opener), MonotonicClock::system(),
                                              std::move(loader))),
      m_scanner(std::make_unique<DeviceScanner>(m_preferences, std::make_unique<SystemDevices>()))
{
    // Before any page hears of it: whatever was changed about a person may have destroyed the face, which a running camera must not know
    // for longer than that.
    connect(this, &Services::personChanged, this, &Services::refreshGallery);
    // A timer to midnight itself would be late after the machine slept.
    connect(&m_dayWatch, &QTimer::timeout, this, &Services::refreshGalleryOfNewDay);
    m_dayWatch.start(dayWatchPeriod);
}

Services::~Services()
{
    m_vision->stop();
    m_demoCancelled = true;
    m_worker.run([this] { m_store.reset(); }, this, [] {});
}

void Services::createStore(store::Creation creation)
{
    m_worker.run(
        [this, creation = std::move(creation)] {
            m_store.reset();
            return keep(store::Store::create(creation, {m_clock, m_random}));
        },
        this, [this](Result<Opened> opened) { finishOpening(std::move(opened)); });
}

void Services::openStore(const QString& folder, SecureBytes passphrase)
{
    m_worker.run(
        [this, folder, passphrase = std::move(passphrase)] {
            m_store.reset();
            return keep(store::Store::open(folder, passphrase, {m_clock, m_random}));
        },
        this, [this](Result<Opened> opened) { finishOpening(std::move(opened)); });
}

void Services::openDemo()
{
    m_demoCancelled = false;
    const auto announce = [this](int percent) {
        post(this, [this, percent] { Q_EMIT demoProgress(percent); });
        return !m_demoCancelled;
    };
    m_worker.run(
        [this, announce]() -> Result<Opened> {
            m_store.reset();
            const QString folder = demoFolder();
            if (!store::Store::isDemo(folder))
                KOBAI_TRY(makeDemoStore(folder, demo::DemoPlan{}, SecureBytes(), {m_clock, m_random}, announce));
            const SecureBytes passphrase{QByteArrayView(store::demoPassphrase)};
            return keep(store::Store::open(folder, passphrase, {m_clock, m_random}));
        },
        this, [this](Result<Opened> opened) { finishOpening(std::move(opened)); });
}

void Services::cancelDemo()
{
    m_demoCancelled = true;
}

QString Services::demoFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"demo-school"_s);
}

void Services::noteFault(const Fault& fault)
{
    qCWarning(appLog).noquote() << "refused:" << loggedFault(fault);
}

void Services::askAboutClock()
{
    inStore([](store::Store& store) -> Result<std::optional<ClockQuestion>> { return store.clockQuestion(); }, this,
            [this](const Result<std::optional<ClockQuestion>>& question) {
                if (m_open && question && *question)
                    Q_EMIT clockDoubted(**question);
            });
}

void Services::confirmClock(Instant shown)
{
    withStore([shown, by = m_info.operatorId](store::Store& store) { return store.confirmClock(shown, by); }, this,
              [this](const Status& confirmed) {
                  if (!confirmed) {
                      Q_EMIT clockRefused(confirmed.error());
                      return;
                  }
                  Q_EMIT clockConfirmed();
                  refreshGallery();
              });
}

Result<Services::Opened> Services::keep(Result<std::unique_ptr<store::Store>> opened)
{
    KOBAI_ASSIGN(auto store, std::move(opened));
    KOBAI_ASSIGN(const QString schoolName, readSchoolName(*store));
    m_store = std::move(store);
    return Opened{m_store->info(), schoolName};
}

void Services::finishOpening(Result<Opened> opened)
{
    if (!opened) {
        qCWarning(appLog).noquote() << "store not opened:" << loggedFault(opened.error());
        Q_EMIT openFailed(opened.error());
        return;
    }
    m_info = opened->info;
    m_schoolName = opened->schoolName;
    chooseCamera();
    m_open = true;
    if (!m_info.demo)
        m_preferences.rememberStore(m_info.folder);
    Q_EMIT storeOpened();
    refreshGallery();
    m_vision->warmUp();
}

NumberFirst Services::numberFirst() const
{
    if (m_recognition.claimFirst)
        return NumberFirst::SchoolWantsIt;
    return m_mode == face::DecisionMode::ClaimFirst ? NumberFirst::FacesTooAlike : NumberFirst::No;
}

void Services::closeStore()
{
    m_open = false;
    m_galleryDay = {};
    m_vision->stop();
    m_vision->setGallery(std::make_shared<const face::Gallery>());
    m_info = {};
    m_recognition = {};
    m_plan = {};
    m_mode = face::DecisionMode::Identify;
    m_faceUse = enrolment::FaceUse::Unknown;
    m_unreadable.clear();
    m_galleryFault.reset();
    m_schoolName.clear();
    m_worker.run([this] { m_store.reset(); }, this,
                 [this] {
                     qCInfo(appLog) << "store closed";
                     Q_EMIT storeClosed();
                 });
}

void Services::setCamera(const face::CameraChoice& camera)
{
    m_pinnedCamera.reset();
    m_preferences.setCamera(camera, m_info.demo);
    if (camera == m_camera)
        return;
    m_camera = camera;
    Q_EMIT cameraChanged();
    if (m_open)
        refreshGallery(); // whether a face may be looked at depends on it
}

void Services::pinCamera(const face::CameraChoice& camera)
{
    m_pinnedCamera = camera;
    chooseCamera();
}

void Services::chooseCamera()
{
    face::CameraChoice choice = m_preferences.camera(m_info.demo).value_or(face::CameraChoice{});
    if (m_pinnedCamera) {
        choice = *m_pinnedCamera;
    } else if (m_info.demo && !m_preferences.camera(true)) {
        const QStringList clips = demoClips();
        if (!clips.isEmpty())
            choice = {face::CameraChoice::Kind::Clip, clips.first(), true};
    }
    if (choice == m_camera)
        return;
    m_camera = choice;
    Q_EMIT cameraChanged();
    if (m_open)
        refreshGallery();
}

QStringList Services::demoClips() const
{
    if (m_modelFolder.isEmpty())
        return {};
    const QDir clips(m_modelFolder + u"/clips"_s);
    QStringList paths;
    const QStringList names = clips.entryList({u"*.mp4"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        paths.append(clips.absoluteFilePath(name));
    return paths;
}

void Services::reloadSchool()
{
    withStore(readSchoolName, this, [this](const Result<QString>& name) {
        if (name)
            m_schoolName = *name;
        Q_EMIT schoolChanged();
        if (!name)
            Q_EMIT schoolFailed(name.error());
    });
}

Status Services::tellModel(store::Store& store, const QString& file, OperatorId by)
{
    if (file != m_readModel.file) {
        const auto id = face::modelId(m_modelFolder, {file});
        // Then nobody is recognised either, and loading the networks says why.
        if (!id)
            return {};
        m_readModel = {file, *id};
    }
    return enrolment::useModel(store, m_readModel.id, by);
}

void Services::refreshGalleryOfNewDay()
{
    if (m_open && m_clock.today() != m_galleryDay)
        readGallery(Asking::No);
}

std::optional<Fault> Services::cameraFault() const
{
    if (m_faceUse == enrolment::FaceUse::FacesOff)
        return Fault{FaultCode::FacesOff, {}};
    if (m_faceUse == enrolment::FaceUse::Unknown)
        return m_galleryFault.value_or(Fault{FaultCode::StoreMissing, {}});
    return std::nullopt;
}

void Services::refreshGallery()
{
    readGallery(Asking::Yes);
}

void Services::readGallery(Asking asking)
{
    m_galleryDay = m_clock.today();
    const auto read = [this, by = m_info.operatorId, camera = m_camera](store::Store& store) -> Result<DaysGallery> {
        DaysGallery days;
        if (store.clockQuestion())
            return fail(FaultCode::ClockDoubtful);
        // First, whatever may go wrong after it, and each time: a pause begins and ends with what was just changed. What cannot be destroyed
        // just now is not in the gallery all the same; it is tried again and said.
        days.removal = enrolment::removeLapsed(store, by);
        KOBAI_ASSIGN(days.recognition, enrolment::recognitionSettings(store));
        KOBAI_TRY(tellModel(store, days.recognition.model, by));
        KOBAI_ASSIGN(const enrolment::LoadedGallery loaded, enrolment::loadGallery(store));
        days.gallery = loaded.gallery;
        for (const people::Person& person : loaded.unreadable)
            days.unreadable.append(person.name);
        days.mode = face::policyFor(*days.gallery).mode;
        KOBAI_ASSIGN(days.state, enrolment::galleryState(store));
        KOBAI_ASSIGN(days.withoutChallenge, enrolment::withoutChallenge(store));
        KOBAI_ASSIGN(days.use, enrolment::faceUse(store, camera));
        return days;
    };
    inStore(read, this, [this, asking](const Result<DaysGallery>& days) {
        if (!m_open)
            return;
        if (asking == Asking::Yes && !days && days.error().code == FaultCode::ClockDoubtful)
            askAboutClock();
        if (days)
            m_vision->setModel({days->recognition.model});
        // Never the old one: it might still hold a person who withdrew.
        m_vision->setGallery(days ? days->gallery : std::make_shared<const face::Gallery>());
        m_faceUse = days ? days->use : enrolment::FaceUse::Unknown;
        m_galleryFault = days ? std::nullopt : std::optional(days.error());
        if (days) {
            m_mode =
                enrolment::claimsFirst(days->recognition, days->state) ? face::DecisionMode::ClaimFirst : days->mode;
            m_recognition = days->recognition;
            m_plan.challenge = days->recognition.challenge;
            m_plan.withoutChallenge = days->withoutChallenge;
            m_unreadable = days->unreadable;
            Q_EMIT galleryRefreshed(days->gallery->size());
        } else {
            m_galleryDay = {}; // the day's work is done anew by the day watch
            Q_EMIT galleryFailed(days.error());
        }
        if (days && !days->removal) {
            noteFault(days->removal.error());
            m_galleryDay = {};
            Q_EMIT galleryFailed(days->removal.error());
        }
    });
}

} // namespace kobai::app
