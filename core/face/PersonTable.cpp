// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/PersonTable.h"

namespace kobai::face {

Embedding PersonTable::plain(std::size_t index) const
{
    return m_entries[index].map.undo(m_entries[index].reference);
}

Candidate PersonTable::compare(std::size_t index, const Embedding& probe) const
{
    const GalleryEntry& entry = m_entries[index];
    const Cosines both = cosines(entry.map.apply(probe), entry.reference);
    return {.person = entry.person, .score = fusedScore(both), .cosines = both};
}

void PersonTable::search(const Embedding& probe, TopCandidates& best) const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        best.offer(compare(i, probe));
}

} // namespace kobai::face
