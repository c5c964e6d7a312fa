// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FastDlibNetwork.h"

#include "Chips.h"
#include "face/ModelFolder.h"
#include "face/NetworkOutput.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <limits>
#include <thread>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr float tolerance = 1e-4F; // of each number of the normalised embedding

QString modelPath()
{
    return QDir(test::modelFolder()).filePath(dlibModelName.toString());
}

/// Infinity when one of them fails.
float worstDifference(FastDlibNetwork& fast, DlibNetwork& reference, const QImage& chip)
{
    auto got = fast.embed(chip);
    auto wanted = reference.embed(chip);
    if (!got || !wanted || !normalise(*got) || !normalise(*wanted))
        return std::numeric_limits<float>::infinity();
    float worst = 0;
    for (std::size_t i = 0; i < wanted->size(); ++i)
        worst = std::max(worst, std::abs((*got)[i] - (*wanted)[i]));
    return worst;
}

} // namespace

class FastDlibNetworkTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<FastDlibNetwork> m_fast;
    std::unique_ptr<DlibNetwork> m_reference;
    std::vector<test::FacePictures> m_faces;

    void compare(const std::vector<test::FacePictures>& faces)
    {
        float worst = 0;
        for (const test::FacePictures& face : faces)
            worst = std::max(worst, worstDifference(*m_fast, *m_reference, face.chip));
        qInfo("%zu chips, largest difference %.1e", faces.size(), double(worst));
        QVERIFY2(worst < tolerance, qPrintable(QString::number(double(worst))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        QVERIFY2(QFile::exists(modelPath()), "dlib's network has not been converted: run the set-up first");
        limitBlasThreads();
        auto fast = FastDlibNetwork::load(modelPath());
        auto reference = DlibNetwork::load(modelPath());
        QVERIFY(fast && reference);
        m_fast = std::make_unique<FastDlibNetwork>(std::move(*fast));
        m_reference = std::make_unique<DlibNetwork>(std::move(*reference));
        m_faces = test::someFaces({}, 100);
        QCOMPARE(m_faces.size(), std::size_t(100));
        if (!m_fast->isFast())
            qInfo("oneDNN does not run on this processor: dlib is compared with itself");
    }

    void aHundredChipsAgree() { compare(m_faces); }

    void aThousandChipsAgree()
    {
        const QString folder = qEnvironmentVariable("KOBAI_FACES");
        if (folder.isEmpty())
            QSKIP("the test faces are not here: set KOBAI_FACES to the folder that holds lfw-dev");
        compare(test::someFaces(folder, 1000));
    }

    // dlib's affine layers hide their numbers: those of the published file are at work, those of ours are folded.
    void affineLayersAtWorkAreFolded()
    {
        auto stock = m_reference->unfolded();
        QVERIFY(stock.has_value());
        const auto folded = m_reference->numbers();
        const auto numbers = stock->numbers();
        QVERIFY(folded && numbers);
        QCOMPARE(numbers->convolutions.size(), std::size_t(29));
        for (std::size_t i = 0; i < numbers->convolutions.size(); ++i) {
            QCOMPARE(numbers->convolutions[i].filters, folded->convolutions[i].filters);
            QCOMPARE(numbers->convolutions[i].bias, folded->convolutions[i].bias);
        }
        // An official file goes this way.
        const QTemporaryDir folder;
        const QString path = folder.filePath(dlibModelName.toString());
        QVERIFY(stock->save(path).has_value());
        auto official = FastDlibNetwork::load(path);
        QVERIFY(official.has_value());
        QCOMPARE(official->isFast(), m_fast->isFast());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(worstDifference(*official, *stock, m_faces[i].chip) < tolerance);
    }

    void whatDiffersFromDlibIsNotUsed()
    {
        const auto numbers = m_reference->numbers();
        QVERIFY(numbers.has_value());
        const auto chosenWith = [&](const auto& breaking) {
            DlibNumbers broken = *numbers;
            breaking(broken);
            auto network = FastDlibNetwork::plan(std::move(broken)).and_then(&OneDnnNetwork::compile);
            auto reference = DlibNetwork::load(modelPath());
            return FastDlibNetwork::chosen(std::move(*reference), std::move(network), numbers->means);
        };
        QCOMPARE(chosenWith([](DlibNumbers&) {})->isFast(), m_fast->isFast());
        const auto falls = [&](const auto& breaking) {
            auto chosen = chosenWith(breaking);
            const QImage& chip = m_faces.front().chip;
            return chosen && !chosen->isFast() && chosen->embed(chip) == m_reference->embed(chip);
        };
        QVERIFY(falls([](DlibNumbers& broken) { broken.convolutions[20].filters[7] += 0.05F; }));
        QVERIFY(falls([](DlibNumbers& broken) { broken.convolutions[3].bias[0] = std::nanf(""); }));
        QVERIFY(falls([](DlibNumbers& broken) { broken.last[100] = std::numeric_limits<float>::infinity(); }));
        QVERIFY(falls([](DlibNumbers& broken) { broken.last.pop_back(); }));
        QVERIFY(falls([](DlibNumbers& broken) { broken.convolutions.pop_back(); }));
        QVERIFY(falls([](DlibNumbers& broken) { broken.convolutions.clear(); }));
    }

    void wrongChipsAreFaults()
    {
        QCOMPARE(m_fast->embed({}).error().code, FaultCode::Internal);
        QCOMPARE(m_fast->embed(QImage(112, 112, QImage::Format_RGB888)).error().code, FaultCode::Internal);
        QCOMPARE(m_fast->embed(QImage(150, 150, QImage::Format_RGB32)).error().code, FaultCode::Internal);
    }

    void aMissingOrDamagedFileIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(dlibModelName.toString());
        QCOMPARE(FastDlibNetwork::load(path).error(), (Fault{FaultCode::ModelMissing, dlibModelName.toString()}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("none") == 4);
        file.close();
        QCOMPARE(FastDlibNetwork::load(path).error().code, FaultCode::ModelDamaged);
    }

    // The vision worker uses what another thread has loaded.
    void anotherThreadGetsTheSame()
    {
        const QImage& chip = m_faces.front().chip;
        const auto here = m_fast->embed(chip);
        QVERIFY(here.has_value());
        std::thread([&] { QCOMPARE(m_fast->embed(chip), here); }).join();
    }

    void sameMeansTheSameNumbers()
    {
        const std::vector<float> reference{1, -2, 3};
        QVERIFY(sameOutput(reference, reference));
        QVERIFY(sameOutput(std::vector<float>{1.0002F, -2, 3}, reference));
        QVERIFY(!sameOutput(std::vector<float>{1.0004F, -2, 3}, reference));
        QVERIFY(!sameOutput(std::vector<float>{1, -2}, reference));
        QVERIFY(!sameOutput(std::vector<float>{1, -2, 3, 0}, reference));
        QVERIFY(!sameOutput(std::vector<float>{1, -2, std::nanf("")}, reference));
        QVERIFY(!sameOutput(reference, std::vector<float>{1, -2, std::nanf("")}));
    }
};

KOBAI_TEST(FastDlibNetworkTest, QCoreApplication)
#include "FastDlibNetworkTest.moc"
