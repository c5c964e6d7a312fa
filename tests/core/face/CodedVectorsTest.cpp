// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CodedVectors.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <limits>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

/// Everything in one element: nothing spreads the rounding.
Embedding spike(std::size_t element, float sign = 1)
{
    Embedding result;
    result.dlib[element % result.dlib.size()] = sign;
    result.second[element] = -sign;
    return result;
}

/// One large element and many that are about half a coarse step, where rounding is worst.
Embedding halfSteps(std::size_t element)
{
    Embedding result;
    result.dlib.fill(1 / 254.0F);
    result.second.fill(-1 / 254.0F);
    result.dlib[element % result.dlib.size()] = 1;
    result.second[element] = 1;
    (void)normalise(result.dlib);
    (void)normalise(result.second);
    return result;
}

std::vector<Embedding> manyKinds(unsigned seed)
{
    SyntheticFaces faces(seed);
    std::vector<Embedding> all;
    for (std::size_t i = 0; i < 60; ++i) {
        all.push_back(faces.person());
        all.push_back(faces.pictureOf(all.back()));
        all.push_back(spike(i * 8, i % 2 == 0 ? 1.0F : -1.0F));
        all.push_back(halfSteps(i * 8));
    }
    return all;
}

CodedVectors coded(const std::vector<Embedding>& all)
{
    CodedVectors vectors;
    for (const Embedding& each : all)
        vectors.add(each);
    return vectors;
}

} // namespace

class CodedVectorsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsWhatWasAddedInSixteenBits()
    {
        const std::vector<Embedding> all = manyKinds(1);
        const CodedVectors vectors = coded(all);
        QCOMPARE(vectors.size(), int(all.size()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Embedding stored = vectors.at(int(i));
            const auto isNear = [](std::span<const float> a, std::span<const float> b) {
                float largest = 0;
                for (const float value : a)
                    largest = std::max(largest, std::abs(value));
                for (std::size_t k = 0; k < a.size(); ++k) {
                    if (std::abs(a[k] - b[k]) > largest / 64000)
                        return false;
                }
                return true;
            };
            QVERIFY(isNear(all[i].dlib, stored.dlib));
            QVERIFY(isNear(all[i].second, stored.second));
        }
    }

    // The proof of the docstring against vectors that are made to hurt it: no score is ever above its bound.
    void noScoreIsAboveItsBound()
    {
        const CodedVectors vectors = coded(manyKinds(1));
        CodedVectors::Bounds bounds{};
        for (const Embedding& probe : manyKinds(2)) {
            for (const Simd simd : availableSimd()) {
                vectors.upperBounds(CodedProbe(probe), bounds, simd);
                for (int i = 0; i < vectors.size(); ++i)
                    QVERIFY(fusedScore(vectors.cosinesWith(i, probe)) <= bounds[std::size_t(i)]);
            }
        }
    }

    // A bound that is far off would be right and useless.
    void theBoundIsTightOnFaces()
    {
        SyntheticFaces faces;
        const ProtectionMap map = mapFor(1);
        CodedVectors vectors;
        while (!vectors.isFull())
            vectors.add(map.apply(faces.person()));
        CodedVectors::Bounds bounds{};
        float most = 0;
        for (int probe = 0; probe < 20; ++probe) {
            const Embedding turned = map.apply(faces.person());
            vectors.upperBounds(CodedProbe(turned), bounds);
            for (int i = 0; i < vectors.size(); ++i)
                most = std::max(most, bounds[std::size_t(i)] - fusedScore(vectors.cosinesWith(i, turned)));
        }
        QVERIFY2(most < 0.4F, qPrintable(QString::number(most)));
    }

    void everyProcessorGetsTheSameBounds()
    {
        const CodedVectors vectors = coded(manyKinds(1));
        for (const Embedding& probe : manyKinds(3)) {
            CodedVectors::Bounds plain{};
            vectors.upperBounds(CodedProbe(probe), plain, Simd::Plain);
            for (const Simd simd : availableSimd()) {
                CodedVectors::Bounds other{};
                vectors.upperBounds(CodedProbe(probe), other, simd);
                QVERIFY2(std::memcmp(&plain, &other, sizeof plain) == 0, qPrintable(QString::number(int(simd))));
            }
        }
    }

    void theLargestCodesDoNotOverflow()
    {
        std::vector<CoarseBlock> blocks(2);
        CoarseCodes probe;
        probe.fill(-127);
        blocks[0].codes.fill(127);
        blocks[1].codes.fill(-127);
        for (const Simd simd : availableSimd()) {
            std::vector<CoarseSums> sums(2);
            scanCoarse(blocks, probe, sums, simd);
            for (std::size_t i = 0; i < CoarseBlock::vectors; ++i) {
                QCOMPARE(sums[0].dlib[i], -127 * 127 * 128);
                QCOMPARE(sums[0].second[i], -127 * 127 * 512);
                QCOMPARE(sums[1].dlib[i], 127 * 127 * 128);
                QCOMPARE(sums[1].second[i], 127 * 127 * 512);
            }
        }
    }

    void aProbeWithoutLengthIsNoTrouble()
    {
        const CodedVectors vectors = coded(manyKinds(1));
        CodedVectors::Bounds bounds{};
        vectors.upperBounds(CodedProbe(Embedding{}), bounds);
        const float nothing = fusedScore({.dlib = 0, .second = 0});
        for (int i = 0; i < vectors.size(); ++i) {
            QVERIFY(bounds[std::size_t(i)] >= nothing);
            QVERIFY(bounds[std::size_t(i)] < nothing + 0.01F);
        }
    }

    void wipingLeavesNothing()
    {
        CodedVectors vectors = coded(manyKinds(1));
        vectors.wipe();
        QCOMPARE(vectors.size(), 0);
        vectors.wipe();
        vectors.add(SyntheticFaces().person());
        QCOMPARE(vectors.size(), 1);
    }
};

KOBAI_TEST(CodedVectorsTest, QCoreApplication)
#include "CodedVectorsTest.moc"
