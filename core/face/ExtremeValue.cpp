// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace kobai::face {

namespace {

constexpr double nearZero = 1e-6;
constexpr double leastInTail = 20;

/// A value that occurs so many times.
struct Weighted {
    double value = 0;
    double times = 0;
};

/// @p tail: the values beyond @p start, the largest first, @p count of them with their times, out of @p all.
std::optional<TailFit> fitSorted(std::span<const Weighted> tail, double start, double count, double all)
{
    double mean = 0;
    double weighted = 0; // each value by the estimated share that exceeds it
    double before = 0;
    for (const Weighted& each : tail) {
        const double excess = each.value - start;
        // The mean over its copies of the plotting position (rank from above + 0.35) / n.
        const double exceeding = (before + (each.times - 1) / 2 + 0.35) / count;
        mean += each.times * excess / count;
        weighted += each.times * excess * exceeding / count;
        before += each.times;
    }
    const double difference = mean - 2.0 * weighted;
    if (!(difference > 1e-9) || !std::isfinite(mean))
        return std::nullopt;
    return TailFit{.start = start,
                   .share = count / all,
                   .scale = 2.0 * mean * weighted / difference,
                   .shape = 2.0 - mean / difference};
}

/// How often each of @p persons is drawn in as many draws.
std::vector<int> drawnTimes(int persons, std::mt19937_64& random)
{
    std::vector<int> times(std::size_t(persons), 0);
    for (int i = 0; i < persons; ++i)
        ++times[std::size_t(random() % std::uint64_t(persons))];
    return times;
}

/// @p pairs: sorted, the largest first, at least those of the tail.
/// @p orders: 2 when each pair is there in both orders, else 1.
std::optional<TailFit> fitDrawn(std::span<const PairScore> pairs, double orders, std::span<const int> times,
                                double share)
{
    double drawn = 0;
    double squares = 0;
    for (const int each : times) {
        drawn += each;
        squares += double(each) * each;
    }
    const double all = orders * (drawn * drawn - squares) / 2; // pairs of two different persons
    const double wanted = all * share;
    std::vector<Weighted> tail;
    double count = 0;
    for (const PairScore& pair : pairs) {
        const double both = double(times[std::size_t(pair.a)]) * times[std::size_t(pair.b)];
        if (both == 0)
            continue;
        if (count + both > wanted)
            return count < leastInTail ? std::nullopt : fitSorted(tail, double(pair.score), count, all);
        tail.push_back({double(pair.score), both});
        count += both;
    }
    return std::nullopt;
}

} // namespace

double TailFit::quantile(double probability) const
{
    const double rest = probability / share;
    if (std::abs(shape) < nearZero)
        return start - scale * std::log(rest);
    return start + scale / shape * (std::pow(rest, -shape) - 1.0);
}

double TailFit::exceedance(double value) const
{
    const double excess = std::max(0.0, value - start) / scale;
    if (std::abs(shape) < nearZero)
        return share * std::exp(-excess);
    return share * std::pow(std::max(0.0, 1.0 + shape * excess), -1.0 / shape);
}

std::optional<TailFit> fitTail(std::vector<float> values, double share)
{
    const auto count = std::size_t(double(values.size()) * share);
    if (double(count) < leastInTail || count >= values.size())
        return std::nullopt;
    if (std::ranges::any_of(values, [](float value) { return !std::isfinite(value); }))
        return std::nullopt; // and a comparison with one would leave no order
    const auto end = values.begin() + std::ptrdiff_t(count);
    std::ranges::nth_element(values, end, std::greater<>());
    const auto start = double(*end);
    std::ranges::sort(values.begin(), end, std::greater<>());
    std::vector<Weighted> tail;
    for (auto value = values.begin(); value != end; ++value)
        tail.push_back({double(*value), 1});
    return fitSorted(tail, start, double(count), double(values.size()));
}

std::vector<TailFit> bootstrapTail(std::vector<PairScore> pairs, int persons, double share, int resamples)
{
    if (persons < 2 || std::ranges::any_of(pairs, [](const PairScore& pair) { return !std::isfinite(pair.score); }))
        return {};
    const double orders = double(pairs.size()) / (double(persons) * (persons - 1) / 2);
    // A resample's tail may reach deeper than the whole's, since its pairs count unevenly; four times is never exceeded.
    constexpr double depth = 4;
    const auto kept = std::min(pairs.size(), std::size_t(double(pairs.size()) * share * depth) + 1);
    std::ranges::partial_sort(pairs, pairs.begin() + std::ptrdiff_t(kept), std::greater<>(), &PairScore::score);
    pairs.resize(kept);
    std::mt19937_64 random(1);
    std::vector<TailFit> fits;
    for (int i = 0; i < resamples; ++i) {
        if (const auto fit = fitDrawn(pairs, orders, drawnTimes(persons, random), share))
            fits.push_back(*fit);
    }
    return fits;
}

Interval middle95(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto at = [&](double share) { return values[std::size_t(std::lround(share * double(values.size() - 1)))]; };
    return {.low = at(0.025), .high = at(0.975)};
}

} // namespace kobai::face
