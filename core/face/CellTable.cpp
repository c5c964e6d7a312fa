// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CellTable.h"

namespace kobai::face {

namespace {

constexpr std::size_t secretBytes = 32;
constexpr int seedBytes = 16;

int within(std::size_t index)
{
    return int(index % CodedVectors::capacity);
}

} // namespace

void CellTable::add(const GalleryEntry& entry, security::RandomSource& random)
{
    if (m_cells.empty() || m_cells.back().vectors.isFull()) {
        const TemplateKey key{.secret = security::randomSecret(random, secretBytes),
                              .seed = security::randomBytes(random, seedBytes)};
        m_cells.push_back({.map = ProtectionMap(key), .vectors = {}});
    }
    const Embedding plain = entry.map.undo(entry.reference);
    m_cells.back().vectors.add(m_cells.back().map.apply(plain));
    m_persons.push_back(entry.person);
}

Embedding CellTable::plain(std::size_t index) const
{
    const Cell& cell = cellOf(index);
    return cell.map.undo(cell.vectors.at(within(index)));
}

Candidate CellTable::compare(std::size_t index, const Embedding& probe) const
{
    return scored(index, cellOf(index).map.apply(probe));
}

void CellTable::search(const Embedding& probe, TopCandidates& best, Simd simd) const
{
    CodedVectors::Bounds bounds;
    std::size_t first = 0;
    for (const Cell& cell : m_cells) {
        const Embedding turned = cell.map.apply(probe);
        cell.vectors.upperBounds(CodedProbe(turned), bounds, simd);
        for (int i = 0; i < cell.vectors.size(); ++i) {
            if (bounds[std::size_t(i)] >= best.leastScore())
                best.offer(scored(first + std::size_t(i), turned));
        }
        first += std::size_t(cell.vectors.size());
    }
}

Candidate CellTable::scored(std::size_t index, const Embedding& turnedProbe) const
{
    const Cosines both = cellOf(index).vectors.cosinesWith(within(index), turnedProbe);
    return {.person = m_persons[index], .score = fusedScore(both), .cosines = both};
}

} // namespace kobai::face
