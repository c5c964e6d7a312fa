// SPDX-License-Identifier: GPL-3.0-or-later
#include "Chips.h"
#include "face/Engine.h"
#include "face/FastDlibNetwork.h"
#include "face/ModelFolder.h"
#include "face/SecondNetwork.h"
#include "support/PlainMemory.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

/// [row 18] What the networks of today's processors (OnnxNetwork) leave of a face in memory: no plain embedding, neither as it is used nor as it came out of the last layer.
class PlainEncodingTest final : public QObject {
    Q_OBJECT

    FacePictures m_face;

    [[nodiscard]] static QString dlibPath() { return QDir(modelFolder()).filePath(dlibModelName.toString()); }

    /// The embedding is gone when this returns, the network is not.
    template <typename Network>
    static QByteArray patternOf(Network& network, const QImage& picture)
    {
        const auto embedding = network.embed(picture);
        return embedding ? maskedPattern(*embedding) : QByteArray();
    }

    template <typename Network>
    static void leavesNothing(Result<Network> network, const QImage& picture)
    {
        QVERIFY(network.has_value());
        const QByteArray pattern = patternOf(*network, picture);
        QVERIFY(!pattern.isEmpty());
        QCOMPARE(copiesInMemory({pattern}), 0);
        QCOMPARE(patternOf(*network, picture), pattern); // and the next run is not disturbed
    }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        const auto faces = someFaces({}, 1);
        QCOMPARE(faces.size(), std::size_t(1));
        m_face = faces.front();
    }

    void theFastDlibNetworkLeavesNothing() { leavesNothing(FastDlibNetwork::load(dlibPath()), m_face.chip); }
    void dlibItselfLeavesNothing() { leavesNothing(DlibNetwork::load(dlibPath()), m_face.chip); }
    void theSecondNetworkLeavesNothing() { leavesNothing(SecondNetwork::load(modelFolder()), m_face.inner); }

    void theEngineLeavesNothing_data()
    {
        QTest::addColumn<Engine::View>("view");
        QTest::newRow("both ways") << Engine::View::BothWays;
        QTest::newRow("mirrored") << Engine::View::Mirrored;
    }

    void theEngineLeavesNothing()
    {
        QFETCH(Engine::View, view);
        const auto engine = Engine::load(modelFolder());
        QVERIFY(engine.has_value());
        const QImage picture = stillFrames(QDir(modelFolder()).filePath(u"clips/franck.mp4"_s), {0}).front();
        const auto found = (*engine)->detect(picture);
        QVERIFY(found.has_value() && !found->empty());
        const auto located = (*engine)->locate(picture, found->front().box);
        QVERIFY(located.has_value());
        QList<QByteArray> patterns;
        {
            const auto embedding = (*engine)->encode(picture, *located, view);
            QVERIFY(embedding.has_value());
            patterns = {maskedPattern(embedding->dlib), maskedPattern(embedding->second)};
        }
        QCOMPARE(copiesInMemory(patterns), 0);
    }
};

KOBAI_TEST(PlainEncodingTest, QGuiApplication)
#include "PlainEncodingTest.moc"
