// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/TextIndex.h"

#include "search/Search.h"

#include <algorithm>
#include <numeric>

namespace kobai::search {

namespace {

/// Fewer letters of a sound or of another spelling are inside too many words.
constexpr qsizetype shortestInside = 3;

} // namespace

TextIndex::TextIndex(const std::vector<QStringList>& things)
{
    m_entries.reserve(things.size());
    for (const QStringList& texts : things)
        m_entries.push_back(entryOf(texts));
}

TextIndex::Entry TextIndex::entryOf(const QStringList& texts)
{
    Entry entry;
    for (const QString& each : keysInside(texts)) {
        const QString body = each.mid(1);
        switch (KeyKind(each.front().unicode())) {
        case KeyKind::Written:
            entry.written += u'\n' + (u' ' + body);
            break;
        case KeyKind::Plain:
        case KeyKind::Joined:
            entry.plain += u'\n' + (u' ' + body);
            break;
        case KeyKind::Respelt:
        case KeyKind::Romaji:
        case KeyKind::Latin:
        case KeyKind::Skeleton:
        case KeyKind::Initials:
        case KeyKind::Loan:
            entry.other += u'\n' + (each.first(1) + u'\n' + body); // the kind is no letter of the word
            break;
        case KeyKind::Given: // is inside the others
            break;
        }
    }
    return entry;
}

bool TextIndex::contains(const Entry& entry, const Probe& probe)
{
    const QString body = probe.beginning.mid(1);
    // A whole word is looked for with the blanks around it.
    const QString wanted = body.endsWith(u' ') ? u' ' + body : body;
    switch (KeyKind(probe.beginning.front().unicode())) {
    case KeyKind::Written:
        return entry.written.contains(wanted);
    case KeyKind::Plain:
    case KeyKind::Joined:
        return entry.plain.contains(wanted);
    case KeyKind::Respelt:
    case KeyKind::Romaji:
    case KeyKind::Latin:
    case KeyKind::Skeleton:
    case KeyKind::Initials:
    case KeyKind::Loan:
        return body.size() >= shortestInside ? entry.other.contains(body)
                                             : entry.other.contains(u'\n' + (probe.beginning.first(1) + u'\n' + body));
    case KeyKind::Given:
        return false;
    }
    return false;
}

std::vector<std::size_t> TextIndex::find(const QString& typed) const
{
    const Query query(typed);
    std::vector<std::size_t> places;
    if (query.isEmpty()) {
        if (typed.trimmed().isEmpty()) {
            places.resize(m_entries.size());
            std::iota(places.begin(), places.end(), std::size_t(0));
        }
        return places;
    }
    const Hits<std::size_t> hits = findAll<std::size_t>(query, [this](const Probe& probe, auto hit) {
        for (std::size_t place = 0; place < m_entries.size(); ++place) {
            if (contains(m_entries[place], probe))
                hit(place);
        }
    });
    places.assign(hits.keyBegin(), hits.keyEnd());
    std::ranges::sort(places, {}, [&](std::size_t place) { return std::pair(hits.value(place), place); });
    return places;
}

bool containsTyped(const QString& text, const QString& typed)
{
    return !TextIndex(std::vector<QStringList>{QStringList(text)}).find(typed).empty();
}

} // namespace kobai::search
