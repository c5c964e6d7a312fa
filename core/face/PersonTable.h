// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Candidate.h"
#include "face/Template.h"
#include "face/TopCandidates.h"

#include <cstddef>
#include <vector>

namespace kobai::face {

/// One enrolled person: the map and the protected reference made from the captures.
struct GalleryEntry {
    PersonId person;
    ProtectionMap map;
    Embedding reference; ///< protected
};

/// The inside of a Gallery in which everybody has an own map: a search turns the probe once for each person.
class PersonTable final {
public:
    PersonTable() = default;
    explicit PersonTable(std::vector<GalleryEntry> entries) : m_entries(std::move(entries)) {}

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const std::vector<GalleryEntry>& entries() const { return m_entries; }
    [[nodiscard]] PersonId person(std::size_t index) const { return m_entries[index].person; }
    [[nodiscard]] const ProtectionMap& anyMap() const { return m_entries.front().map; } ///< precondition: not empty
    /// To be wiped by the caller.
    [[nodiscard]] Embedding plain(std::size_t index) const;

    [[nodiscard]] Candidate compare(std::size_t index, const Embedding& probe) const;
    void search(const Embedding& probe, TopCandidates& best) const;

private:
    std::vector<GalleryEntry> m_entries;
};

} // namespace kobai::face
