// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Gallery.h"

#include <algorithm>

namespace kobai::face {

namespace {

Candidate scored(const GalleryEntry& entry, const Embedding& probe)
{
    const Cosines both = cosines(entry.map.apply(probe), entry.reference);
    return {.person = entry.person, .score = fusedScore(both), .cosines = both};
}

bool isBetter(const Candidate& a, const Candidate& b)
{
    return a.score > b.score;
}

} // namespace

Gallery::Gallery(std::vector<GalleryEntry> entries) : m_entries(std::move(entries)) {}

std::vector<Candidate> Gallery::search(const Embedding& probe, int most) const
{
    std::vector<Candidate> candidates;
    candidates.reserve(m_entries.size());
    for (const GalleryEntry& entry : m_entries)
        candidates.push_back(scored(entry, probe));
    const auto kept = std::min(candidates.size(), std::size_t(std::max(0, most)));
    std::ranges::partial_sort(candidates, candidates.begin() + std::ptrdiff_t(kept), isBetter);
    candidates.resize(kept);
    return candidates;
}

std::vector<float> Gallery::impostorScores() const
{
    std::vector<Embedding> plain;
    plain.reserve(m_entries.size()); // no reallocation: it would leave copies behind
    for (const GalleryEntry& entry : m_entries)
        plain.push_back(entry.map.undo(entry.reference));
    std::vector<float> scores;
    scores.reserve(plain.size() * (plain.size() + 1) / 2);
    for (std::size_t a = 0; a < plain.size(); ++a) {
        for (std::size_t b = a + 1; b < plain.size(); ++b) {
            if (m_entries[a].person != m_entries[b].person)
                scores.push_back(fusedScore(cosines(plain[a], plain[b])));
        }
    }
    wipe(plain);
    return scores;
}

} // namespace kobai::face
