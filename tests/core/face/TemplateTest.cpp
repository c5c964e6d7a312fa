// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Template.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <limits>

using namespace kobai;
using namespace kobai::face;
using kobai::test::mapFor;
using kobai::test::SyntheticFaces;

namespace {

double largestDifference(const Embedding& a, const Embedding& b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.dlib.size(); ++i)
        most = std::max(most, double(std::abs(a.dlib[i] - b.dlib[i])));
    for (std::size_t i = 0; i < a.second.size(); ++i)
        most = std::max(most, double(std::abs(a.second[i] - b.second[i])));
    return most;
}

} // namespace

class TemplateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 32] The protection costs no accuracy: scores between mapped vectors are the plain ones.
    void protectedScoresEqualPlainOnes()
    {
        SyntheticFaces faces;
        for (int i = 0; i < 200; ++i) {
            const Embedding a = faces.person();
            const Embedding b = i % 2 == 0 ? faces.pictureOf(a) : faces.person();
            const ProtectionMap map = mapFor(std::uint8_t(i));
            const Cosines plain = cosines(a, b);
            const Cosines mapped = cosines(map.apply(a), map.apply(b));
            QVERIFY(std::abs(plain.dlib - mapped.dlib) < 1e-5F);
            QVERIFY(std::abs(plain.second - mapped.second) < 1e-5F);
        }
    }

    void undoIsTheInverse()
    {
        SyntheticFaces faces;
        const Embedding plain = faces.person();
        const ProtectionMap map = mapFor(3);
        QVERIFY(largestDifference(map.undo(map.apply(plain)), plain) < 1e-5);
        QVERIFY(largestDifference(map.apply(plain), plain) > 0.05);
    }

    // [row 32] A copy under another person's seed, another store's secret or an earlier epoch matches nothing.
    void anotherKeyGivesAnUnrelatedVector()
    {
        SyntheticFaces faces;
        const Embedding plain = faces.person();
        const Embedding mine = mapFor(1).apply(plain);
        for (const ProtectionMap& other : {mapFor(2), mapFor(1, 't'), mapFor(1, 's', 1)}) {
            const Cosines across = cosines(mine, other.apply(plain));
            QVERIFY(std::abs(across.dlib) < 0.4F); // four deviations of unrelated vectors: 1 / sqrt(128)
            QVERIFY(std::abs(across.second) < 0.2F);
        }
        const Cosines again = cosines(mine, mapFor(1).apply(plain));
        QVERIFY(again.second > 0.9999F);
    }

    void blobsComeBackUnchanged()
    {
        SyntheticFaces faces;
        const Embedding embedding = faces.person();
        const QByteArray blob = encodeTemplate(embedding);
        QCOMPARE(blob.size(), 4 + 4 * (128 + 512));
        const auto decoded = decodeTemplate(blob);
        QVERIFY(decoded.has_value());
        QCOMPARE(largestDifference(*decoded, embedding), 0.0);
    }

    void unitLengthIsOneRule()
    {
        SyntheticFaces faces;
        QVERIFY(isUnitLength(faces.person()));
        Embedding nearly = faces.person();
        for (float& value : nearly.second)
            value *= 1.002F; // the square is off by four thousandths
        QVERIFY(isUnitLength(nearly.dlib));
        QVERIFY(!isUnitLength(nearly));
        QVERIFY(!decodeTemplate(encodeTemplate(nearly)));
        Embedding broken = faces.person();
        broken.dlib[0] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!isUnitLength(broken));
    }

    void wrongBlobsAreRefused()
    {
        SyntheticFaces faces;
        const QByteArray good = encodeTemplate(faces.person());
        QVERIFY(!decodeTemplate({}));
        QVERIFY(!decodeTemplate(good.chopped(1)));
        QVERIFY(!decodeTemplate(good + 'x'));
        QByteArray otherVersion = good;
        otherVersion[0] = 9;
        QVERIFY(!decodeTemplate(otherVersion));
        Embedding broken = faces.person();
        broken.second[7] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!decodeTemplate(encodeTemplate(broken)));
        Embedding tooLong = faces.person();
        tooLong.dlib[0] += 1;
        QVERIFY(!decodeTemplate(encodeTemplate(tooLong)));
    }
};

KOBAI_TEST(TemplateTest, QCoreApplication)
#include "TemplateTest.moc"
