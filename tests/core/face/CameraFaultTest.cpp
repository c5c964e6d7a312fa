// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Vision.h"

#include "Clips.h"
#include "support/TestProgram.h"

#include <QBuffer>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <new>
#include <thread>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 40'000; // of the tests: machines differ

QImage plain(Qt::GlobalColor colour)
{
    QImage image(320, 240, QImage::Format_RGB888);
    image.fill(colour);
    return image;
}

/// A camera that gives @p frames frames of @p picture, 20 a second, and then does what @p end does.
class PlayedCamera final : public FrameSource {
public:
    using End = std::function<Result<Frame>()>;

    PlayedCamera(QImage picture, int frames, End end)
        : m_picture(std::move(picture)), m_left(frames), m_end(std::move(end))
    {
    }
    [[nodiscard]] Result<Frame> next() override
    {
        if (m_left-- <= 0)
            return m_end();
        std::this_thread::sleep_for(50ms);
        return Frame{.image = m_picture, .number = m_number++, .taken = std::chrono::steady_clock::now()};
    }

private:
    QImage m_picture;
    int m_left;
    End m_end;
    std::int64_t m_number = 0;
};

SourceOpener played(const QImage& picture, int frames, const PlayedCamera::End& end)
{
    return [=](const CameraChoice&) -> Result<std::unique_ptr<FrameSource>> {
        return std::make_unique<PlayedCamera>(picture, frames, end);
    };
}

/// A Vision in front of a camera of the test's, in an identify or an enrol run.
struct Watched {
    enum class Run { Identify, Enrol, Preview };

    Watched(const SourceOpener& opener, Run run, int patienceMs = patience) : vision(modelFolder(), nullptr, opener)
    {
        const CameraChoice camera{.kind = CameraChoice::Kind::Device, .where = u"played"_s};
        switch (run) {
        case Run::Identify:
            vision.startIdentify(camera, {.patienceMs = patienceMs});
            break;
        case Run::Enrol:
            vision.startEnrol(camera, 3);
            break;
        case Run::Preview:
            vision.startPreview(camera);
            break;
        }
    }
    [[nodiscard]] Fault fault()
    {
        (void)QTest::qWaitFor([&] { return !failed.isEmpty(); }, patience);
        return failed.isEmpty() ? Fault{} : failed.first().first().value<Fault>();
    }

    Vision vision;
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
    void initTestCase() { KOBAI_NEED_MODELS(); }

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
        Watched watched(
            [&](const CameraChoice& camera) -> Result<std::unique_ptr<FrameSource>> {
                return fail(FaultCode::CameraBusy, camera.where);
            },
            Watched::Run(run));
        QCOMPARE(watched.fault(), busy);
        QVERIFY(!watched.vision.isRunning());
        QVERIFY(watched.closed.isEmpty()); // it never was open
    }

    void anUnpluggedCamera_data() { runs_data(); }
    void anUnpluggedCamera()
    {
        QFETCH(int, run);
        Watched watched(played(plain(Qt::lightGray), 20, [] { return fail(lost); }), Watched::Run(run));
        QCOMPARE(watched.fault(), lost);
        QVERIFY(!watched.vision.isRunning());
        QCOMPARE(watched.closed.size(), 1);
    }

    // An exception on the reader's thread would end the program.
    void aCameraThatThrows_data() { runs_data(); }
    void aCameraThatThrows()
    {
        QFETCH(int, run);
        Watched watched(played(plain(Qt::lightGray), 2, []() -> Result<Frame> { throw std::bad_alloc(); }),
                        Watched::Run(run));
        QCOMPARE(watched.fault().code, FaultCode::Internal);
    }

    // Side by side, since each takes its time: 10 s without a first frame, 5 s after the last, 20 s of darkness.
    void silentAndBlackCameras()
    {
        std::atomic<bool> isOver = false;
        const auto silence = [&]() -> Result<Frame> {
            isOver.wait(false);
            return fail(lost);
        };
        const SourceOpener never = played(plain(Qt::lightGray), 0, silence);
        const SourceOpener stalls = played(plain(Qt::lightGray), 20, silence);
        const SourceOpener black = played(plain(Qt::black), 1'000'000, silence);
        Watched neverIdentify(never, Watched::Run::Identify);
        Watched neverEnrol(never, Watched::Run::Enrol);
        Watched stallIdentify(stalls, Watched::Run::Identify);
        Watched stallEnrol(stalls, Watched::Run::Enrol);
        Watched blackIdentify(black, Watched::Run::Identify, 3000);
        Watched blackEnrol(black, Watched::Run::Enrol);
        const auto end = qScopeGuard([&] { // before the readers are waited for, whatever the checks say
            isOver = true;
            isOver.notify_all();
        });
        QCOMPARE(blackIdentify.fault().code, FaultCode::CameraBlack);
        QCOMPARE(stallIdentify.fault(), lost);
        QCOMPARE(stallEnrol.fault(), lost);
        QVERIFY(!stallIdentify.observed.isEmpty() && !stallEnrol.observed.isEmpty());
        QCOMPARE(neverIdentify.fault(), lost);
        QCOMPARE(neverEnrol.fault(), lost);
        QCOMPARE(blackEnrol.fault().code, FaultCode::CameraBlack);
        QCOMPARE(blackEnrol.observed.last().first().value<Observation>().guidance, Guidance::CameraBlack);
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
        Watched watched(
            [&](const CameraChoice&) {
                return openFrameSource({.kind = CameraChoice::Kind::Clip, .where = film.fileName(), .loop = false});
            },
            Watched::Run(run));
        QCOMPARE(watched.fault(), (Fault{FaultCode::ClipEnded, u"short.mjpeg"_s}));
        QCOMPARE(watched.closed.size(), 1);
    }
};

KOBAI_TEST(CameraFaultTest, QCoreApplication)
#include "CameraFaultTest.moc"
