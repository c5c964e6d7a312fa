// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/SearchKeys.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kobai::search {

/// Texts in memory (products, pages) that are found by what they contain, by the same folding as people are: おにぎり finds 鮭おにぎり. Any
/// thread, one at a time.
class TextIndex final {
public:
    TextIndex() = default;
    /// For each thing all that it is found by: its names, its codes.
    explicit TextIndex(const std::vector<QStringList>& things);

    /// Their places, nearest to what was typed first, else in their order; all for blanks, none when nothing that was typed can be looked for.
    [[nodiscard]] std::vector<std::size_t> find(const QString& typed) const;

private:
    struct Entry {
        QString written; ///< " words as they are \n ..."
        QString plain;   ///< the plainest() ones, also without blanks
        QString other;   ///< other spellings and sounds
    };
    [[nodiscard]] static Entry entryOf(const QStringList& texts);
    [[nodiscard]] static bool contains(const Entry& entry, const Probe& probe);
    std::vector<Entry> m_entries;
};

/// Whether one text contains what was typed; true for blanks.
[[nodiscard]] bool containsTyped(const QString& text, const QString& typed);

} // namespace kobai::search
