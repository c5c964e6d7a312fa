// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/GalleryBuilder.h"

#include <algorithm>
#include <utility>

namespace kobai::face {

GalleryBuilder::GalleryBuilder(security::RandomSource& random, int mostByPerson)
    : m_random(random), m_mostByPerson(std::size_t(std::max(0, mostByPerson)))
{
}

bool GalleryBuilder::add(GalleryEntry entry)
{
    if (!isUnitLength(entry.reference))
        return false;
    if (!m_cells && m_entries.size() < m_mostByPerson) {
        m_entries.push_back(std::move(entry));
        return true;
    }
    if (!m_cells) {
        m_cells.emplace();
        for (const GalleryEntry& before : m_entries)
            m_cells->add(before, m_random);
        m_entries = {};
    }
    m_cells->add(entry, m_random);
    return true;
}

Gallery GalleryBuilder::finish() &&
{
    return m_cells ? Gallery(std::move(*m_cells)) : Gallery(std::move(m_entries));
}

} // namespace kobai::face
