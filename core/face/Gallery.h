// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "face/Candidate.h"
#include "face/CellTable.h"
#include "face/ClosestPairs.h"
#include "face/DecisionPolicy.h"
#include "face/PersonTable.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace kobai::face {

/// All enrolled persons, immutable: a change makes a new Gallery that replaces the old one whole. Up to mostByPerson of
/// them everybody is compared under an own map; a larger one, from GalleryBuilder, is in cells (CellTable states the
/// price). The answers are the same but for CodedVectors' rounding.
/// Thread-safe.
class Gallery final {
public:
    /// A person costs about 1.5 microseconds (6.5 without AVX2), so that a search among so many takes 30 ms of one core,
    /// which at a till nobody feels; among 1.2 million it would take two seconds.
    static constexpr int mostByPerson = 20'000;

    Gallery() = default;
    /// Person by person, whatever their number.
    explicit Gallery(std::vector<GalleryEntry> entries);
    explicit Gallery(CellTable cells);

    /// The @p most best candidates, each person once, best first, of equal scores the smaller id first: what comparing
    /// the probe with every stored reference gives. Nobody when there is NaN or infinity in the probe.
    [[nodiscard]] std::vector<Candidate> search(const Embedding& probe, int most) const;

    /// 1:1: only with the claimed person's reference, no other is even read. nullopt when the person is not enrolled or
    /// there is NaN or infinity in the probe.
    [[nodiscard]] std::optional<Candidate> compare(PersonId claimed, const Embedding& probe) const;

    /// The scores of @p probe against so many evenly chosen references (all when there are fewer), in no order; as if @p without were not
    /// enrolled.
    [[nodiscard]] std::vector<float> sampleScores(const Embedding& probe, int most, PersonId without = {}) const;
    /// Hands out each person's reference as a probe, plain for the length of the call of @p use.
    void eachAsProbe(const std::function<void(PersonId person, const Embedding& plain)>& use) const;

    [[nodiscard]] int size() const;
    [[nodiscard]] bool contains(PersonId person) const;
    /// Empty when the gallery is in cells.
    [[nodiscard]] const std::vector<GalleryEntry>& entries() const;

    /// Scores of all pairs of different persons, of @p mostPersons evenly chosen ones when there are more; n * (n - 1) / 2
    /// of them. The references are plain in memory for the length of the call, and are then overwritten. For the
    /// threshold.
    [[nodiscard]] std::vector<float> impostorScores(int mostPersons = std::numeric_limits<int>::max()) const;

    /// The pairs of different persons that are most alike; see face::closestPairs(). Measured with AVX2 on one core: 600
    /// persons 0.05 s, 20,000 8 s; without it about fifteen times that. It belongs on a worker.
    [[nodiscard]] std::optional<std::vector<Pair>> closestPairs(int most, const PairProgress& progress = {}) const;

private:
    void indexPersons();

    std::variant<PersonTable, CellTable> m_table;
    std::vector<std::uint32_t> m_byPerson; ///< the places in the table, in the order of the persons' ids
    std::vector<PersonId> m_sorted;        ///< these ids
};

using GalleryPtr = std::shared_ptr<const Gallery>;

} // namespace kobai::face
