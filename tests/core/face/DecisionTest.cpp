// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Decision.h"

#include "SyntheticFaces.h"
#include "face/Cohort.h"
#include "face/ExtremeValue.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

Candidate candidate(float score, float dlibZ = 3, float secondZ = 6)
{
    // The inverse of zScores(), which is linear.
    const ZScores zero = zScores({.dlib = 0, .second = 0});
    const ZScores one = zScores({.dlib = 1, .second = 1});
    return {.person = personId(1),
            .score = score,
            .cosines = {.dlib = (dlibZ - zero.dlib) / (one.dlib - zero.dlib),
                        .second = (secondZ - zero.second) / (one.second - zero.second)}};
}

DecisionPolicy strictPolicy()
{
    return {.threshold = 5, .margin = 1, .agreement = 1, .frames = 3, .claimThreshold = 4.5F};
}

std::vector<GalleryEntry> strangers(SyntheticFaces& faces, std::size_t count)
{
    std::vector<GalleryEntry> entries;
    while (entries.size() < count)
        entries.push_back(entryOf(entries.size(), faces.person()));
    return entries;
}

/// People who look alike, as in one family: the less so, the more @p noise.
std::vector<GalleryEntry> family(SyntheticFaces& faces, std::size_t count, float noise)
{
    const Embedding common = faces.person();
    std::vector<GalleryEntry> entries;
    while (entries.size() < count)
        entries.push_back(entryOf(entries.size(), faces.pictureOf(common, noise)));
    return entries;
}

} // namespace

class DecisionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 22] A gallery of people who look alike gets a stricter threshold than one of people who do not.
    void thresholdComesFromTheGallery()
    {
        SyntheticFaces faces;
        const DecisionPolicy usual = policyFor(Gallery(strangers(faces, 290)));
        const DecisionPolicy strict = policyFor(Gallery(family(faces, 290, 0.8F)));
        QCOMPARE(usual.threshold, 4.6F);
        QVERIFY(!usual.basis.fromGallery);
        QVERIFY(strict.basis.fromGallery);
        QVERIFY2(strict.threshold > usual.threshold + 0.3F, qPrintable(QString::number(strict.threshold)));
        QVERIFY(strict.claimThreshold > usual.claimThreshold);
        QCOMPARE(strict.basis.pairs, 290 * 289 / 2);
    }

    // [row 22] The false match rate is stated with an interval around it, and gives the wanted share of false searches.
    void theBasisStatesTheRateWithItsInterval()
    {
        SyntheticFaces faces;
        const ThresholdBasis basis = policyFor(Gallery(family(faces, 200, 0.8F))).basis;
        QVERIFY(basis.low <= basis.fmrAtThreshold && basis.fmrAtThreshold <= basis.high);
        QVERIFY(basis.high > basis.low);
        // A payment may look three times: all of them together take one stranger in a hundred for somebody.
        const double fpir = fpirOfSearch(basis.fmrAtThreshold, 200 * looksPerPayment);
        QVERIFY2(std::abs(fpir - 0.01) < 1e-4, qPrintable(QString::number(fpir)));
        QCOMPARE(policyFor(Gallery()).basis.pairs, 0);
    }

    void searchesAddUpComparisons()
    {
        QCOMPARE(fpirOfSearch(0, 600), 0.0);
        QCOMPARE(fpirOfSearch(0.5, 2), 0.75);
        QCOMPARE(fpirOfSearch(1, 3), 1.0);
        QVERIFY(std::abs(fpirOfSearch(1e-9, 1000) - 1e-6) < 1e-11);
        // And the searches of a payment.
        for (const int persons : {1, 63, 600})
            QVERIFY(std::abs(fpirOfSearch(fmrOfPayment(0.01, persons), persons * looksPerPayment) - 0.01) < 1e-12);
    }

    // Faces that no threshold tells apart: the till asks for PIN or QR first.
    void facesThatAreTooAlikeAreClaimedFirst()
    {
        SyntheticFaces faces;
        QCOMPARE(policyFor(Gallery(strangers(faces, 100))).mode, DecisionMode::Identify);
        const DecisionPolicy alike = policyFor(Gallery(family(faces, 100, 0.5F)));
        QVERIFY2(alike.threshold > 6.4F, qPrintable(QString::number(alike.threshold)));
        QVERIFY(alike.basis.tooAlike);
        QCOMPARE(alike.mode, DecisionMode::ClaimFirst);
    }

    // All captures of one face: no law can be fitted to equal scores, and the bound for small galleries would let all in.
    void aGalleryOfOneFaceIsTooAlike()
    {
        SyntheticFaces faces;
        const DecisionPolicy policy = policyFor(Gallery(family(faces, 80, 0)));
        QVERIFY(policy.threshold > 6.4F);
        QCOMPARE(policy.mode, DecisionMode::ClaimFirst);
    }

    void smallGalleriesGetTheFixedBound()
    {
        SyntheticFaces faces;
        const DecisionPolicy empty = policyFor(Gallery());
        QCOMPARE(policyFor(Gallery({entryOf(1, faces.person())})).threshold, empty.threshold);
        QCOMPARE(empty.threshold, 4.9F);
        QCOMPARE(empty.mode, DecisionMode::Identify);
        QVERIFY(empty.frames >= 3 && empty.margin > 0 && empty.claimThreshold > 0);
    }

    // One person more must not loosen the rule: at 64 persons the fit sets in, and it starts from the small galleries'
    // bound. People who are easily told apart come down to the factory's bound at the size where that was measured.
    void theFitTakesOverFromTheFixedBoundWithoutAStep()
    {
        SyntheticFaces faces;
        const std::vector<GalleryEntry> entries = strangers(faces, 320);
        const auto thresholdAt = [&](std::ptrdiff_t persons) {
            return policyFor(Gallery(std::vector(entries.begin(), entries.begin() + persons))).threshold;
        };
        const float fixed = policyFor(Gallery()).threshold;
        QCOMPARE(thresholdAt(63), fixed);
        QCOMPARE(thresholdAt(64), fixed);
        const float middle = thresholdAt(177);
        QVERIFY2(middle < fixed && middle > 4.6F, qPrintable(QString::number(middle)));
        QCOMPARE(thresholdAt(290), 4.6F);
        QCOMPARE(thresholdAt(320), 4.6F);
    }

    void theFitCountsFromSixtyFourPersonsOn()
    {
        SyntheticFaces faces;
        std::vector<GalleryEntry> alike = family(faces, 64, 0.7F);
        QVERIFY(policyFor(Gallery(alike)).threshold > 5.0F);
        alike.pop_back();
        QCOMPARE(policyFor(Gallery(alike)).threshold, policyFor(Gallery()).threshold);
    }

    // [row 23] A stranger is unknown; somebody with a double is ambiguous; nobody is identified by a hair.
    void decisionsKeepUnknownAndAmbiguousApart()
    {
        const auto verdict = [](std::vector<Candidate> best) { return decide(best, strictPolicy()); };
        QCOMPARE(verdict({}), Verdict::Unknown);
        QCOMPARE(verdict({candidate(4.9F)}), Verdict::Unknown);
        QCOMPARE(verdict({candidate(5.0F)}), Verdict::Identified);
        QCOMPARE(verdict({candidate(6.0F), candidate(5.1F)}), Verdict::Ambiguous);
        QCOMPARE(verdict({candidate(6.2F), candidate(5.1F)}), Verdict::Identified);
    }

    // [row 27] Two matchers that disagree do not identify, whatever their sum.
    void disagreeingMatchersAreSaid()
    {
        QCOMPARE(decide(std::vector{candidate(5, 0.5F, 9)}, strictPolicy()), Verdict::Disagreement);
        QCOMPARE(decide(std::vector{candidate(5, 4.5F, 0.9F)}, strictPolicy()), Verdict::Disagreement);
        QCOMPARE(decide(std::vector{candidate(5, 2, 8)}, strictPolicy()), Verdict::Identified);
    }

    // [row 28] 1:1 has a threshold of its own, and no second person whose score would count.
    void aClaimIsTheClaimedPersonOrAnother()
    {
        QCOMPARE(decideClaim(candidate(4.6F), strictPolicy()), Verdict::Identified);
        QCOMPARE(decideClaim(candidate(4.4F), strictPolicy()), Verdict::OtherPerson);
        QCOMPARE(decideClaim(candidate(9, 0.5F, 9), strictPolicy()), Verdict::OtherPerson);
    }

    void noNumberIdentifiesNobody()
    {
        QCOMPARE(decide(std::vector{candidate(notANumber)}, strictPolicy()), Verdict::Unknown);
        QCOMPARE(decide(std::vector{candidate(9), candidate(notANumber)}, strictPolicy()), Verdict::Ambiguous);
        QCOMPARE(decide(std::vector{candidate(9, notANumber)}, strictPolicy()), Verdict::Disagreement);
        QCOMPARE(decide(std::vector{candidate(9, 3, notANumber)}, strictPolicy()), Verdict::Disagreement);
        QCOMPARE(decideClaim(candidate(notANumber), strictPolicy()), Verdict::OtherPerson);
        QCOMPARE(decideClaim(candidate(9, notANumber), strictPolicy()), Verdict::OtherPerson);
    }

    // A clear face must score more than a veiled one to count the same; small cohorts change little.
    void theCohortShiftsAllCandidatesAlike()
    {
        SyntheticFaces faces;
        const std::vector<Embedding> plain{faces.person(), faces.person(), faces.person()};
        std::vector<GalleryEntry> entries;
        for (std::size_t i = 0; i < plain.size(); ++i)
            entries.push_back(entryOf(i, plain[i]));
        const Gallery gallery(entries);
        const Embedding probe = faces.pictureOf(plain[1]);
        const auto raw = gallery.search(probe, 3);
        const auto normalised = normalisedSearch(gallery, probe, 3);
        QCOMPARE(normalised.size(), raw.size());
        const float shift = normalised[0].score - raw[0].score;
        QVERIFY(std::abs(shift) < 0.3F);
        for (std::size_t i = 0; i < raw.size(); ++i) {
            QCOMPARE(normalised[i].person, raw[i].person);
            QVERIFY(std::abs(normalised[i].score - raw[i].score - shift) < 1e-4F);
        }
        QVERIFY(normalisedSearch(Gallery(), probe, 3).empty());
        QVERIFY(cohortShift({.mean = 0.2, .deviation = 0.9}) < cohortShift({.mean = 0.2, .deviation = 0.7}));
        QCOMPARE(cohortShift(cohortSpread({})), 0.0F);
    }

    void theCohortLeavesTheBestOut()
    {
        const std::vector<float> scores(100, 0.5F);
        std::vector<float> withMate = scores;
        withMate.push_back(8.0F);
        std::vector<float> withAnother = scores;
        withAnother.push_back(6.0F);
        QCOMPARE(cohortSpread(withMate).mean, cohortSpread(withAnother).mean);
        QVERIFY(std::abs(cohortSpread(withMate).deviation - cohortSpread(withAnother).deviation) < 1e-9);
    }

    // Scores of one person hang together: the interval must know it. Here a tenth of the persons make the tail.
    void theIntervalComesFromThePersons()
    {
        SyntheticFaces faces;
        std::vector<PairScore> pairs;
        constexpr int persons = 100;
        for (int a = 0; a < persons; ++a) {
            for (int b = a + 1; b < persons; ++b)
                pairs.push_back({.score = float((a * 7919 + b * 104'729) % 1000) / 1000.0F + (b < 10 ? 1.0F : 0.0F),
                                 .a = a,
                                 .b = b});
        }
        const std::vector<TailFit> fits = bootstrapTail(pairs, persons, 0.01, 50);
        QVERIFY(fits.size() >= 45);
        std::vector<double> rates;
        for (const TailFit& fit : fits)
            rates.push_back(fit.exceedance(1.5));
        const Interval interval = middle95(rates);
        QVERIFY2(interval.high > 1.5 * interval.low, qPrintable(QString::number(interval.high / interval.low)));
        QVERIFY(bootstrapTail({{notANumber, 0, 1}}, 2, 0.01, 5).empty());
        QVERIFY(bootstrapTail({}, 0, 0.01, 5).empty());
        QVERIFY(!fitTail(std::vector<float>(5000, notANumber), 0.01));
    }

    void exceedanceIsTheInverseOfTheQuantile()
    {
        for (const double shape : {-0.3, 0.0, 0.3}) {
            const TailFit fit{.start = 2, .share = 0.01, .scale = 0.5, .shape = shape};
            for (const double share : {0.01, 1e-3, 1e-5})
                QVERIFY(std::abs(fit.exceedance(fit.quantile(share)) / share - 1) < 1e-9);
            QCOMPARE(fit.exceedance(1), 0.01);
        }
        QCOMPARE((TailFit{.start = 2, .share = 0.01, .scale = 0.5, .shape = -0.5}).exceedance(9), 0.0);
    }
};

KOBAI_TEST(DecisionTest, QCoreApplication)
#include "DecisionTest.moc"
