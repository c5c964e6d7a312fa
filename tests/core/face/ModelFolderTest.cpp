// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ModelFolder.h"

#include "core/face/Models.h"
#include "face/Engine.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

/// [row 26]
class ModelFolderTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(QStringView name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name.toString()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray network("\x01\x01\x01\x0dloss_metric_2 and layers");
        write(u"zeta.dat", network + "z");
        write(u"alpha.dat", network + "a");
        write(face::dlibModelName, network);
        write(face::landmarkModelName, "\x01\x01\x81\x88 no network");
        write(u"notes.dat", "");
        write(u"alpha.txt", network);
        write(face::secondModelName, "onnx");
    }

    void onlyFaceNetworksAreOfferedTheShippedOneFirst()
    {
        QCOMPARE(face::availableModels(m_folder.path()),
                 (QStringList{face::dlibModelName.toString(), u"alpha.dat"_s, u"zeta.dat"_s}));
        QVERIFY(face::availableModels(m_folder.filePath(u"nowhere"_s)).isEmpty());
        QVERIFY(face::availableModels({}).isEmpty());
    }

    void theIdFollowsTheFilesAndNotTheirNames()
    {
        const auto id = [&](const QString& name) { return face::modelId(m_folder.path(), {name}).value(); };
        const QString shipped = id({});
        QCOMPARE(shipped.size(), 32);
        QCOMPARE(id(face::dlibModelName.toString()), shipped);
        QVERIFY(id(u"alpha.dat"_s) != shipped);
        QVERIFY(id(u"alpha.dat"_s) != id(u"zeta.dat"_s));
        QVERIFY(QFile::copy(m_folder.filePath(u"zeta.dat"_s), m_folder.filePath(u"other.dat"_s)));
        QCOMPARE(id(u"other.dat"_s), id(u"zeta.dat"_s));
        write(face::secondModelName, "another onnx");
        QVERIFY(id({}) != shipped);
        write(face::secondModelName, "onnx");
        QCOMPARE(id({}), shipped);
    }

    void whatIsMissingIsNamed()
    {
        const auto missing = face::modelId(m_folder.path(), {u"gone.dat"_s});
        QVERIFY(!missing);
        QCOMPARE(missing.error(), (Fault{FaultCode::ModelMissing, u"gone.dat"_s}));
        QCOMPARE(face::modelId({}, {}).error().code, FaultCode::ModelMissing);
        const QTemporaryDir empty;
        QVERIFY(QFile::copy(m_folder.filePath(u"alpha.dat"_s), empty.filePath(u"alpha.dat"_s)));
        QCOMPARE(face::modelId(empty.path(), {u"alpha.dat"_s}).error(),
                 (Fault{FaultCode::ModelMissing, face::secondModelName.toString()}));
    }

    /// Templates of stores made before there was a choice carry this very id; it is in the code because it must not change with the
    /// Debian release, whose dlib writes the same weights otherwise.
    void theShippedModelsHaveTheIdThatIsCompiledIn()
    {
        KOBAI_NEED_MODELS();
        QCOMPARE(face::modelId(test::modelFolder(), {}).value(), face::shippedModelId());
        QCOMPARE(face::shippedModelId(), u"e4c7fa0a4951f012494191133158619e"_s);
        QVERIFY(face::checkModels(test::modelFolder()));
        QCOMPARE(face::availableModels(test::modelFolder()).value(0), face::dlibModelName.toString());
    }

    void theChosenNetworkIsTheOneThatRuns()
    {
        KOBAI_NEED_MODELS();
        const QTemporaryDir folder;
        const QDir models(test::modelFolder());
        for (const face::ModelFile& file : face::modelFiles()) {
            const QString name = file.name.toString();
            QVERIFY(QFile::link(models.absoluteFilePath(name), folder.filePath(name)));
        }
        QVERIFY(QFile::link(models.absoluteFilePath(face::dlibModelName.toString()), folder.filePath(u"other.dat"_s)));
        QVERIFY(QFile::copy(m_folder.filePath(u"alpha.dat"_s), folder.filePath(u"alpha.dat"_s)));
        QVERIFY(face::Engine::load(folder.path(), {u"other.dat"_s}));
        QCOMPARE(face::Engine::load(folder.path(), {u"gone.dat"_s}).error().code, FaultCode::ModelMissing);
        // The right beginning, and then no layers.
        QCOMPARE(face::Engine::load(folder.path(), {u"alpha.dat"_s}).error().code, FaultCode::ModelDamaged);
    }
};

KOBAI_TEST(ModelFolderTest, QCoreApplication)
#include "ModelFolderTest.moc"
