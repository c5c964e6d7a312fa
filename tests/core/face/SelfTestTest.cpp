// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SelfTest.h"

#include "SyntheticFaces.h"
#include "face/EncodedFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <set>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

bool goOn(int, int)
{
    return true;
}

SelfTestReport tested(const Gallery& gallery)
{
    return testGallery(gallery, policyFor(gallery), {}, goOn).value_or(SelfTestReport());
}

} // namespace

// [row 22]
class SelfTestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDoubleIsTheClosestPairAndIsFoundWhenLeftOut()
    {
        SyntheticFaces faces;
        std::vector<GalleryEntry> entries;
        Embedding last;
        for (int i = 0; i < 199; ++i)
            entries.push_back(testEntry(i, last = faces.person()));
        entries.push_back(testEntry(199, faces.pictureOf(last, 0.1F)));
        const Gallery gallery(std::move(entries));
        const SelfTestReport report = tested(gallery);
        QCOMPARE(report.persons, 200);
        QCOMPARE(report.pairs, 19'900);
        QCOMPARE(report.closest.size(), std::size_t(20));
        const std::set<int> closest{testPerson(report.closest.front().a), testPerson(report.closest.front().b)};
        QCOMPARE(closest, (std::set<int>{198, 199}));
        QVERIFY(report.closest.front().score > report.threshold);
        QCOMPARE(report.pairsAtThreshold, 1);
        QCOMPARE(report.leftOutSearches, 200);
        QCOMPARE(report.leftOutIdentified, 2); // each is taken for the other
        QVERIFY(report.leftOutFpir.interval.low > 0 && report.leftOutFpir.interval.high < 0.04);
        QVERIFY(report.fmrBound > 1.0 / 19'900 && report.fmrBound < 10.0 / 19'900);
    }

    void strangersAreBoundedByTheFitMoreTightlyThanByCounting()
    {
        SyntheticFaces faces;
        std::vector<GalleryEntry> entries;
        for (int i = 0; i < 600; ++i)
            entries.push_back(testEntry(i, faces.person()));
        const Gallery gallery(std::move(entries));
        const SelfTestReport report = tested(gallery);
        QCOMPARE(report.leftOutIdentified, 0);
        QVERIFY(report.fmr && report.fpir && report.proposedInterval);
        QVERIFY(report.fmr->interval.low <= report.fmr->value && report.fmr->value <= report.fmr->interval.high);
        QVERIFY(report.fmr->value < report.fmrBound);
        QVERIFY(report.fpir->value < 0.011); // the threshold in force is the policy's own
        QVERIFY(report.proposedInterval->low < report.proposedInterval->high);
        QVERIFY(!report.isTooAlike);
    }

    void galleriesOfNobodyAndOneHaveNothingToCompare()
    {
        SyntheticFaces faces;
        QCOMPARE(tested(Gallery()).persons, 0);
        const SelfTestReport one = tested(Gallery({testEntry(1, faces.person())}));
        QCOMPARE(one.persons, 1);
        QCOMPARE(one.pairs, 0);
        QVERIFY(one.closest.empty() && !one.fmr && !one.fpir);
        const SelfTestReport two = tested(Gallery({testEntry(1, faces.person()), testEntry(2, faces.person())}));
        QCOMPARE(two.closest.size(), std::size_t(1));
        QVERIFY(!two.fmr); // too few for a fit, and it says so
    }

    void itCanBeStopped()
    {
        SyntheticFaces faces;
        std::vector<GalleryEntry> entries;
        for (int i = 0; i < 100; ++i)
            entries.push_back(testEntry(i, faces.person()));
        const Gallery gallery(std::move(entries));
        const auto stopped = testGallery(gallery, policyFor(gallery), {}, [](int, int) { return false; });
        QCOMPARE(stopped.error().code, FaultCode::Cancelled);
    }
};

KOBAI_TEST(SelfTestTest, QCoreApplication)
#include "SelfTestTest.moc"
