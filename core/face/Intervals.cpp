// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Intervals.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

constexpr double eachSide = 0.025;

double logChoose(double n, double k)
{
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

/// Probability of at most @p events. Sums from the last term down, until the terms no longer count.
double atMost(std::int64_t events, std::int64_t trials, double probability)
{
    double sum = 0;
    for (std::int64_t k = events; k >= 0; --k) {
        const double term = std::exp(logChoose(double(trials), double(k)) + double(k) * std::log(probability)
                                     + double(trials - k) * std::log1p(-probability));
        sum += term;
        const bool isPastPeak = double(k) < probability * double(trials);
        if (isPastPeak && term < 1e-12 * sum)
            break;
    }
    return std::min(1.0, sum);
}

/// Where the falling function atMost(events) passes @p level.
double probabilityAt(std::int64_t events, std::int64_t trials, double level)
{
    double low = 0;
    double high = 1;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (atMost(events, trials, middle) > level ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

Interval clopperPearson(std::int64_t events, std::int64_t trials)
{
    if (trials <= 0)
        return {.low = 0, .high = 1};
    return {.low = events <= 0 ? 0 : probabilityAt(events - 1, trials, 1 - eachSide),
            .high = events >= trials ? 1 : probabilityAt(events, trials, eachSide)};
}

std::vector<int> personSample(int persons, std::mt19937_64& random)
{
    std::vector<int> times(std::size_t(std::max(0, persons)), 0);
    for (int i = 0; i < persons; ++i)
        ++times[std::size_t(random() % std::uint64_t(persons))];
    return times;
}

Rate rateWithInterval(double rate, const std::vector<double>& replicates, int persons)
{
    Rate result{.value = rate, .interval = {.low = rate, .high = rate}};
    if (!replicates.empty())
        result.interval = middle95(replicates);
    if (rate <= 0)
        result.interval = clopperPearson(0, persons);
    if (rate >= 1)
        result.interval = clopperPearson(persons, persons);
    return result;
}

} // namespace kobai::face
