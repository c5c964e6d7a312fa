// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/SelfTest.h"

#include "SyntheticFaces.h"
#include "face/Cohort.h"
#include "face/Decision.h"
#include "face/EncodedFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
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
        QCOMPARE(report.pairsAtThreshold(), 1);
        QCOMPARE(report.leftOutSearches, 200);
        QCOMPARE(report.leftOutIdentified, 2); // each is taken for the other
        QVERIFY(report.leftOutFpir.interval.low > 0 && report.leftOutFpir.interval.high < 0.04);
        QVERIFY(report.fmrBound > 1.0 / 19'900 && report.fmrBound < 10.0 / 19'900);
    }

    // The till is asked itself: everybody searched for in a gallery of all the others, by its own score and rule.
    void itCountsWhatTheTillWouldDecide()
    {
        SyntheticFaces faces;
        std::vector<Embedding> references;
        for (int i = 0; i < 120; ++i)
            references.push_back(faces.person());
        for (int i = 0; i < 20; ++i) // some nearer, some farther than a threshold
            references.push_back(faces.pictureOf(references[std::size_t(i)], 0.1F + 0.12F * float(i)));
        const auto galleryWithout = [&](std::size_t left) {
            std::vector<GalleryEntry> entries;
            for (std::size_t i = 0; i < references.size(); ++i) {
                if (i != left)
                    entries.push_back(testEntry(int(i), references[i]));
            }
            return Gallery(std::move(entries));
        };
        const Gallery whole = galleryWithout(references.size());
        const DecisionPolicy policy = policyFor(Gallery()); // of its own such a gallery would ask for the number first
        int identified = 0;
        std::set<std::pair<PersonId, PersonId>> reaching;
        std::vector<float> best;
        for (std::size_t i = 0; i < references.size(); ++i) {
            const auto found = normalisedSearch(galleryWithout(i), references[i], int(references.size()));
            identified += decide(found, policy) == Verdict::Identified ? 1 : 0;
            for (const Candidate& candidate : found) {
                if (candidate.score >= policy.threshold)
                    reaching.insert(std::minmax(candidate.person, testEntry(int(i), references[i]).person));
            }
            best.push_back(found.front().score);
        }
        const SelfTestReport report = testGallery(whole, policy, {}, goOn).value_or(SelfTestReport());
        QVERIFY2(identified > 5 && identified < 40, qPrintable(QString::number(identified))); // something to count
        QCOMPARE(report.leftOutIdentified, identified);
        QCOMPARE(report.pairsAtThreshold(), std::int64_t(reaching.size()));
        for (const Pair& pair : report.reaching)
            QVERIFY(reaching.contains({pair.a, pair.b}));
        QVERIFY(std::abs(report.closest.front().score - std::ranges::max(best)) < 0.02F); // in 16 bits
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
