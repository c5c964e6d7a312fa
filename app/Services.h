// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Language.h"
#include "app/NumberFirst.h"
#include "app/Preferences.h"
#include "base/Clock.h"
#include "base/Result.h"
#include "base/SecureBytes.h"
#include "base/Worker.h"
#include "enrolment/FaceUse.h"
#include "enrolment/Recognition.h"
#include "face/Vision.h"
#include "money/Currency.h"
#include "store/Store.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <utility>

namespace kobai::app {

class DeviceScanner;

/// What the workplaces share: the store on its Worker, the vision, the operator, the camera chosen. Made by main, handed to each page's
/// constructor. GUI thread.
class Services final : public QObject {
    Q_OBJECT

public:
    /// @p opener and @p loader: see face::Vision.
    Services(const Clock& clock, security::RandomSource& random, QString modelFolder, QObject* parent = nullptr,
             face::SourceOpener opener = {}, face::EngineLoader loader = {});
    ~Services() override;
    Q_DISABLE_COPY_MOVE(Services)

    /// Both on the store's thread; they end with storeOpened() or openFailed().
    void createStore(store::Creation creation);
    void openStore(const QString& folder, SecureBytes passphrase);
    /// Opens the demo school in demoFolder(); makes it first, with demoProgress(), when there is none.
    void openDemo();
    void cancelDemo(); ///< openFailed(Cancelled), nothing is left behind
    [[nodiscard]] static QString demoFolder();
    /// Closes the store and the camera, wipes keys; storeClosed().
    void closeStore();
    [[nodiscard]] bool isOpen() const { return m_open; }

    /// Runs use(store) on the store's thread, then done(result) here. Use returns Result<T>; without an open store
    /// it is StoreMissing.
    template <typename Use, typename Done>
    void withStore(Use use, QObject* receiver, Done done)
    {
        using R = std::invoke_result_t<Use&, store::Store&>;
        inStore(std::move(use), receiver, [this, done = std::move(done)](R result) mutable {
            const bool isDoubted = !result && result.error().code == FaultCode::ClockDoubtful;
            done(std::move(result));
            if (isDoubted)
                askAboutClock(); // after whoever asked has shown that it failed, and moved the focus
        });
    }

    [[nodiscard]] face::Vision& vision() { return *m_vision; }
    [[nodiscard]] const store::StoreInfo& info() const { return m_info; } ///< valid while open
    [[nodiscard]] const Currency& currency() const { return m_info.currency; }
    [[nodiscard]] OperatorId operatorId() const { return m_info.operatorId; }
    [[nodiscard]] QString schoolName() const { return m_schoolName; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    /// The machine's clock is right, having been asked about and shown @p shown; ends with clockConfirmed() or clockRefused().
    void confirmClock(Instant shown);
    /// A fresh id for an operation about to be submitted.
    template <typename Id>
    [[nodiscard]] Id newId()
    {
        return security::newId<Id>(m_random, m_clock);
    }

    [[nodiscard]] Preferences& preferences() { return m_preferences; }
    [[nodiscard]] DeviceScanner& scanner() { return *m_scanner; } ///< also without an open store
    [[nodiscard]] Language& language() { return m_language; }
    [[nodiscard]] QString modelFolder() const { return m_modelFolder; } ///< empty when there is none

    /// Remembered on this machine, for the demo school apart. Without a choice: the first device; in the demo a clip.
    [[nodiscard]] face::CameraChoice camera() const { return m_camera; }
    void setCamera(const face::CameraChoice& camera);
    /// For this run only, whatever was remembered (--camera).
    void pinCamera(const face::CameraChoice& camera);
    /// The films that came with the models and stand in for a camera; full paths.
    [[nodiscard]] QStringList demoClips() const;

    /// Reads the school's name anew after it was changed; ends with schoolChanged(). Where it cannot be read it stays as it was, and
    /// schoolFailed() says so.
    void reloadSchool();

    /// Reads the gallery, and how faces are used here, anew and hands the gallery to the vision: after opening, at midnight, and by
    /// itself after personChanged(). What is stored of faces whose consent has lapsed is destroyed first; where anything of that fails it is
    /// tried again within half a minute.
    void refreshGallery();
    /// The same when a day has begun since: nobody is looked at against yesterday's consents.
    void refreshGalleryOfNewDay();
    /// Whether a payment by face begins with the number: because the school says so, or because the faces enrolled are too alike.
    [[nodiscard]] NumberFirst numberFirst() const;
    /// Whether anybody's face may be looked at to pay, as of the gallery in use; Unknown until there is one.
    [[nodiscard]] enrolment::FaceUse faceUse() const { return m_faceUse; }
    /// Why no camera opens here, not even for a preview: faces are off, or it is not known whether they are.
    [[nodiscard]] std::optional<Fault> cameraFault() const;
    /// The names of those whose stored face is damaged, so that they are not in the gallery in use.
    [[nodiscard]] const QStringList& unreadableFaces() const { return m_unreadable; }
    /// An attempt as the school wants it, with whom it spares the challenge; whom it is about is added by the caller.
    [[nodiscard]] const face::IdentifyPlan& identifyPlan() const { return m_plan; }

Q_SIGNALS:
    void storeOpened();
    void storeClosed();
    void openFailed(const kobai::Fault& fault);
    void demoProgress(int percent);
    void galleryRefreshed(int persons);
    void galleryFailed(const kobai::Fault& fault);
    void cameraChanged();
    // A workplace announces what it changed; the others reload what they show.
    void personChanged(const kobai::PersonId& person);
    void accountChanged(const kobai::PersonId& person);
    void assortmentChanged();
    void schoolChanged();
    void schoolFailed(const kobai::Fault& fault); ///< after reloadSchool()
    /// Nothing is written any more before somebody has said that the clock is right, or has set it. Again with each try.
    void clockDoubted(const kobai::ClockQuestion& question);
    void clockConfirmed();
    void clockRefused(const kobai::Fault& fault);

private:
    struct Opened {
        store::StoreInfo info;
        QString schoolName;
    };
    static void noteFault(const Fault& fault); ///< in the log
    template <typename Use, typename Done>
    void inStore(Use use, QObject* receiver, Done done)
    {
        m_worker.run(
            [this, use = std::move(use)]() mutable -> std::invoke_result_t<Use&, store::Store&> {
                if (m_store == nullptr)
                    return fail(FaultCode::StoreMissing);
                auto result = use(*m_store);
                if (!result)
                    noteFault(result.error());
                return result;
            },
            receiver, std::move(done));
    }
    void askAboutClock();
    enum class Asking {
        Yes, ///< somebody has just done something
        No,  ///< nobody has: the banner is enough until somebody does
    };
    void readGallery(Asking asking);
    Result<Opened> keep(Result<std::unique_ptr<store::Store>> opened); ///< on the store's thread
    /// Which networks the templates must be of, from the file itself; read once for each choice. On the store's thread.
    Status tellModel(store::Store& store, const QString& file, OperatorId by);
    void finishOpening(Result<Opened> opened);
    void chooseCamera();

    // What the worker's jobs read stands before the worker: its last job ends when it is destroyed, and that must be before they are.
    const Clock& m_clock;
    security::RandomSource& m_random;
    QString m_modelFolder;
    std::unique_ptr<store::Store> m_store; ///< touched on the worker's thread only
    struct ReadModel {
        QString file;
        QString id;
    };
    ReadModel m_readModel; ///< likewise
    std::atomic<bool> m_demoCancelled = false;
    Worker m_worker;
    std::unique_ptr<face::Vision> m_vision;
    store::StoreInfo m_info;
    QString m_schoolName;
    Preferences m_preferences;
    std::unique_ptr<DeviceScanner> m_scanner;
    Language m_language;
    face::CameraChoice m_camera;
    std::optional<face::CameraChoice> m_pinnedCamera;
    enrolment::RecognitionSettings m_recognition;
    face::IdentifyPlan m_plan;
    face::DecisionMode m_mode = face::DecisionMode::Identify; ///< of the gallery in use
    enrolment::FaceUse m_faceUse = enrolment::FaceUse::Unknown;
    QStringList m_unreadable;
    std::optional<Fault> m_galleryFault; ///< why there is no gallery
    QTimer m_dayWatch;
    QDate m_galleryDay; ///< the day of the gallery in use; null where its reading failed
    bool m_open = false;
};

} // namespace kobai::app
