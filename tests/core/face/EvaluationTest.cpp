// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Evaluation.h"

#include "face/ExtremeValue.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace kobai::face;

class EvaluationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsAreJudgedAtTheOthersThreshold()
    {
        // Fold 0's best threshold lies between 0.4 and 0.6; it is wrong about fold 1's impostor at 0.8. Fold 1's own best
        // is above 0.8, where fold 0's mated 0.6 is lost.
        const std::vector<ScoredPair> pairs{{0.6F, true, 0}, {0.4F, false, 0}, {0.9F, true, 1}, {0.8F, false, 1}};
        QCOMPARE(accuracyOverFolds(pairs, 2), 0.5);
        const std::vector<ScoredPair> separable{{0.6F, true, 0}, {0.1F, false, 0}, {0.7F, true, 1}, {0.2F, false, 1}};
        QCOMPARE(accuracyOverFolds(separable, 2), 1.0);
    }

    void missesAreCountedWhereFewEnoughImpostorsPass()
    {
        const std::vector<MatedScore> mated{{.score = 1}, {.score = 3}, {.score = 5}, {.score = 7}};
        const std::vector<NonMatedScore> impostors{{6}, {4}, {2}, {1}, {0}};
        const auto fnmrAt = [&](double fmr) { return missedShare(mated, thresholdAtShare(impostors, fmr)); };
        QCOMPARE(fnmrAt(0.2), 0.5);   // one passes: above 4
        QCOMPARE(fnmrAt(0.4), 0.25);  // two pass: above 2
        QCOMPARE(fnmrAt(0.01), 0.75); // none passes: above 6
        QCOMPARE(fnmrAt(1.0), 0.0);
    }

    void theWrongPersonFirstIsAMiss()
    {
        const std::vector<MatedScore> searches{
            {.score = 9}, {.score = 8, .isMateFirst = false}, {.score = 5}, {.score = 3}};
        QCOMPARE(missedShare(searches, 4), 0.5);
        QCOMPARE(missedShare(searches, 0), 0.25);
        QVERIFY(std::isnan(missedShare({}, 0)));
    }

    // A person drawn twice counts as two, one not drawn as nobody: the same as writing them down so often.
    void weightsCountAsRepetitions()
    {
        const std::vector<NonMatedScore> weighted{{6, 2}, {4, 0}, {2, 1}, {1, 1}};
        const std::vector<NonMatedScore> written{{6}, {6}, {2}, {1}};
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
            QCOMPARE(thresholdAtShare(weighted, share), thresholdAtShare(written, share));
        const std::vector<MatedScore> mated{
            {.score = 1, .weight = 3}, {.score = 9, .weight = 1}, {.score = 0, .weight = 0}};
        QCOMPARE(missedShare(mated, 5), 0.75);
    }

    void histogramsKeepWhatIsBeyondTheirEnds()
    {
        ScoreHistogram histogram;
        for (const float score : {notAcquired, -3.0F, -2.8F, 0.1F, 99.0F})
            histogram.add(score);
        ScoreHistogram twice = histogram;
        twice.add(histogram);
        QCOMPARE(histogram.counts().front(), 3);
        QCOMPARE(histogram.counts()[12], 1); // 0 to 0.25
        QCOMPARE(histogram.counts().back(), 1);
        QCOMPARE(twice.counts()[12], 2);
    }

    void drawsAreRepeatableAndSeparate()
    {
        const std::vector<int> counts{5, 1, 4, 4, 2, 3, 6, 1, 0};
        const OpenSetPlan plan{.gallery = 3, .enrol = 2, .probe = 2, .seed = 7};
        const OpenSetDraw draw = drawOpenSet(counts, plan, 0);
        QCOMPARE(draw.gallery.size(), std::size_t(3));
        std::set<int> enrolled;
        for (const auto& person : draw.gallery) {
            enrolled.insert(person.person);
            QVERIFY(counts[std::size_t(person.person)] >= 4); // those with probes go first
            QCOMPARE(person.pictures.size(), std::size_t(2));
            QCOMPARE(person.probes.size(), std::size_t(counts[std::size_t(person.person)] - 2) / 2);
            std::set<int> pictures(person.pictures.begin(), person.pictures.end());
            for (const auto& probe : person.probes)
                pictures.insert(probe.begin(), probe.end());
            QCOMPARE(pictures.size(), 2 + 2 * person.probes.size()); // no picture twice
            QVERIFY(*pictures.rbegin() < counts[std::size_t(person.person)]);
        }
        QCOMPARE(draw.strangers.size(), std::size_t(5)); // nobody without a picture
        for (const auto& stranger : draw.strangers) {
            QVERIFY(!enrolled.contains(stranger.person));
            QCOMPARE(int(stranger.pictures.size()), std::min(2, counts[std::size_t(stranger.person)]));
        }
        const OpenSetDraw again = drawOpenSet(counts, plan, 0);
        QVERIFY(std::ranges::equal(draw.gallery, again.gallery, {}, &OpenSetDraw::Enrolled::pictures,
                                   &OpenSetDraw::Enrolled::pictures));
    }

    void personsWithoutProbesFillTheGallery()
    {
        const std::vector<int> counts(10, 1);
        const OpenSetDraw draw = drawOpenSet(counts, {.gallery = 6, .enrol = 1, .probe = 1, .seed = 1}, 3);
        QCOMPARE(draw.gallery.size(), std::size_t(6));
        QCOMPARE(draw.strangers.size(), std::size_t(4));
        for (const auto& person : draw.gallery)
            QVERIFY(person.probes.empty());
    }

    /// 100,000 values of an exponential law: its tail has shape 0 and scale 1, its 1e-4 quantile is ln(10,000).
    void tailFitFindsTheQuantileOfAnExponential()
    {
        std::vector<float> values;
        for (int i = 0; i < 100'000; ++i)
            values.push_back(float(-std::log((i + 0.5) / 100'000)));
        const auto fit = fitTail(values, 0.01);
        QVERIFY(fit.has_value());
        QVERIFY(std::abs(fit->shape) < 0.05);
        QVERIFY(std::abs(fit->scale - 1) < 0.05);
        QVERIFY(std::abs(fit->quantile(1e-4) - std::log(1e4)) < 0.1);
        QVERIFY(std::abs(fit->quantile(1e-6) - std::log(1e6)) < 0.6);
    }

    void tailFitRefusesTooLittle()
    {
        QVERIFY(!fitTail(std::vector<float>(500, 1.0F), 0.01));  // 5 values
        QVERIFY(!fitTail(std::vector<float>(5000, 1.0F), 0.01)); // all equal
        QVERIFY(!fitTail({}, 0.01));
    }
};

KOBAI_TEST(EvaluationTest, QCoreApplication)
#include "EvaluationTest.moc"
