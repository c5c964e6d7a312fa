// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Gallery.h"

#include <optional>
#include <vector>

namespace kobai::face {

/// Makes a Gallery of any size from one entry at a time, so that the entries of a large one never exist all at once.
class GalleryBuilder final {
public:
    /// @p random: for the maps of cells. @p mostByPerson: with more persons than this the gallery is in cells.
    explicit GalleryBuilder(security::RandomSource& random, int mostByPerson = Gallery::mostByPerson);

    /// False, and nothing added, when a half of the reference is not of unit length (NaN in it, for one).
    [[nodiscard]] bool add(GalleryEntry entry);

    [[nodiscard]] Gallery finish() &&;

private:
    security::RandomSource& m_random;
    std::size_t m_mostByPerson;
    std::vector<GalleryEntry> m_entries;
    std::optional<CellTable> m_cells; ///< from the first person on that is too many
};

} // namespace kobai::face
