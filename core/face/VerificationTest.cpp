// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/VerificationTest.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// One comparison, with whose faces it compares: persons are what is resampled.
struct Comparison {
    ScoredPair pair;
    int a = 0;
    int b = 0;
    bool isRight = false; ///< at its fold's threshold
};

struct Rates {
    double accuracy = 0;
    std::array<double, VerificationReport::fmrs.size()> fnmr{};
    double fnmrAtNoError = 0;
};

/// The pairs' scores as the arithmetic wants them.
struct Scores {
    std::vector<NonMatedScore> nonMated; ///< best first
    std::vector<MatedScore> mated;
};

/// The product of both persons' (Owen 2007, "The pigeonhole bootstrap": a little too wide rather than too narrow).
double weightOf(const Comparison& comparison, std::span<const int> personWeights)
{
    if (personWeights.empty())
        return 1;
    const int a = personWeights[std::size_t(comparison.a)];
    return comparison.a == comparison.b ? a : a * personWeights[std::size_t(comparison.b)];
}

Scores scoresOf(std::span<const Comparison> bestFirst, std::span<const int> personWeights)
{
    Scores scores;
    for (const Comparison& comparison : bestFirst) {
        const double weight = weightOf(comparison, personWeights);
        if (comparison.pair.isMated)
            scores.mated.push_back({.score = comparison.pair.score, .weight = weight});
        else
            scores.nonMated.push_back({.score = comparison.pair.score, .weight = weight});
    }
    return scores;
}

Rates ratesOf(std::span<const Comparison> bestFirst, std::span<const int> personWeights)
{
    const Scores scores = scoresOf(bestFirst, personWeights);
    Rates rates;
    for (std::size_t i = 0; i < rates.fnmr.size(); ++i)
        rates.fnmr[i] = missedShare(scores.mated, thresholdAtShare(scores.nonMated, VerificationReport::fmrs[i]));
    rates.fnmrAtNoError = missedShare(scores.mated, thresholdAtShare(scores.nonMated, 0));
    double all = 0;
    double right = 0;
    for (const Comparison& comparison : bestFirst) {
        const double weight = weightOf(comparison, personWeights);
        all += weight;
        right += comparison.isRight ? weight : 0;
    }
    rates.accuracy = right / all;
    return rates;
}

std::vector<Comparison> compare(const FaceFolder& folder, const EncodedFaces& faces, const PairList& list)
{
    const auto personOf = [&](int picture) {
        return int(std::ranges::upper_bound(folder.firstPicture, picture) - folder.firstPicture.begin()) - 1;
    };
    std::vector<ScoredPair> scored;
    for (const PicturePair& pair : list.pairs) {
        const auto& a = faces.embeddings[std::size_t(pair.a)];
        const auto& b = faces.embeddings[std::size_t(pair.b)];
        scored.push_back(
            {.score = a && b ? fusedScore(cosines(*a, *b)) : notAcquired, .isMated = pair.isMated, .fold = pair.fold});
    }
    const std::vector<bool> right = rightOverFolds(scored, list.folds);
    std::vector<Comparison> comparisons;
    for (std::size_t i = 0; i < scored.size(); ++i)
        comparisons.push_back(
            {.pair = scored[i], .a = personOf(list.pairs[i].a), .b = personOf(list.pairs[i].b), .isRight = right[i]});
    std::ranges::sort(comparisons, std::greater<>(), [](const Comparison& each) { return each.pair.score; });
    return comparisons;
}

int failuresAmong(const EncodedFaces& faces, const PairList& list)
{
    std::set<int> failed;
    for (const PicturePair& pair : list.pairs) {
        for (const int picture : {pair.a, pair.b}) {
            if (!faces.embeddings[std::size_t(picture)])
                failed.insert(picture);
        }
    }
    return int(failed.size());
}

} // namespace

Result<VerificationReport> testVerification(const FaceFolder& folder, const EncodedFaces& faces, const PairList& list,
                                            int resamples, const Progress& progress)
{
    const std::vector<Comparison> comparisons = compare(folder, faces, list);
    const Scores scores = scoresOf(comparisons, {});
    if (scores.mated.empty() || scores.nonMated.empty())
        return fail(FaultCode::PictureUnreadable, u"pairs of one kind only"_s);

    std::vector<Rates> resampled(static_cast<std::size_t>(resamples));
    const auto resample = [&](int number) {
        std::mt19937_64 random(static_cast<std::uint64_t>(number));
        resampled[std::size_t(number)] = ratesOf(comparisons, personSample(int(folder.persons.size()), random));
    };
    if (!onAllCores(resamples, resample, progress))
        return fail(FaultCode::Cancelled);

    VerificationReport report{.pairs = int(comparisons.size()),
                              .folds = list.folds,
                              .resamples = resamples,
                              .failuresToAcquire = failuresAmong(faces, list)};
    std::set<int> persons;
    std::vector<ScoredPair> pairs;
    for (const Comparison& comparison : comparisons) {
        pairs.push_back(comparison.pair);
        (comparison.pair.isMated ? report.matedScores : report.nonMatedScores).add(comparison.pair.score);
        if (comparison.pair.isMated)
            persons.insert(comparison.a);
    }
    Rates rates = ratesOf(comparisons, {});
    rates.accuracy = accuracyOverFolds(pairs, list.folds);
    const auto rateOf = [&](const auto& field) {
        std::vector<double> replicates;
        for (const Rates& each : resampled) {
            if (const double value = field(each); !std::isnan(value))
                replicates.push_back(value);
        }
        return rateWithInterval(field(rates), replicates, int(persons.size()));
    };
    report.accuracy = rateOf([](const Rates& each) { return each.accuracy; });
    const auto nonMated = std::ranges::count(pairs, false, &ScoredPair::isMated);
    for (std::size_t i = 0; i < report.fnmr.size(); ++i) {
        if (VerificationReport::fmrs[i] * double(nonMated) >= VerificationReport::fewestErrors)
            report.fnmr[i] = rateOf([i](const Rates& each) { return each.fnmr[i]; });
    }
    report.fnmrAtNoError = rateOf([](const Rates& each) { return each.fnmrAtNoError; });
    report.fmrBoundAtNoError = clopperPearson(0, nonMated).high;
    for (const double fmr : detShares())
        report.det.push_back(
            {.falsePositives = fmr, .misses = missedShare(scores.mated, thresholdAtShare(scores.nonMated, fmr))});
    return report;
}

} // namespace kobai::face
