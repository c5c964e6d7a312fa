// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Evaluation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace kobai::face {

namespace {

int rightAt(std::span<const ScoredPair> pairs, float threshold, int fold, bool inFold)
{
    return int(std::ranges::count_if(pairs, [&](const ScoredPair& pair) {
        return (pair.fold == fold) == inFold && (pair.score >= threshold) == pair.isMated;
    }));
}

/// The threshold with the most right decisions outside @p fold; between two scores, so that it does not hug one.
float bestThreshold(std::span<const ScoredPair> pairs, int fold)
{
    std::vector<ScoredPair> others;
    std::ranges::copy_if(pairs, std::back_inserter(others), [&](const ScoredPair& pair) { return pair.fold != fold; });
    std::ranges::sort(others, {}, &ScoredPair::score);
    if (others.empty())
        return 0;
    // Threshold below everything: the mated are right. Each step up loses a mated pair or wins an impostor.
    auto right = std::ranges::count(others, true, &ScoredPair::isMated);
    auto best = right;
    float threshold = others.front().score;
    for (std::size_t i = 0; i < others.size(); ++i) {
        right += others[i].isMated ? -1 : 1;
        const bool isStep = i + 1 == others.size() || others[i + 1].score > others[i].score;
        if (isStep && right > best) {
            best = right;
            threshold = i + 1 == others.size() ? std::nextafter(others[i].score, std::numeric_limits<float>::max())
                                               : std::midpoint(others[i].score, others[i + 1].score);
        }
    }
    return threshold;
}

/// The least threshold that at most @p share of @p scores reach.
float thresholdForShare(std::vector<float> scores, double share)
{
    const auto allowed = std::size_t(std::floor(double(scores.size()) * share + 1e-9));
    if (allowed >= scores.size())
        return std::numeric_limits<float>::lowest();
    std::ranges::nth_element(scores, scores.begin() + std::ptrdiff_t(allowed), std::greater<>());
    return std::nextafter(scores[allowed], std::numeric_limits<float>::max());
}

/// Fisher-Yates with the generator's raw bits: std::shuffle and the distributions differ between libraries.
void shuffle(std::vector<int>& numbers, std::mt19937_64& random)
{
    for (std::size_t i = numbers.size(); i > 1; --i)
        std::swap(numbers[i - 1], numbers[std::size_t(random() % i)]);
}

std::vector<int> shuffledNumbers(int count, std::mt19937_64& random)
{
    std::vector<int> numbers(std::size_t(std::max(0, count)));
    std::iota(numbers.begin(), numbers.end(), 0);
    shuffle(numbers, random);
    return numbers;
}

} // namespace

double accuracyOverFolds(std::span<const ScoredPair> pairs, int folds)
{
    double sum = 0;
    for (int fold = 0; fold < folds; ++fold) {
        const auto size = std::ranges::count(pairs, fold, &ScoredPair::fold);
        sum += double(rightAt(pairs, bestThreshold(pairs, fold), fold, true)) / double(size);
    }
    return sum / folds;
}

double fnmrAtFmr(std::span<const float> mated, std::vector<float> impostor, double fmr)
{
    const float threshold = thresholdForShare(std::move(impostor), fmr);
    const auto missed = std::ranges::count_if(mated, [&](float score) { return score < threshold; });
    return double(missed) / double(mated.size());
}

float thresholdAtFpir(std::vector<float> strangers, double fpir)
{
    return thresholdForShare(std::move(strangers), fpir);
}

double fnirAt(std::span<const MatedSearch> searches, float threshold)
{
    const auto missed = std::ranges::count_if(
        searches, [&](const MatedSearch& search) { return !search.isMateBest || search.best < threshold; });
    return double(missed) / double(searches.size());
}

double rankOneRate(std::span<const MatedSearch> searches)
{
    return double(std::ranges::count(searches, true, &MatedSearch::isMateBest)) / double(searches.size());
}

OpenSetDraw drawOpenSet(std::span<const int> pictureCounts, const OpenSetPlan& plan, int draw)
{
    std::mt19937_64 random(plan.seed * 1'000'003 + std::uint64_t(draw));
    std::vector<int> order = shuffledNumbers(int(pictureCounts.size()), random);
    const auto count = [&](int person) { return pictureCounts[std::size_t(person)]; };
    std::ranges::stable_sort(order, [&](int a, int b) {
        const auto rank = [&](int person) {
            return count(person) >= plan.enrol + plan.probe ? 0 : count(person) >= plan.enrol ? 1 : 2;
        };
        return rank(a) < rank(b);
    });

    OpenSetDraw result;
    for (const int person : order) {
        if (count(person) < 1)
            continue;
        std::vector<int> pictures = shuffledNumbers(count(person), random);
        const bool isEnrolled = int(result.gallery.size()) < plan.gallery && count(person) >= plan.enrol;
        if (!isEnrolled) {
            pictures.resize(std::size_t(std::min(count(person), plan.probe)));
            result.strangers.push_back({person, std::move(pictures)});
            continue;
        }
        OpenSetDraw::Enrolled enrolled;
        enrolled.person = person;
        const auto firstProbe = pictures.begin() + plan.enrol;
        enrolled.pictures.assign(pictures.begin(), firstProbe);
        for (auto at = firstProbe; pictures.end() - at >= plan.probe; at += plan.probe)
            enrolled.probes.emplace_back(at, at + plan.probe);
        result.gallery.push_back(std::move(enrolled));
    }
    return result;
}

} // namespace kobai::face
