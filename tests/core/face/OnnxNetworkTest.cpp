// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OnnxNetwork.h"

#include "Chips.h"
#include "face/Engine.h"
#include "face/ModelFolder.h"
#include "face/NetworkOutput.h"
#include "face/OnnxPlan.h"
#include "face/Pixels.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QTemporaryDir>

#include <limits>
#include <random>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize detectorInput(320, 240);

struct Model {
    QStringView name;
    NetworkShape shape;
    float least = -1; ///< of the input
    float most = 1;
};

const std::vector<Model>& models()
{
    static const std::vector<Model> all{
        {secondModelName, {.channels = 3, .rows = 112, .columns = 112, .outputs = {{"output", 512}}}},
        {livenessModelName, {.channels = 3, .rows = 128, .columns = 128, .outputs = {{"output", 3}}}, 0, 255},
        {eyeModelName, {.channels = 1, .rows = 24, .columns = 24, .outputs = {{"output", 2}}}, 0, 1},
    };
    return all;
}

/// A picture whose neighbours are alike, as a camera's.
std::vector<float> smoothInput(const Model& model, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> part(0, 1);
    std::vector<float> input(std::size_t(model.shape.channels * model.shape.rows * model.shape.columns));
    float value = 0.5F;
    for (float& number : input) {
        value += 0.2F * (part(random) - value);
        number = model.least + (model.most - model.least) * value;
    }
    return input;
}

/// The detector with the end that its file has: corners and scores of 4,420 anchors.
Result<OnnxNetwork> wholeDetector()
{
    return OnnxNetwork::load(test::modelFolder(), detectorModelName,
                             {.channels = 3,
                              .rows = detectorInput.height(),
                              .columns = detectorInput.width(),
                              .outputs = {{"boxes", 4420 * 4}, {"scores", 4420 * 2}}},
                             OnnxNetwork::Runner::OpenCv);
}

} // namespace

class OnnxNetworkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { KOBAI_NEED_MODELS(); }

    void oneDnnGivesWhatOpenCvGives()
    {
        for (const Model& model : models()) {
            auto fast = OnnxNetwork::load(test::modelFolder(), model.name, model.shape);
            auto reference =
                OnnxNetwork::load(test::modelFolder(), model.name, model.shape, OnnxNetwork::Runner::OpenCv);
            QVERIFY2(fast && reference, qPrintable(model.name.toString()));
            QVERIFY(!reference->isFast());
            if (!fast->isFast())
                qInfo("%s runs by OpenCV", qPrintable(model.name.toString()));
            for (unsigned seed = 0; seed < 20; ++seed) {
                const std::vector<float> input = smoothInput(model, seed);
                const auto got = fast->run(input);
                const auto wanted = reference->run(input);
                QVERIFY(got && wanted);
                QVERIFY2(sameOutput(got->front(), wanted->front()), qPrintable(model.name.toString()));
            }
        }
    }

    // Every network is quick on the processors that have AVX2: none may fall back unseen, nor all of them where a newer OpenCV
    // has other layers.
    void noNetworkFallsBack()
    {
        for (const Model& model : models()) {
            const auto network = OnnxNetwork::load(test::modelFolder(), model.name, model.shape);
            QVERIFY2(network->isFast() == test::isProcessorFit(), qPrintable(model.name.toString()));
        }
    }

    // The detector too, whose layers in use are not the file's last; and the log says so.
    void theLogSaysWhatRuns()
    {
        static QStringList lines;
        lines.clear();
        const QtMessageHandler before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext& context, const QString& message) {
                if (QLatin1StringView(context.category) == "kobai.face"_L1)
                    lines.append(message);
            });
        const auto engine = Engine::load(test::modelFolder());
        qInstallMessageHandler(before);
        QVERIFY(engine.has_value());
        const QString runner = test::isProcessorFit() ? u"runs on oneDNN "_s : u"and slowly: Internal: no AVX2"_s;
        QStringList networks;
        for (const QString& line : std::as_const(lines)) {
            QVERIFY2(line.startsWith(u"network "_s) && line.contains(runner), qPrintable(line));
            networks.append(line.section(u' ', 1, 1));
        }
        networks.sort();
        QCOMPARE(networks, QStringList({dlibModelName.toString(), detectorModelName.toString(), eyeModelName.toString(),
                                        secondModelName.toString(), livenessModelName.toString()}));
    }

    void theSecondEmbeddingAgreesOnFaces()
    {
        const Model& model = models().front();
        auto network = SecondNetwork::load(test::modelFolder());
        auto reference = OnnxNetwork::load(test::modelFolder(), model.name, model.shape, OnnxNetwork::Runner::OpenCv);
        QVERIFY(network && reference);
        const QString folder = qEnvironmentVariable("KOBAI_FACES");
        float worst = 0;
        const auto faces = test::someFaces(folder, folder.isEmpty() ? 100 : 1000);
        QVERIFY(faces.size() >= 100);
        for (const test::FacePictures& face : faces) {
            auto got = network->embed(face.inner);
            auto wanted = reference->run(planes(face.inner, ChannelOrder::Bgr, 127.0F, 1.0F / 128.0F));
            QVERIFY(got && wanted && normalise(*got) && normalise(wanted->front()));
            for (std::size_t i = 0; i < got->size(); ++i)
                worst = std::max(worst, std::abs((*got)[i] - wanted->front()[i]));
        }
        qInfo("%zu faces, largest difference %.1e", faces.size(), double(worst));
        QVERIFY(worst < 1e-4F);
    }

    // The detector reads the layers before the file's own end and decodes them itself: the boxes must be the file's.
    void theDetectorFindsWhatItsFileFinds()
    {
        auto whole = wholeDetector();
        auto detector = Detector::load(test::modelFolder());
        QVERIFY(whole && detector);
        std::size_t found = 0;
        QDirIterator files(test::modelFolder(), {u"*.jpg"_s, u"*.mp4"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto pictures = test::stillFrames(files.next(), {0, 40});
            QVERIFY(!pictures.empty());
            for (const QImage& picture : pictures) {
                constexpr float leastScore = 0.3F;
                const QImage small = resampled(picture, picture.rect(), detectorInput);
                const auto outputs = whole->run(planes(small, ChannelOrder::Rgb, 127.0F, 1.0F / 128.0F));
                const auto faces = detector->detect(picture, leastScore);
                QVERIFY(outputs && faces);
                for (const FaceBox& face : *faces) {
                    bool isThere = false;
                    for (std::size_t i = 0; i < 4420; ++i) {
                        const std::span<const float> corner(&(*outputs)[0][4 * i], 4);
                        const QRectF box(QPointF(corner[0] * picture.width(), corner[1] * picture.height()),
                                         QPointF(corner[2] * picture.width(), corner[3] * picture.height()));
                        const QRectF off(box.topLeft() - face.box.topLeft(), box.size() - face.box.size());
                        isThere =
                            isThere
                            || (std::abs(off.x()) + std::abs(off.y()) + std::abs(off.width()) + std::abs(off.height())
                                    < 0.5
                                && std::abs((*outputs)[1][2 * i + 1] - face.score) < 1e-4F);
                    }
                    QVERIFY(isThere);
                    ++found;
                }
                const auto best = [&] {
                    float score = 0;
                    for (std::size_t i = 0; i < 4420; ++i)
                        score = std::max(score, (*outputs)[1][2 * i + 1]);
                    return score;
                }();
                QCOMPARE(!faces->empty(), best > leastScore);
            }
        }
        QVERIFY2(found >= 20, qPrintable(QString::number(found)));
    }

    void nonsenseIsAFault()
    {
        for (const Model& model : models()) {
            auto network = OnnxNetwork::load(test::modelFolder(), model.name, model.shape);
            QVERIFY(network.has_value());
            std::vector<float> input = smoothInput(model, 1);
            QCOMPARE(network->run(std::span(input).first(input.size() - 1)).error().code, FaultCode::Internal);
            QCOMPARE(network->run({}).error().code, FaultCode::Internal);
            input[input.size() / 2] = std::numeric_limits<float>::quiet_NaN();
            if (network->isFast())
                QCOMPARE(network->run(input).error(), (Fault{FaultCode::NetworkOutput, model.name.toString()}));
        }
    }

    void otherShapesAreNotThisNetwork()
    {
        const auto code = [](const Model& model) {
            const auto network = OnnxNetwork::load(test::modelFolder(), model.name, model.shape);
            return network ? FaultCode::NotFound : network.error().code;
        };
        Model model = models().front();
        model.shape.outputs.front().size = 511;
        QCOMPARE(code(model), FaultCode::ModelDamaged);
        model = models().front();
        model.shape.outputs.front().name = "none";
        QCOMPARE(code(model), FaultCode::ModelDamaged);
        model = models().front();
        model.shape.channels = 1;
        QCOMPARE(code(model), FaultCode::ModelDamaged);
        QCOMPARE(OnnxNetwork::load(QTemporaryDir().path(), eyeModelName, models().back().shape).error(),
                 (Fault{FaultCode::ModelMissing, eyeModelName.toString()}));
    }

    // The plan is read by layers that oneDNN can run; what the file has beyond them is said to be missing.
    void unknownLayersGiveNoPlan()
    {
        const QString path = QDir(test::modelFolder()).filePath(detectorModelName.toString());
        const std::vector<std::string> known{"onnx_node!Conv_49"};
        const std::vector<std::string> unknown{"scores"};
        QVERIFY(readOnnxPlan(path, {3, 240, 320}, known).has_value());
        QCOMPARE(readOnnxPlan(path, {3, 240, 320}, unknown).error(),
                 (Fault{FaultCode::ModelDamaged, detectorModelName.toString()}));
        QCOMPARE(readOnnxPlan(u"nowhere.onnx"_s, {3, 240, 320}, known).error().code, FaultCode::ModelDamaged);
        // Without oneDNN the file runs by OpenCV.
        auto whole = OnnxNetwork::load(test::modelFolder(), detectorModelName,
                                       {.channels = 3, .rows = 240, .columns = 320, .outputs = {{"scores", 8840}}});
        QVERIFY(whole && !whole->isFast());
        QVERIFY(whole->run(std::vector<float>(std::size_t(3 * 240 * 320))).has_value());
    }
};

KOBAI_TEST(OnnxNetworkTest, QCoreApplication)
#include "OnnxNetworkTest.moc"
