// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Gallery.h"

#include "SyntheticFaces.h"
#include "face/Decision.h"

#include <QTest>

#include <algorithm>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

Candidate candidate(float score, float dlibZ = 3, float secondZ = 6)
{
    return {.person = personId(1),
            .score = score,
            .cosines = {.dlib = 0.8334F + 0.0346F * dlibZ, .second = 0.0060F + 0.0964F * secondZ}};
}

} // namespace

class GalleryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchIsExactAndSorted()
    {
        SyntheticFaces faces;
        std::vector<Embedding> plain;
        std::vector<GalleryEntry> entries;
        for (std::uint8_t i = 0; i < 40; ++i) {
            plain.push_back(faces.person());
            entries.push_back(entryOf(i, plain.back()));
        }
        const Gallery gallery(entries);
        const Embedding probe = faces.pictureOf(plain[17]);
        const auto best = gallery.search(probe, 40);
        QCOMPARE(best.size(), std::size_t(40));
        QCOMPARE(best.front().person, personId(17));
        QVERIFY(std::ranges::is_sorted(best, std::greater<>(), &Candidate::score));
        for (const Candidate& each : best) {
            const float expected = fusedScore(cosines(probe, plain[each.person.toBytes().back()]));
            QVERIFY(std::abs(each.score - expected) < 1e-3F);
        }
        QCOMPARE(gallery.search(probe, 2).size(), std::size_t(2));
        QCOMPARE(gallery.search(probe, 0).size(), std::size_t(0));
        QVERIFY(Gallery().search(probe, 5).empty());
    }

    void impostorScoresAreThoseOfAllPairs()
    {
        SyntheticFaces faces;
        std::vector<Embedding> plain;
        std::vector<GalleryEntry> entries;
        for (std::uint8_t i = 0; i < 12; ++i) {
            plain.push_back(faces.person());
            entries.push_back(entryOf(i, plain.back()));
        }
        std::vector<float> expected;
        for (std::size_t a = 0; a < plain.size(); ++a) {
            for (std::size_t b = a + 1; b < plain.size(); ++b)
                expected.push_back(fusedScore(cosines(plain[a], plain[b])));
        }
        std::vector<float> scores = Gallery(entries).impostorScores();
        QCOMPARE(scores.size(), std::size_t(66));
        std::ranges::sort(scores);
        std::ranges::sort(expected);
        for (std::size_t i = 0; i < scores.size(); ++i)
            QVERIFY(std::abs(scores[i] - expected[i]) < 1e-3F);
    }

    // [row 22] A gallery of people who look alike gets a stricter threshold than one of people who do not; neither is
    // looser than the factory's.
    void thresholdComesFromTheGallery()
    {
        SyntheticFaces faces;
        const Embedding family = faces.person();
        std::vector<GalleryEntry> different;
        std::vector<GalleryEntry> alike;
        for (std::uint8_t i = 0; i < 100; ++i) {
            different.push_back(entryOf(i, faces.person()));
            alike.push_back(entryOf(i, faces.pictureOf(family, 0.7F)));
        }
        const float usual = policyFor(Gallery(different)).threshold;
        const float strict = policyFor(Gallery(alike)).threshold;
        const Gallery gallery(alike);
        const std::vector<float> scores = gallery.impostorScores();
        QVERIFY(usual >= 4.1F);
        QVERIFY2(strict > usual + 0.3F, qPrintable(QStringLiteral("%1 %2").arg(strict).arg(usual)));
        QVERIFY(strict > *std::ranges::max_element(scores) - 0.5F);
    }

    void smallGalleriesGetTheFixedBound()
    {
        SyntheticFaces faces;
        const DecisionPolicy empty = policyFor(Gallery());
        const DecisionPolicy one = policyFor(Gallery({entryOf(1, faces.person())}));
        QCOMPARE(one.threshold, empty.threshold);
        QVERIFY(one.threshold >= 4.1F);
        QVERIFY(one.frames >= 3);
        QVERIFY(one.margin > 0);
    }

    // One person more must not loosen the rule: at 64 persons the fit sets in, and it starts from the small galleries'
    // bound. People who are easily told apart come down to the factory's bound at the size where that was measured.
    void theFitTakesOverFromTheFixedBoundWithoutAStep()
    {
        SyntheticFaces faces;
        std::vector<GalleryEntry> entries;
        const auto thresholdAt = [&](int persons) {
            while (int(entries.size()) < persons)
                entries.push_back(entryOf(entries.size(), faces.person()));
            return policyFor(Gallery(entries)).threshold;
        };
        const float fixed = policyFor(Gallery()).threshold;
        QCOMPARE(thresholdAt(63), fixed);
        QCOMPARE(thresholdAt(64), fixed);
        const float middle = thresholdAt(177);
        QVERIFY2(middle < fixed && middle >= 4.3F, qPrintable(QString::number(middle)));
        QCOMPARE(thresholdAt(290), 4.1F);
        QCOMPARE(thresholdAt(320), 4.1F);
    }

    void theFitCountsFromSixtyFourPersonsOn()
    {
        SyntheticFaces faces;
        const Embedding family = faces.person();
        std::vector<GalleryEntry> alike;
        while (alike.size() < 63)
            alike.push_back(entryOf(alike.size(), faces.pictureOf(family, 0.7F)));
        const float fixed = policyFor(Gallery()).threshold;
        QCOMPARE(policyFor(Gallery(alike)).threshold, fixed);
        alike.push_back(entryOf(alike.size(), faces.pictureOf(family, 0.7F)));
        QVERIFY(policyFor(Gallery(alike)).threshold > fixed + 0.3F);
    }

    // [row 23] A stranger is unknown; somebody with a double is ambiguous; nobody is identified by a hair.
    void decisionsKeepUnknownAndAmbiguousApart()
    {
        const DecisionPolicy policy{.threshold = 5, .margin = 1, .agreement = 1, .frames = 3, .liveness = 0.5F};
        const auto verdict = [&](std::vector<Candidate> best) { return decide(best, policy); };
        QCOMPARE(verdict({}), Verdict::Unknown);
        QCOMPARE(verdict({candidate(4.9F)}), Verdict::Unknown);
        QCOMPARE(verdict({candidate(std::numeric_limits<float>::quiet_NaN())}), Verdict::Unknown);
        QCOMPARE(verdict({candidate(5.0F)}), Verdict::Identified);
        QCOMPARE(verdict({candidate(6.0F), candidate(5.1F)}), Verdict::Ambiguous);
        QCOMPARE(verdict({candidate(6.2F), candidate(5.1F)}), Verdict::Identified);
    }

    // [row 27] Two matchers that disagree do not identify, whatever their sum.
    void disagreeingMatchersAreAmbiguous()
    {
        const DecisionPolicy policy{.threshold = 4, .margin = 1, .agreement = 1, .frames = 3, .liveness = 0.5F};
        QCOMPARE(decide(std::vector{candidate(5, 0.5F, 9)}, policy), Verdict::Ambiguous);
        QCOMPARE(decide(std::vector{candidate(5, 4.5F, 0.9F)}, policy), Verdict::Ambiguous);
        QCOMPARE(decide(std::vector{candidate(5, 2, 8)}, policy), Verdict::Identified);
    }
};

QTEST_APPLESS_MAIN(GalleryTest)
#include "GalleryTest.moc"
