// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "face/Embedding.h"
#include "face/Template.h"

#include <memory>
#include <vector>

namespace kobai::face {

/// One enrolled person: the map and the protected reference made from the captures.
struct GalleryEntry {
    PersonId person;
    ProtectionMap map;
    Embedding reference; ///< protected
};

/// A candidate of a search, best first.
struct Candidate {
    PersonId person;
    float score = 0; ///< fused, see fusedScore()
    Cosines cosines;
};

/// All enrolled persons, immutable: a change makes a new Gallery that replaces the old one whole.
/// Thread-safe.
class Gallery final {
public:
    Gallery() = default;
    explicit Gallery(std::vector<GalleryEntry> entries);

    /// The @p most best candidates, scored exactly, the probe turned by each person's own map.
    /// Cost: one map per person, about 0.2 ms for 600.
    [[nodiscard]] std::vector<Candidate> search(const Embedding& probe, int most) const;

    [[nodiscard]] int size() const { return int(m_entries.size()); }
    [[nodiscard]] const std::vector<GalleryEntry>& entries() const { return m_entries; }

    /// Scores of all pairs of different persons; size() * (size() - 1) / 2 of them. All references are plain in
    /// memory for the length of the call, and are then overwritten. For the threshold.
    [[nodiscard]] std::vector<float> impostorScores() const;

private:
    std::vector<GalleryEntry> m_entries;
};

using GalleryPtr = std::shared_ptr<const Gallery>;

/// When a candidate is good enough (biometrics.md 7, models.md "the threshold does not travel").
struct DecisionPolicy {
    float threshold = 0; ///< least fused score
    float margin = 0;    ///< least lead over the second person
    float agreement = 0; ///< both halves' z-scores must be at least this
    int frames = 0;      ///< least number of frames of the one tracked face in the fused probe
    float liveness = 0;  ///< least mean live probability, 0..1
};

/// The policy for a gallery: threshold from its own pairs (extreme-value fit at a target FPIR of 1 %) where it has
/// enough persons (64), never looser than a bound that falls with the gallery's size to the one measured on lfw-dev.
[[nodiscard]] DecisionPolicy policyFor(const Gallery& gallery);

} // namespace kobai::face
