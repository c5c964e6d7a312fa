// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Candidate.h"
#include "face/ExtremeValue.h"

#include <map>
#include <span>
#include <vector>

namespace kobai::face {

class Gallery;

/// How a face scores against persons whom it does not show (its cohort).
struct CohortSpread {
    double mean = 0;
    double deviation = 0;
};

/// @p scores: one face against several persons. The best is left out, since it may be the face's own person. A small
/// cohort says little: it counts together with the usual spread at the weight of thirty persons.
[[nodiscard]] CohortSpread cohortSpread(std::span<const float> scores);

/// What is to be added to the scores of a face with that spread, so that one threshold is right for all: a face that
/// stands out clearly scores high with its own person and, by chance, with strangers; a veiled one (dark glasses, a
/// blurred or turned picture) low with both. The same for all candidates, so that their order and their leads stay.
/// A symmetric normalisation by division, as for voices, made the far tail worse: it lifts veiled strangers.
/// lfw-dev, gallery 290, three pictures, ten draws: FNIR at FPIR 1 % / 0.3 % goes from 0.56 / 0.91 to 0.43 / 0.78 %.
/// The two factors were learnt by logistic regression on each half of the persons and judged on the other.
[[nodiscard]] float cohortShift(const CohortSpread& spread);

/// Gallery::search() with the scores that decide() wants: shifted by what the probe scores against some of the others.
/// Cost beside the search: 256 comparisons, 0.1 ms.
[[nodiscard]] std::vector<Candidate> normalisedSearch(const Gallery& gallery, const Embedding& probe, int most);

/// What normalisedSearch() would add to the scores of each enrolled person's reference, were that person not enrolled: the till's score of a
/// pair is Pair::score and the shift of the one of the two who is searched for.
[[nodiscard]] std::map<PersonId, float> leftOutShifts(const Gallery& gallery);
/// The largest that a shift can be, up or down: three standard deviations of lfw-dev's; a gallery of one family is not to be explained away.
inline constexpr float mostCohortShift = 0.6F;

/// Pairs of @p persons in both orders, each person's scores shifted as a probe's would be. @p scores: of all pairs, 0-1, 0-2, ... 1-2, ...
[[nodiscard]] std::vector<PairScore> normalisedPairs(std::span<const float> scores, int persons);

} // namespace kobai::face
