// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Gallery.h"
#include "face/Vision.h"

#include <span>

namespace kobai::face {

/// What the best candidates (two are enough) of normalisedSearch() amount to: Identified, Unknown, Ambiguous or
/// Disagreement. Liveness and the number of frames are the caller's to check.
///
/// To be called once for an attempt, with the probe fused from all its frames. Frames of one face are not independent:
/// deciding each by itself and taking the first success would not average their errors but add them up. With a false
/// match rate of FMR for a comparison, a search in N persons takes a stranger for somebody with FPIR = 1 - (1 - FMR)^N,
/// and m searches with at most m x FPIR, which independent ones nearly reach. So somebody who is refused and tries again
/// is a new chance for a false match, and attempts are limited.
[[nodiscard]] Verdict decide(std::span<const Candidate> best, const DecisionPolicy& policy);

/// 1:1: is the face the claimed person's? Identified or OtherPerson; the others of the gallery are not compared.
/// @p claimed as from Gallery::compare().
[[nodiscard]] Verdict decideClaim(const Candidate& claimed, const DecisionPolicy& policy);

/// The lead of the first over the second; the first's score when it is alone, 0 with nobody.
[[nodiscard]] float lead(std::span<const Candidate> best);

/// The share of strangers' searches among @p persons that return somebody when a comparison does so at rate @p fmr.
/// With ThresholdBasis::high it is the bound that can be stated with 97.5 % confidence.
[[nodiscard]] double fpirOfSearch(double fmr, int persons);

/// The rate of false matches of a comparison at which a share @p fpir of strangers' payments, with looksPerPayment searches among @p persons
/// each, takes one for somebody. Precondition: 0 <= fpir < 1, persons >= 1 (1: a claim).
[[nodiscard]] double fmrOfPayment(double fpir, int persons);

} // namespace kobai::face
