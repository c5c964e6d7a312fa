// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/SearchKeys.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace kobai::search {

/// Who or what was found, with the distance from what was typed (0 is nearest).
template <typename Id>
using Hits = QHash<Id, int>;

/// All that have every word of @p query, the words in any order, and neighbouring ones also written as one ("Mc Donald" finds McDonald, 上田 大翔
/// finds 上田大翔). @p lookUp(probe, hit) calls hit(id) for each that has a key that begins so. Nobody for an empty query. The distances of
/// the words are added.
template <typename Id, typename LookUp>
[[nodiscard]] Hits<Id> findAll(const Query& query, LookUp&& lookUp)
{
    constexpr qsizetype longestRun = 3; // but for all of it
    const auto nearest = [](Hits<Id>& all, const Id& id, int distance) {
        const auto at = all.find(id);
        if (at == all.end())
            all.insert(id, distance);
        else
            *at = std::min(*at, distance);
    };
    const qsizetype size = query.size();
    // What has the first words, for each number of them.
    std::vector<Hits<Id>> found(std::size_t(size) + 1);
    for (qsizetype to = 1; to <= size; ++to) {
        for (qsizetype from = 0; from < to; ++from) {
            const bool isAll = from == 0 && to == size;
            if ((to - from > longestRun && !isAll) || (from > 0 && found[std::size_t(from)].isEmpty()))
                continue;
            Hits<Id> run;
            for (const Probe& probe : query.probes(from, to)) {
                const int distance = probe.distance * int(to - from);
                lookUp(probe, [&](const Id& id) { nearest(run, id, distance); });
            }
            const Hits<Id>& before = found[std::size_t(from)];
            for (auto hit = run.cbegin(); hit != run.cend(); ++hit) {
                if (from == 0)
                    nearest(found[std::size_t(to)], hit.key(), hit.value());
                else if (const auto at = before.constFind(hit.key()); at != before.constEnd())
                    nearest(found[std::size_t(to)], hit.key(), *at + hit.value());
            }
        }
    }
    return size == 0 ? Hits<Id>() : std::move(found.back());
}

} // namespace kobai::search
