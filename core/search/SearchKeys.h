// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace kobai::search {

/// What a key says; its first character, so that one sorted column holds all kinds.
enum class KeyKind : char16_t {
    Written = u'a',  ///< the words as written but for case and width, a blank behind each
    Plain = u'b',    ///< the plainest() words, a blank behind each
    Joined = u'c',   ///< the same without blanks, where there are several
    Respelt = u'd',  ///< joined, in another usual spelling: ö as oe, ü as v, without the Arabic article
    Romaji = u'e',   ///< joined, how it sounds in Japanese
    Latin = u'f',    ///< joined, in Latin letters by a rule
    Skeleton = u'g', ///< joined, what two spellings have in common
    Given = u'h',    ///< what may be the given name in an unspaced name, then the surname
    Initials = u'i', ///< the initial consonants of Hangul
    Loan = u'j',     ///< joined, what a foreign name in kana has in common with its own spelling
};

/// The keys that @p texts (a name, its reading, a number) are found by: a probe finds them when it is the beginning of one. Each of the first
/// twelve words of a text begins some key, and so does every run of its words in either order of surname and given name. Each at most longestKey units.
[[nodiscard]] QStringList keysOf(const QStringList& texts);

inline constexpr qsizetype longestKey = 48;

/// Keys of @p texts of any length in their own order, for what is found by what it contains: quicker, and no use for looking up beginnings.
[[nodiscard]] QStringList keysInside(const QStringList& texts);

/// The beginning of keys to look for, and how near to what was typed they are: 0 (the very word) to 5 (sounds alike).
struct Probe {
    QString beginning;
    int distance = 0;
};

/// What somebody typed to find something.
class Query final {
public:
    explicit Query(const QString& text);

    /// Nothing was typed that could be looked for: that finds all when nothing was typed at all, else nobody ("!!").
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_words.size(); } ///< words, at most mostWords
    /// Any of these found is the words from @p from to before @p to found, written as one.
    [[nodiscard]] std::vector<Probe> probes(qsizetype from, qsizetype to) const;

    static constexpr qsizetype mostWords = 8; ///< more words than a name has do not narrow a search

private:
    /// The plainest() words, joined, with what their last sign may become: half-width ｳ as ヴ, which is typed in two signs.
    [[nodiscard]] QStringList begunSigns(qsizetype from, qsizetype to) const;

    QStringList m_words;
    bool m_endsHalfWidth = false;
};

} // namespace kobai::search
