// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ExtremeValue.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace kobai::face {

double TailFit::quantile(double probability) const
{
    const double rest = probability / share;
    constexpr double nearZero = 1e-6;
    if (std::abs(shape) < nearZero)
        return start - scale * std::log(rest);
    return start + scale / shape * (std::pow(rest, -shape) - 1.0);
}

std::optional<TailFit> fitTail(std::vector<float> values, double share)
{
    constexpr std::size_t leastInTail = 20;
    const auto count = std::size_t(double(values.size()) * share);
    if (count < leastInTail || count >= values.size())
        return std::nullopt;
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(count), std::greater<>());
    const double start = double(values[count]);
    std::vector<double> excess;
    for (std::size_t i = 0; i < count; ++i)
        excess.push_back(double(values[i]) - start);
    std::ranges::sort(excess);

    double mean = 0;
    double weighted = 0; // each value by the estimated share that exceeds it
    const auto n = double(count);
    for (std::size_t i = 0; i < count; ++i) {
        mean += excess[i] / n;
        weighted += excess[i] * (n - double(i) - 0.65) / n / n; // plotting position (i + 1 - 0.35) / n
    }
    const double difference = mean - 2.0 * weighted;
    if (!(difference > 1e-9))
        return std::nullopt;
    return TailFit{.start = start,
                   .share = n / double(values.size()),
                   .scale = 2.0 * mean * weighted / difference,
                   .shape = 2.0 - mean / difference};
}

} // namespace kobai::face
