// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OpenSetTest.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

/// @p pictures of each of @p persons; the first of all could not be encoded.
EncodedFaces testSet(int persons, int pictures)
{
    SyntheticFaces faces;
    std::vector<std::optional<Embedding>> embeddings;
    for (int person = 0; person < persons; ++person) {
        const Embedding one = faces.person();
        for (int picture = 0; picture < pictures; ++picture)
            embeddings.emplace_back(faces.pictureOf(one));
    }
    embeddings.front().reset();
    return EncodedFaces(std::vector<int>(std::size_t(persons), pictures), std::move(embeddings));
}

bool goOn(int, int)
{
    return true;
}

} // namespace

class OpenSetTestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsMeasured()
    {
        const EncodedFaces faces = testSet(120, 4);
        const OpenSetTest test(faces, {.gallery = 70, .enrol = 2, .probe = 1, .seed = 3}, 3, 200);
        const auto report = test.run(goOn);
        QVERIFY(report.has_value());
        QCOMPARE(report->persons, 120);
        QCOMPARE(report->gallery, 70);
        QCOMPARE(report->strangers, 50);
        QCOMPARE(report->nonMatedSearches, 3 * 50);
        QCOMPARE(report->matedSearches, 3 * 70 * 2);
        QCOMPARE(report->failuresToAcquire, 1);
        QVERIFY(report->rank1 && report->rank1->value > 0.99);
        QVERIFY(report->rank1->interval.low > 0.9);
        QCOMPARE(report->shipped.fpir.value, 0.0);
        QVERIFY(report->shipped.fpir.interval.high > 0.03); // 50 persons prove no more
        QVERIFY(!report->elsewhere);
        QCOMPARE(report->det.size(), std::size_t(61));
        for (std::size_t i = 1; i < report->det.size(); ++i)
            QVERIFY(report->det[i].misses <= report->det[i - 1].misses);
    }

    // Whoever is only a stranger leaves nothing to miss: no rate, rather than a rate of 0.
    void withoutMatedSearchesThereAreNoMatedRates()
    {
        const EncodedFaces faces = testSet(60, 1);
        const auto report = OpenSetTest(faces, {.gallery = 40, .enrol = 1, .probe = 1, .seed = 1}, 2, 50).run(goOn);
        QVERIFY(report.has_value());
        QVERIFY(!report->rank1 && !report->fnir[0] && !report->shipped.fnir && !report->shipped.misidentified);
        QVERIFY(report->det.empty());
    }

    // The same searches under a threshold that nobody reaches: everybody is missed, nobody let in.
    void anotherGallerysPolicyHasAPrice()
    {
        const EncodedFaces faces = testSet(100, 3);
        const OpenSetPlan plan{.gallery = 70, .enrol = 2, .probe = 1, .seed = 1};
        auto policies = OpenSetTest::policies(faces, plan, 2);
        QVERIFY(policies.has_value());
        QCOMPARE(policies->size(), std::size_t(2));
        for (DecisionPolicy& policy : *policies)
            policy.threshold = 100;
        OpenSetTest test(faces, plan, 2, 50);
        test.judgeAlsoBy(*policies);
        const auto report = test.run(goOn);
        QVERIFY(report && report->elsewhere && report->elsewhere->fnir);
        QCOMPARE(report->elsewhere->threshold, 100.0F);
        QCOMPARE(report->elsewhere->fnir->value, 1.0);
        QCOMPARE(report->elsewhere->fpir.value, 0.0);
        QVERIFY(report->shipped.fnir->value < 0.5);
    }

    void tooFewPersonsAndAStopAreFaults()
    {
        const EncodedFaces faces = testSet(10, 2);
        const OpenSetPlan all{.gallery = 10, .enrol = 1, .probe = 1, .seed = 1};
        QCOMPARE(OpenSetTest(faces, all, 1, 10).run(goOn).error().code, FaultCode::PictureUnreadable);
        const EncodedFaces nobody({1, 1}, {std::nullopt, std::nullopt});
        QCOMPARE(OpenSetTest::policies(nobody, all, 1).error().code, FaultCode::PictureUnreadable);
        const OpenSetPlan some{.gallery = 5, .enrol = 1, .probe = 1, .seed = 1};
        const auto stop = [](int, int) { return false; };
        QCOMPARE(OpenSetTest(faces, some, 4, 10).run(stop).error().code, FaultCode::Cancelled);
    }
};

KOBAI_TEST(OpenSetTestTest, QCoreApplication)
#include "OpenSetTestTest.moc"
