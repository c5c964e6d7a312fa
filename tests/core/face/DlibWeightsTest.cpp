// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/DlibWeights.h"

#include "Models.h"
#include "face/DlibNetwork.h"
#include "face/ModelFolder.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

const QByteArray smallManifest(
    R"([{"weights":[{"name":"a","shape":[2,2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}},)"
    R"({"name":"b","shape":[1],"dtype":"float32"}],"paths":["x"]}])");
const QByteArray smallBytes("\x00\x01\x02\xff\x00\x00\x80\x3f", 8);

} // namespace

class DlibWeightsTest final : public QObject {
    Q_OBJECT

    QString m_manifestPath;
    QString m_bytesPath;

    void copyPackage(const QTemporaryDir& folder)
    {
        QVERIFY(QFile::copy(m_manifestPath, folder.filePath(dlibManifestName.toString())));
        QVERIFY(QFile::copy(m_bytesPath, folder.filePath(dlibPackageName.toString())));
    }

private Q_SLOTS:
    void init()
    {
        const QDir models(test::modelFolder());
        m_manifestPath = models.filePath(dlibManifestName.toString());
        m_bytesPath = models.filePath(dlibPackageName.toString());
    }

    void bytesAndFloatsAreDecoded()
    {
        const auto tensors = readWeightTensors(smallManifest, smallBytes);
        QVERIFY(tensors.has_value());
        QCOMPARE(tensors->size(), std::size_t(2));
        QCOMPARE((*tensors)[0].values, (std::vector<float>{-1.0F, -0.5F, 0.0F, 126.5F}));
        QCOMPARE((*tensors)[1].values, std::vector<float>{1.0F});
    }

    void manifestAndBytesMustFit()
    {
        const auto code = [](const QByteArray& manifest, const QByteArray& bytes) {
            const auto tensors = readWeightTensors(manifest, bytes);
            return tensors ? FaultCode::Internal : tensors.error().code;
        };
        QCOMPARE(code(smallManifest, smallBytes.chopped(1)), FaultCode::ModelDamaged);
        QCOMPARE(code(smallManifest, smallBytes + 'x'), FaultCode::ModelDamaged);
        QCOMPARE(code("", smallBytes), FaultCode::ModelDamaged);
        QCOMPARE(code("[]", smallBytes), FaultCode::ModelDamaged);
        QByteArray huge = smallManifest;
        huge.replace("[2,2]", "[2000000000,2000000000]");
        QCOMPARE(code(huge, smallBytes), FaultCode::ModelDamaged);
        const QByteArray nan("\x00\x01\x02\xff\x00\x00\xc0\x7f", 8);
        QCOMPARE(code(smallManifest, nan), FaultCode::ModelDamaged);
    }

    void everyTensorOfThePackageIsUsed()
    {
        KOBAI_NEED_MODELS();
        auto tensors = readWeightTensors(contents(m_manifestPath), contents(m_bytesPath));
        QVERIFY(tensors.has_value());
        QCOMPARE(int(tensors->size()), dlibTensorCount);
        QVERIFY(DlibNetwork::fromTensors(*tensors).has_value());

        std::vector<WeightTensor> fewer = *tensors;
        fewer.pop_back();
        QCOMPARE(DlibNetwork::fromTensors(fewer).error().code, FaultCode::ModelDamaged);
        std::vector<WeightTensor> more = *tensors;
        more.push_back(more.back());
        QCOMPARE(DlibNetwork::fromTensors(more).error().code, FaultCode::ModelDamaged);
        std::vector<WeightTensor> swapped = *tensors;
        std::swap(swapped[4], swapped[116]);
        QCOMPARE(DlibNetwork::fromTensors(swapped).error().code, FaultCode::ModelDamaged);
    }

    void theConvertedFileIsTheOneWeKnow()
    {
        KOBAI_NEED_MODELS();
        const QTemporaryDir folder;
        copyPackage(folder);
        QVERIFY(convertDlibWeights(folder.path()).has_value());
        const QString file = folder.filePath(dlibModelName.toString());
        QVERIFY(QFile::exists(file));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3); // no temporary file left behind
        // Its bytes differ with dlib's version, what it is taken for does not.
        const QString second = secondModelName.toString();
        QVERIFY(QFile::link(QDir(test::modelFolder()).absoluteFilePath(second), folder.filePath(second)));
        QCOMPARE(modelId(folder.path(), {}).value(), shippedModelId());
    }

    void damagedPackagesAreNamed()
    {
        KOBAI_NEED_MODELS();
        const QTemporaryDir folder;
        QCOMPARE(convertDlibWeights(folder.path()).error(),
                 (Fault{FaultCode::ModelMissing, dlibManifestName.toString()}));
        copyPackage(folder);
        write(folder.filePath(dlibPackageName.toString()), contents(m_bytesPath).chopped(100));
        const Status truncated = convertDlibWeights(folder.path());
        QCOMPARE(truncated.error().code, FaultCode::ModelDamaged);
        QVERIFY(truncated.error().detail.startsWith(dlibPackageName));
        QVERIFY(!QFile::exists(folder.filePath(dlibModelName.toString())));
    }

    void theEmbeddingIsReproducible()
    {
        KOBAI_NEED_MODELS();
        const QString path = QDir(test::modelFolder()).filePath(dlibModelName.toString());
        QVERIFY2(QFile::exists(path), "dlib's network has not been converted: run the set-up first");
        auto first = DlibNetwork::load(path);
        auto second = DlibNetwork::load(path);
        QVERIFY(first && second);
        QImage chip(150, 150, QImage::Format_RGB888);
        for (int y = 0; y < 150; ++y) {
            for (int x = 0; x < 150; ++x)
                chip.setPixel(x, y, qRgb(x, y, (x * y) % 256));
        }
        const auto one = first->embed(chip);
        QVERIFY(one.has_value());
        QCOMPARE(*one, *first->embed(chip));
        QCOMPARE(*one, *second->embed(chip));
        QCOMPARE(first->embed(QImage(10, 10, QImage::Format_RGB888)).error().code, FaultCode::Internal);
        QCOMPARE(first->embed(chip.convertToFormat(QImage::Format_RGB32)).error().code, FaultCode::Internal);
    }

    void otherFilesAreNoNetwork()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"net.dat"_s);
        QCOMPARE(DlibNetwork::load(path).error().code, FaultCode::ModelMissing);
        write(path, "not a network");
        QCOMPARE(DlibNetwork::load(path).error().code, FaultCode::ModelDamaged);
        write(path, {});
        QCOMPARE(DlibNetwork::load(path).error().code, FaultCode::ModelDamaged);
    }
};

KOBAI_TEST(DlibWeightsTest, QCoreApplication)
#include "DlibWeightsTest.moc"
