// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace kobai::face {

namespace {

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

std::vector<bool> rightOverFolds(std::span<const ScoredPair> pairs, int folds)
{
    std::vector<float> thresholds;
    thresholds.reserve(std::size_t(folds));
    for (int fold = 0; fold < folds; ++fold)
        thresholds.push_back(bestThreshold(pairs, fold));
    std::vector<bool> right;
    for (const ScoredPair& pair : pairs)
        right.push_back((pair.score >= thresholds[std::size_t(pair.fold)]) == pair.isMated);
    return right;
}

double accuracyOverFolds(std::span<const ScoredPair> pairs, int folds)
{
    const std::vector<bool> right = rightOverFolds(pairs, folds);
    std::vector<int> sizes(std::size_t(folds), 0);
    std::vector<int> hits(std::size_t(folds), 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ++sizes[std::size_t(pairs[i].fold)];
        hits[std::size_t(pairs[i].fold)] += right[i] ? 1 : 0;
    }
    double sum = 0;
    for (std::size_t fold = 0; fold < sizes.size(); ++fold)
        sum += double(hits[fold]) / double(sizes[fold]);
    return sum / folds;
}

float thresholdAtShare(std::span<const NonMatedScore> bestFirst, double share)
{
    double all = 0;
    for (const NonMatedScore& each : bestFirst)
        all += each.weight;
    const double allowed = std::floor(all * share + 1e-9);
    double passed = 0;
    for (const NonMatedScore& each : bestFirst) {
        passed += each.weight;
        if (passed > allowed)
            return std::nextafter(each.score, std::numeric_limits<float>::max());
    }
    return std::numeric_limits<float>::lowest();
}

double missedShare(std::span<const MatedScore> mated, float threshold)
{
    double all = 0;
    double missed = 0;
    for (const MatedScore& each : mated) {
        all += each.weight;
        missed += each.isMateFirst && each.score >= threshold ? 0.0 : each.weight;
    }
    return missed / all;
}

std::vector<double> detShares()
{
    constexpr int perDecade = 15;
    constexpr int decades = 4;
    std::vector<double> shares;
    for (int i = -decades * perDecade; i <= 0; ++i)
        shares.push_back(std::pow(10.0, double(i) / perDecade));
    return shares;
}

void ScoreHistogram::add(float score)
{
    const auto bin = int(std::clamp(std::floor((score - from) / width), 0.0F, float(bins - 1)));
    ++m_counts[std::size_t(bin)];
}

void ScoreHistogram::add(const ScoreHistogram& other)
{
    for (std::size_t bin = 0; bin < m_counts.size(); ++bin)
        m_counts[bin] += other.m_counts[bin];
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
