// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Vision.h"

#include "Clips.h"
#include "PlayedCamera.h"
#include "support/TestProgram.h"

#include <QBuffer>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <new>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 100'000; // of the tests, with a machine that hangs: nothing is measured by it

QImage plain(Qt::GlobalColor colour)
{
    QImage image(320, 240, QImage::Format_RGB888);
    image.fill(colour);
    return image;
}

/// A camera that gives @p frames frames of @p picture, 20 a second by @p clock, and then does what @p end does.
class FailingCamera final : public FrameSource {
public:
    using End = std::function<Result<Frame>()>;

    FailingCamera(QImage picture, int frames, End end, const MonotonicClock& clock)
        : m_picture(std::move(picture)), m_left(frames), m_end(std::move(end)), m_clock(clock)
    {
    }
    [[nodiscard]] Result<Frame> next() override
    {
        if (m_left-- <= 0)
            return m_end();
        m_clock.sleepUntil(m_clock.now() + 50ms);
        return Frame{.image = m_picture, .number = m_number++, .taken = m_clock.now()};
    }

private:
    QImage m_picture;
    int m_left;
    End m_end;
    const MonotonicClock& m_clock;
    std::int64_t m_number = 0;
};

/// A camera for the clock it shall keep to.
using Camera = std::function<Result<std::unique_ptr<FrameSource>>(const MonotonicClock& clock)>;

Camera failing(const QImage& picture, int frames, const FailingCamera::End& end)
{
    return [=](const MonotonicClock& clock) -> Result<std::unique_ptr<FrameSource>> {
        return std::make_unique<FailingCamera>(picture, frames, end, clock);
    };
}

/// A Vision in front of a camera of the test's, on a clock of the test's. One for all tests: its networks take a second to load.
struct Watched {
    enum class Run { Identify, Enrol, Preview };

    Watched()
    {
        Embedding somebody;
        somebody.dlib[0] = somebody.second[0] = 1;
        vision.setGallery(
            galleryOf({{.embedding = somebody, .quality = {}}})); // with nobody enrolled no camera opens to identify
        camera.follow(vision);
    }

    void start(Camera opened, Run run, int patienceMs = 60'000)
    {
        const CameraChoice choice{.kind = CameraChoice::Kind::Device, .where = u"played"_s};
        vision.stop();
        for (QSignalSpy* spy : {&failed, &closed, &observed})
            spy->clear();
        source = std::move(opened); // the reader asks for it when it has done with the last run's
        camera.setFree(run == Run::Preview);
        switch (run) {
        case Run::Identify:
            vision.startIdentify(choice, {.patienceMs = patienceMs});
            break;
        case Run::Enrol:
            vision.startEnrol(choice, 3);
            break;
        case Run::Preview:
            vision.startPreview(choice);
            break;
        }
    }
    [[nodiscard]] Fault fault()
    {
        (void)QTest::qWaitFor([&] { return !failed.isEmpty(); }, patience);
        return failed.isEmpty() ? Fault{} : failed.first().first().value<Fault>();
    }
    /// The fault once the clock goes on by itself.
    [[nodiscard]] Fault faultInTime()
    {
        const auto isOver = [&] {
            camera.clock.advance(1s);
            return !failed.isEmpty();
        };
        (void)QTest::qWaitFor(isOver, patience);
        return fault();
    }

    Camera source;
    PlayedCamera camera{[this](const CameraChoice&) { return source(camera.clock); }};
    Vision vision{modelFolder(), nullptr, camera.opener(), camera.clock};
    QSignalSpy failed{&vision, &Vision::failed};
    QSignalSpy closed{&vision, &Vision::cameraClosed};
    QSignalSpy observed{&vision, &Vision::observed};
};

const Fault lost{FaultCode::CameraLost, u"played"_s};

} // namespace

/// Everything that a camera can do wrong, on a camera of the test's own. [row 25]
class CameraFaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        m_watched = std::make_unique<Watched>();
    }
    void cleanupTestCase() { m_watched.reset(); }

    void runs_data()
    {
        QTest::addColumn<int>("run");
        QTest::newRow("identify") << int(Watched::Run::Identify);
        QTest::newRow("enrol") << int(Watched::Run::Enrol);
        QTest::newRow("preview") << int(Watched::Run::Preview);
    }

    void aBusyCamera_data() { runs_data(); }
    void aBusyCamera()
    {
        QFETCH(int, run);
        const Fault busy{FaultCode::CameraBusy, u"played"_s};
        m_watched->start(
            [](const MonotonicClock&) -> Result<std::unique_ptr<FrameSource>> {
                return fail(FaultCode::CameraBusy, u"played"_s);
            },
            Watched::Run(run));
        QCOMPARE(m_watched->fault(), busy);
        QVERIFY(!m_watched->vision.isRunning());
        QVERIFY(m_watched->closed.isEmpty()); // it never was open
    }

    void anUnpluggedCamera_data() { runs_data(); }
    void anUnpluggedCamera()
    {
        QFETCH(int, run);
        m_watched->start(failing(plain(Qt::lightGray), 20, [] { return fail(lost); }), Watched::Run(run));
        QCOMPARE(m_watched->fault(), lost);
        QVERIFY(!m_watched->vision.isRunning());
        QCOMPARE(m_watched->closed.size(), 1);
    }

    // An exception on the reader's thread would end the program.
    void aCameraThatThrows_data() { runs_data(); }
    void aCameraThatThrows()
    {
        QFETCH(int, run);
        m_watched->start(failing(plain(Qt::lightGray), 2, []() -> Result<Frame> { throw std::bad_alloc(); }),
                         Watched::Run(run));
        QCOMPARE(m_watched->fault().code, FaultCode::Internal);
    }

    // FrameWatchTest knows after how many seconds.
    void aCameraThatFallsSilent_data()
    {
        QTest::addColumn<int>("run");
        QTest::addColumn<int>("frames");
        QTest::newRow("identify, from the start") << int(Watched::Run::Identify) << 0;
        QTest::newRow("identify, after a second") << int(Watched::Run::Identify) << 20;
        QTest::newRow("enrol, from the start") << int(Watched::Run::Enrol) << 0;
        QTest::newRow("enrol, after a second") << int(Watched::Run::Enrol) << 20;
    }
    void aCameraThatFallsSilent()
    {
        QFETCH(int, run);
        QFETCH(int, frames);
        const auto isOver = std::make_shared<std::atomic<bool>>(false);
        const auto silence = [isOver]() -> Result<Frame> {
            isOver->wait(false);
            return fail(lost);
        };
        m_watched->start(failing(plain(Qt::lightGray), frames, silence), Watched::Run(run));
        const auto end = qScopeGuard([isOver] { // before the reader is waited for, whatever the checks say
            *isOver = true;
            isOver->notify_all();
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_watched->observed.size(), frames, patience);
        QVERIFY(m_watched->failed.isEmpty());
        QCOMPARE(m_watched->faultInTime(), lost);
    }

    void aDarkCamera_data()
    {
        QTest::addColumn<int>("run");
        QTest::newRow("identify") << int(Watched::Run::Identify);
        QTest::newRow("enrol") << int(Watched::Run::Enrol);
    }
    void aDarkCamera()
    {
        QFETCH(int, run);
        m_watched->start(failing(plain(Qt::black), 1'000'000, [] { return fail(lost); }), Watched::Run(run), 3000);
        QCOMPARE(m_watched->fault().code, FaultCode::CameraBlack);
        QCOMPARE(m_watched->observed.last().first().value<Observation>().guidance, Guidance::CameraBlack);
    }

    // A film file, read to its end: motion JPEG is nothing but pictures one after another.
    void aClipThatEnds_data() { runs_data(); }
    void aClipThatEnds()
    {
        QFETCH(int, run);
        const QTemporaryDir folder;
        QFile film(folder.filePath(u"short.mjpeg"_s));
        QVERIFY(film.open(QIODevice::WriteOnly));
        for (int i = 0; i < 12; ++i) {
            QBuffer picture;
            QVERIFY(plain(Qt::lightGray).save(&picture, "JPG"));
            film.write(picture.data());
        }
        film.close();
        m_watched->start(
            [&](const MonotonicClock& clock) {
                return openFrameSource({.kind = CameraChoice::Kind::Clip, .where = film.fileName(), .loop = false},
                                       clock);
            },
            Watched::Run(run));
        QCOMPARE(m_watched->fault(), (Fault{FaultCode::ClipEnded, u"short.mjpeg"_s}));
        QCOMPARE(m_watched->closed.size(), 1);
    }

private:
    std::unique_ptr<Watched> m_watched;
};

KOBAI_TEST(CameraFaultTest, QCoreApplication)
#include "CameraFaultTest.moc"
