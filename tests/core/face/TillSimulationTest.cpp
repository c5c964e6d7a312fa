// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/TillSimulation.h"

#include "Models.h"
#include "SyntheticFaces.h"
#include "face/EmbeddingCache.h"
#include "face/FaceFolder.h"
#include "face/ModelFolder.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QCoreApplication>
#include <QDir>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

bool goOn(int, int)
{
    return true;
}

/// $KOBAI_FACES or the workplace's folder beside the project; empty when neither is there.
QString facesFolder()
{
    const QString named = qEnvironmentVariable("KOBAI_FACES");
    const QDir faces(named.isEmpty() ? test::sourceFile(u"../shared/faces"_s) : named);
    return faces.exists(u"lfw-dev"_s) ? faces.filePath(u"lfw-dev"_s) : QString();
}

} // namespace

// [row 23] [row 24] Strangers are refused, the enrolled accepted, nobody is taken for another.
class TillSimulationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnFacesAreToldApart()
    {
        const std::vector<int> pictures(300, 5);
        const TillPlan plan{.attempts = 2000, .gallery = 100, .enrol = 3, .frames = 5, .strangers = 0, .seed = 1};
        const TillSimulation simulation(pictures, plan);
        SyntheticFaces faces;
        std::vector<Embedding> persons;
        for (std::size_t i = 0; i < pictures.size(); ++i)
            persons.push_back(faces.person());
        std::vector<std::optional<Embedding>> embeddings;
        for (const auto& each : simulation.pictures())
            embeddings.emplace_back(faces.pictureOf(persons[std::size_t(each.person)]));
        const auto report = simulation.run(embeddings, goOn);
        QVERIFY(report.has_value());
        QCOMPARE(report->gallery, 100);
        QCOMPARE(report->strangers, 200);
        QCOMPARE(report->enrolledAttempts + report->strangerAttempts, 2000);
        QVERIFY(report->lookAlikeAttempts > 100 && report->enrolledAttempts > 900);
        QCOMPARE(report->misidentified, 0);
        QCOMPARE(report->enrolledAccepted, report->enrolledAttempts);
        QCOMPARE(report->strangersRefused, report->strangerAttempts);
        const auto again = simulation.run(embeddings, goOn);
        QCOMPARE(again->enrolledAttempts, report->enrolledAttempts); // the seed decides
        QCOMPARE(simulation.run(embeddings, [](int, int) { return false; }).error().code, FaultCode::Cancelled);
    }

    // An enrolled picture is never shown at the till.
    void enrolledPicturesAreNotShown()
    {
        const std::vector<int> pictures{4, 6, 1, 1, 2};
        const TillSimulation simulation(
            pictures, {.attempts = 1, .gallery = 2, .enrol = 3, .frames = 5, .strangers = 0, .seed = 2});
        for (const auto& enrolled : simulation.pictures()) {
            QVERIFY(enrolled.picture < pictures[std::size_t(enrolled.person)]);
            if (enrolled.degradation != 0)
                continue;
            for (const auto& shown : simulation.pictures())
                QVERIFY(shown.degradation == 0 || shown.person != enrolled.person || shown.picture != enrolled.picture);
        }
    }

    void nobodyToEnrolOrNoStrangerIsAFault()
    {
        const std::vector<int> single(5, 1);
        const TillSimulation simulation(single, {});
        const std::vector<std::optional<Embedding>> none(simulation.pictures().size());
        QCOMPARE(simulation.run(none, goOn).error().code, FaultCode::PictureUnreadable);
    }

    // The large form is `kobai evaluate till`; this one keeps its embeddings for the next time.
    void facesOfPressPhotosAreToldApart()
    {
        if (facesFolder().isEmpty())
            QSKIP("the test faces are not here: set KOBAI_FACES to the folder that holds lfw-dev");
        KOBAI_NEED_MODELS();
        const auto folder = FaceFolder::read(facesFolder());
        QVERIFY(folder.has_value());
        const TillPlan plan{.attempts = 3000, .gallery = 40, .enrol = 3, .frames = 5, .strangers = 60, .seed = 1};
        const TillSimulation simulation(folder->pictureCount, plan);
        std::vector<TestPicture> pictures;
        for (const auto& each : simulation.pictures())
            pictures.push_back({.path = folder->pictures[folder->firstPicture[std::size_t(each.person)] + each.picture],
                                .degradation = each.degradation});
        const QString models = test::modelFolder();
        const QString kept = QDir(QCoreApplication::applicationDirPath()).filePath(u"../face-cache"_s);
        const auto encoded = EmbeddingCache(kept, modelSetHash(models)).encode(pictures, models, goOn);
        QVERIFY(encoded.has_value());
        const auto report = simulation.run(encoded->embeddings, goOn);
        QVERIFY(report.has_value());
        qInfo("seed %llu: of %d enrolled %d accepted, %d misidentified; of %d strangers %d refused; %d encoded now",
              static_cast<unsigned long long>(plan.seed), report->enrolledAttempts, report->enrolledAccepted,
              report->misidentified, report->strangerAttempts, report->strangersRefused, encoded->fresh);
        QVERIFY(report->misidentified <= 1);
        QVERIFY(report->enrolledAccepted
                >= 0.97 * report->enrolledAttempts); // at one look of the three that a payment may have
        QVERIFY(report->strangersRefused >= 0.997 * report->strangerAttempts);
    }
};

KOBAI_TEST(TillSimulationTest, QCoreApplication)
#include "TillSimulationTest.moc"
