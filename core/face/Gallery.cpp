// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Gallery.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kobai::face {

namespace {

bool isFinite(const Embedding& probe)
{
    const auto finite = [](float value) { return std::isfinite(value); };
    return std::ranges::all_of(probe.dlib, finite) && std::ranges::all_of(probe.second, finite);
}

} // namespace

Gallery::Gallery(std::vector<GalleryEntry> entries) : m_table(PersonTable(std::move(entries)))
{
    indexPersons();
}

Gallery::Gallery(CellTable cells) : m_table(std::move(cells))
{
    indexPersons();
}

void Gallery::indexPersons()
{
    std::visit(
        [this](const auto& table) {
            m_byPerson.resize(table.size());
            std::iota(m_byPerson.begin(), m_byPerson.end(), 0U);
            std::ranges::sort(m_byPerson, {},
                              [&](std::uint32_t place) { return std::pair(table.person(place), place); });
            m_sorted.reserve(table.size());
            for (const std::uint32_t place : m_byPerson)
                m_sorted.push_back(table.person(place));
        },
        m_table);
}

std::vector<Candidate> Gallery::search(const Embedding& probe, int most) const
{
    if (!isFinite(probe))
        return {};
    TopCandidates best(most);
    std::visit([&](const auto& table) { table.search(probe, best); }, m_table);
    return std::move(best).take();
}

std::optional<Candidate> Gallery::compare(PersonId claimed, const Embedding& probe) const
{
    if (!isFinite(probe))
        return std::nullopt;
    const auto [first, last] = std::equal_range(m_sorted.begin(), m_sorted.end(), claimed);
    TopCandidates best(1);
    for (auto at = first; at != last; ++at) {
        const std::size_t place = m_byPerson[std::size_t(at - m_sorted.begin())];
        best.offer(std::visit([&](const auto& table) { return table.compare(place, probe); }, m_table));
    }
    const std::vector<Candidate> found = std::move(best).take();
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool Gallery::contains(PersonId person) const
{
    return std::ranges::binary_search(m_sorted, person);
}

std::vector<float> Gallery::sampleScores(const Embedding& probe, int most, PersonId without) const
{
    const auto found = std::ranges::lower_bound(m_sorted, without);
    const bool isEnrolled = !without.isNull() && found != m_sorted.end() && *found == without;
    const std::size_t own = isEnrolled ? m_byPerson[std::size_t(found - m_sorted.begin())] : m_byPerson.size();
    const std::size_t all = m_byPerson.size() - (isEnrolled ? 1 : 0);
    const auto used = std::min(all, std::size_t(std::max(0, most)));
    std::vector<float> scores;
    scores.reserve(used);
    std::visit(
        [&](const auto& table) {
            for (std::size_t i = 0; i < used; ++i) {
                const std::size_t place = i * all / used;
                scores.push_back(table.compare(place < own ? place : place + 1, probe).score);
            }
        },
        m_table);
    return scores;
}

void Gallery::eachAsProbe(const std::function<void(PersonId person, const Embedding& plain)>& use) const
{
    std::visit(
        [&](const auto& table) {
            for (std::size_t i = 0; i < m_byPerson.size(); ++i) {
                use(table.person(i), table.plain(i));
            }
        },
        m_table);
}

int Gallery::size() const
{
    return int(m_byPerson.size());
}

const std::vector<GalleryEntry>& Gallery::entries() const
{
    static const std::vector<GalleryEntry> none;
    const auto* const byPerson = std::get_if<PersonTable>(&m_table);
    return byPerson != nullptr ? byPerson->entries() : none;
}

std::vector<float> Gallery::impostorScores(int mostPersons) const
{
    const auto all = m_byPerson.size();
    const auto used = std::min(all, std::size_t(std::max(0, mostPersons)));
    std::vector<PersonId> persons;
    std::vector<Embedding> plain;
    persons.reserve(used);
    plain.reserve(used);
    std::visit(
        [&](const auto& table) {
            for (std::size_t i = 0; i < used; ++i) {
                const std::size_t place = i * all / used;
                persons.push_back(table.person(place));
                plain.push_back(table.plain(place));
            }
        },
        m_table);
    std::vector<float> scores;
    scores.reserve(used * (used + 1) / 2);
    for (std::size_t a = 0; a < used; ++a) {
        for (std::size_t b = a + 1; b < used; ++b) {
            if (persons[a] != persons[b])
                scores.push_back(fusedScore(cosines(plain[a], plain[b])));
        }
    }
    return scores;
}

std::optional<std::vector<Pair>> Gallery::closestPairs(int most, const PairProgress& progress) const
{
    if (m_byPerson.empty())
        return std::vector<Pair>();
    return std::visit(
        [&](const auto& table) {
            const PairSource source{.size = table.size(),
                                    .person = [&](std::size_t index) { return table.person(index); },
                                    .plain = [&](std::size_t index) { return table.plain(index); }};
            return face::closestPairs(source, table.anyMap(), most, progress);
        },
        m_table);
}

} // namespace kobai::face
