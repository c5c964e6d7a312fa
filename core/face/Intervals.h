// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/ExtremeValue.h" // Interval

#include <cstdint>
#include <random>
#include <vector>

namespace kobai::face {

// How far measured rates can be trusted. All intervals cover 95 %, half of the rest on each side.

/// A measured share, 0..1.
struct Rate {
    double value = 0;
    Interval interval = {};
};

/// For @p events in @p trials independent trials (Clopper and Pearson 1934): never too narrow. With no event the upper end
/// is about 3.7 / trials, one-sided the "rule of three". {0, 1} without trials.
[[nodiscard]] Interval clopperPearson(std::int64_t events, std::int64_t trials);

/// How often each of @p persons is in a sample of as many, drawn with replacement. Persons are drawn, not searches or
/// pairs: those that share a person err together, and drawing them singly gives intervals that are too narrow
/// (biometrics.md 7.3; Poh et al. 2007). The same generator state gives the same sample on every machine.
[[nodiscard]] std::vector<int> personSample(int persons, std::mt19937_64& random);

/// @p rate with the interval of its @p replicates. Where nothing at all went wrong (or right) every replicate says so too:
/// there the open end is Clopper and Pearson's for @p persons trials.
[[nodiscard]] Rate rateWithInterval(double rate, const std::vector<double>& replicates, int persons);

} // namespace kobai::face
