// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::face {

class Gallery;

/// So many looks at a face a payment may have. Each is a chance that a stranger is taken for somebody, so that the thresholds are set for all
/// of them together; and accept and reject answers are enough to rebuild a face, so that there are no more.
inline constexpr int looksPerPayment = 3;

/// How a person is found at the till.
enum class DecisionMode {
    Identify,   ///< the face alone, searched in the whole gallery
    ClaimFirst, ///< PIN or QR says who it is, the face confirms it (1:1): these faces are too alike for a search
};

/// Where a threshold comes from, for those who have to trust it. Rates are per comparison of a face with one person.
struct ThresholdBasis {
    double fmrAtThreshold = 0; ///< false match rate expected at the threshold in force, 0..1
    double low = 0;            ///< its interval of 95 %, bootstrapped over persons
    double high = 0;
    int pairs = 0;            ///< of different persons, that the rate was fitted to; 0: too few for a fit
    bool fromGallery = false; ///< the gallery's own pairs set the threshold; else it is the factory's stricter bound
    bool tooAlike = false;    ///< what the pairs ask for would refuse too many of the enrolled themselves
};

/// When a candidate is good enough (biometrics.md 7, models.md "the threshold does not travel").
struct DecisionPolicy {
    float threshold = 0;      ///< least fused score
    float margin = 0;         ///< least lead over the second person
    float agreement = 0;      ///< both halves' z-scores must be at least this
    int frames = 0;           ///< least number of frames of the one tracked face in the fused probe
    float claimThreshold = 0; ///< 1:1: least fused score with the claimed person
    DecisionMode mode = DecisionMode::Identify;
    ThresholdBasis basis = {};
};

/// The policy for a gallery: threshold from its own pairs (extreme-value fit at a target FPIR of 1 % for a payment of three looks) where it has
/// enough persons (64), never looser than a bound that falls with the gallery's size to the one measured on lfw-dev.
[[nodiscard]] DecisionPolicy policyFor(const Gallery& gallery);

} // namespace kobai::face
