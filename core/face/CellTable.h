// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/CodedVectors.h"
#include "face/PersonTable.h"
#include "security/Random.h"

#include <cstddef>
#include <vector>

namespace kobai::face {

/// The inside of a large Gallery: cells of up to CodedVectors::capacity persons whose references share one orthogonal
/// map, so that a search turns the probe once for each cell and then only reads memory: 1.3 KB for each person, half of
/// it in nearly every search.
///
/// The price (biometrics.md 4.3): inside a cell the distances between persons show, and who knows 128 of its persons'
/// plain embeddings (512 for the second half) knows the map of that cell, and of that one only. Cells live in memory,
/// where the maps are as well; a store's files hold every template under its person's own map.
class CellTable final {
public:
    /// Under a new map when the last cell is full. Precondition: both halves of the reference are of unit length.
    void add(const GalleryEntry& entry, security::RandomSource& random);

    [[nodiscard]] std::size_t size() const { return m_persons.size(); }
    [[nodiscard]] PersonId person(std::size_t index) const { return m_persons[index]; }
    [[nodiscard]] const ProtectionMap& anyMap() const { return m_cells.front().map; } ///< precondition: not empty
    /// To be wiped by the caller.
    [[nodiscard]] Embedding plain(std::size_t index) const;

    [[nodiscard]] Candidate compare(std::size_t index, const Embedding& probe) const;
    /// Gives what a comparison with everybody would give: whom CodedVectors::upperBounds() leaves out cannot be among the
    /// best, the others are compared in full. Precondition: no NaN and no infinity in the probe.
    void search(const Embedding& probe, TopCandidates& best, Simd simd = bestSimd()) const;

private:
    struct Cell {
        ProtectionMap map;
        CodedVectors vectors;
    };

    [[nodiscard]] const Cell& cellOf(std::size_t index) const { return m_cells[index / CodedVectors::capacity]; }
    [[nodiscard]] Candidate scored(std::size_t index, const Embedding& turnedProbe) const;

    std::vector<Cell> m_cells; ///< all but the last are full
    std::vector<PersonId> m_persons;
};

} // namespace kobai::face
