// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/SearchKeys.h"

#include "search/LatinSound.h"
#include "search/SearchFold.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kobai::search {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostNameWords = 12;
constexpr qsizetype shortestSkeleton = 4; ///< "Joe" is not to find all that begin with "Jo"

QString key(KeyKind kind, const QString& body)
{
    return QChar(char16_t(kind)) + body;
}

QStringList plainestOf(const QStringList& words)
{
    QStringList plain;
    for (const QString& word : words)
        plain.append(plainest(word));
    return plain;
}

QString withBlanks(const QStringList& words)
{
    return words.join(u' ') + u' ';
}

bool isLatin(Script script)
{
    return script == Script::Latin;
}

struct Respelling {
    QString from; ///< decomposed (NFD)
    QString to;
};
using Respellings = std::vector<Respelling>;

/// Letters with two usual spellings in ASCII: the dots and rings left out, which plainest() does, or these (German DIN 5007-2, Nordic,
/// passports; ü in pinyin as keyboards and passports write it).
const std::array<Respellings, 3>& respellings()
{
    static const std::array<Respellings, 3> all{
        Respellings{{u"a\u0308"_s, u"ae"_s},
                    {u"o\u0308"_s, u"oe"_s},
                    {u"u\u0308"_s, u"ue"_s},
                    {u"a\u030A"_s, u"aa"_s},
                    {u"ø"_s, u"oe"_s},
                    {u"đ"_s, u"dj"_s}},
        Respellings{{u"lu\u0308"_s, u"lv"_s}, {u"nu\u0308"_s, u"nv"_s}},
        Respellings{{u"lu\u0308"_s, u"lyu"_s}, {u"nu\u0308"_s, u"nyu"_s}},
    };
    return all;
}

QString respelt(const QString& word, const Respellings& how)
{
    QString text = word.normalized(QString::NormalizationForm_D);
    for (const Respelling& each : how)
        text.replace(each.from, each.to);
    return plainest(text);
}

/// الحسن as حسن. What is left is a name only from three letters on.
QString withoutArticle(const QString& plain)
{
    constexpr qsizetype shortest = 5;
    return plain.startsWith(u"ال"_s) && plain.size() >= shortest ? plain.mid(2) : plain;
}

/// @p words in each other usual spelling, joined; none that is the same as the plain one.
QStringList otherSpellings(const QStringList& words)
{
    const QStringList plain = plainestOf(words);
    const QString joined = plain.join(QString());
    if (std::ranges::all_of(words.join(QString()), [](QChar c) { return c.unicode() < 0x80; }))
        return {}; // it has one spelling
    QStringList others;
    const auto add = [&](const QString& other) {
        if (other != joined && !others.contains(other))
            others.append(other);
    };
    for (const Respellings& how : respellings()) {
        QString other;
        for (const QString& word : words)
            other += respelt(word, how);
        add(other);
    }
    QString bare;
    for (const QString& word : plain)
        bare += withoutArticle(word);
    add(bare);
    return others;
}

/// The words at the beginning that are all in scripts of which @p wanted is true.
template <typename Wanted>
QStringList leading(const QStringList& words, Wanted wanted)
{
    QStringList run;
    for (const QString& word : words) {
        if (!wanted(scriptOf(word)))
            break;
        run.append(word);
    }
    return run;
}

/// All of @p words in Latin letters, once for each rule there is.
QStringList allInLatin(const QStringList& words)
{
    QStringList spelt;
    for (const QString& word : words) {
        QStringList ways = isLatin(scriptOf(word)) ? QStringList{plainest(word)} : inLatin(word);
        if (ways.isEmpty())
            return {};
        if (spelt.isEmpty())
            spelt = QStringList(ways.size(), QString());
        // One rule for a whole name; a word that has fewer ways is the same in all.
        for (qsizetype way = 0; way < std::max(spelt.size(), ways.size()); ++way) {
            if (way == spelt.size())
                spelt.append(spelt[way - 1].chopped(ways[way - 1].size()));
            spelt[way] += ways[std::min(way, ways.size() - 1)];
        }
    }
    spelt.removeDuplicates();
    return spelt;
}

/// How a name that begins with @p words is written.
void addSpellings(QStringList& keys, const QStringList& words)
{
    const QStringList plain = plainestOf(words);
    const QString joined = plain.join(QString());
    keys.append(key(KeyKind::Written, withBlanks(words)));
    keys.append(key(KeyKind::Plain, withBlanks(plain)));
    if (words.size() > 1)
        keys.append(key(KeyKind::Joined, joined));
    for (const QString& other : otherSpellings(words))
        keys.append(key(KeyKind::Respelt, other));
}

/// How the beginning of @p words sounds, as far as one rule goes.
void addSounds(QStringList& keys, const QStringList& words)
{
    const QString latin = plainestOf(leading(words, isLatin)).join(QString());
    if (const QString skeleton = skeletonOf(latin); skeleton != latin)
        keys.append(key(KeyKind::Skeleton, skeleton));
    // As many words as sound Japanese: of "Tanaka John" the first.
    QStringList kana = leading(words, [](Script script) { return script == Script::Kana || script == Script::Latin; });
    for (; !kana.isEmpty(); kana.removeLast()) {
        const QStringList spelt = allInLatin(kana);
        const QString romaji = spelt.isEmpty() ? QString() : romajiOf(spelt.first(), Ending::Finished);
        if (romaji.isEmpty())
            continue;
        keys.append(key(KeyKind::Romaji, romaji));
        break;
    }
    const QStringList others = leading(words, [](Script script) {
        return script == Script::Cyrillic || script == Script::Greek || script == Script::Hangul;
    });
    for (const QString& spelt : allInLatin(others))
        keys.append(key(KeyKind::Latin, spelt));
    QString initials;
    for (const QString& word : leading(words, [](Script script) { return script == Script::Hangul; }))
        initials += initialsOf(plainest(word));
    if (!initials.isEmpty())
        keys.append(key(KeyKind::Initials, initials));
}

/// In an unspaced name in Han or Hangul the given name begins after one, two or (Han) three characters: nobody knows which.
void addGivenNames(QStringList& keys, const QString& word)
{
    constexpr qsizetype shortestName = 3;
    const Script script = scriptOf(word);
    if (script != Script::Han && script != Script::Hangul)
        return;
    const std::u32string points = word.toStdU32String();
    if (qsizetype(points.size()) < shortestName)
        return;
    const std::size_t longestSurname = script == Script::Han ? 3 : 2;
    const std::size_t shortestGiven = script == Script::Han ? 1 : 2;
    for (std::size_t from = 1; from <= longestSurname && from + shortestGiven <= points.size(); ++from) {
        const QString given = plainest(QString::fromStdU32String(points.substr(from)));
        keys.append(key(KeyKind::Given, given));
        if (const QString initials = initialsOf(given); !initials.isEmpty())
            keys.append(key(KeyKind::Initials, initials));
    }
}

void addKeysOfText(QStringList& keys, const QStringList& all)
{
    const QStringList words = all.mid(0, mostNameWords);
    for (qsizetype first = 0; first < words.size(); ++first) {
        const QStringList turned = words.mid(first) + words.mid(0, first);
        addSpellings(keys, turned);
        addSounds(keys, turned);
    }
    if (words.size() == 1)
        addGivenNames(keys, words.first());
    if (words.size() > 2) { // middle names left out
        keys.append(key(KeyKind::Joined, plainest(words.first()) + plainest(words.last())));
        keys.append(key(KeyKind::Joined, plainest(words.last()) + plainest(words.first())));
    }
}

} // namespace

QStringList keysOf(const QStringList& texts)
{
    QStringList keys;
    for (const QString& text : texts) {
        const QStringList split = wordsOf(text, Apostrophes::Split);
        const QStringList joined = wordsOf(text, Apostrophes::Join);
        addKeysOfText(keys, split);
        if (joined != split)
            addKeysOfText(keys, joined);
    }
    for (QString& each : keys)
        each.truncate(longestKey);
    keys.removeDuplicates();
    return keys;
}

QStringList keysInside(const QStringList& texts)
{
    QStringList keys;
    for (const QString& text : texts) {
        const QStringList words = wordsOf(text, Apostrophes::Join);
        addSpellings(keys, words);
        for (qsizetype first = 0; first < words.size(); ++first) {
            if (first == 0 || scriptOf(words[first]) != scriptOf(words[first - 1]))
                addSounds(keys, words.mid(first));
        }
    }
    keys.removeDuplicates();
    return keys;
}

Query::Query(const QString& text) : m_words(wordsOf(text.left(4 * longestKey), Apostrophes::Join).mid(0, mostWords)) {}

std::vector<Probe> Query::probes(qsizetype from, qsizetype to) const
{
    const QStringList words = m_words.mid(from, to - from);
    const QStringList plain = plainestOf(words);
    const QString joined = plain.join(QString());
    std::vector<Probe> probes;
    const auto add = [&probes](KeyKind kind, const QString& body, int distance) {
        const QString beginning = key(kind, body).left(longestKey);
        const bool known = std::ranges::any_of(probes, [&](const Probe& p) { return p.beginning == beginning; });
        if (!body.isEmpty() && !known)
            probes.push_back({beginning, distance});
    };
    const auto addWritten = [&add](const QString& body, int distance) {
        add(KeyKind::Plain, body, distance);
        add(KeyKind::Joined, body, distance);
    };
    add(KeyKind::Written, withBlanks(words), 0);
    add(KeyKind::Plain, withBlanks(plain), 1);
    add(KeyKind::Written, words.join(u' '), 2);
    addWritten(joined, 3);
    add(KeyKind::Respelt, joined, 4);
    for (const QString& other : otherSpellings(words)) {
        addWritten(other, 4);
        add(KeyKind::Respelt, other, 4);
    }
    // Before what only sounds alike, which may be the same word.
    static const QRegularExpression pinyinV(u"^([ln])v"_s);
    if (isLatin(scriptOf(joined)) && joined.contains(pinyinV))
        addWritten(QString(joined).replace(pinyinV, u"\\1u"_s), 4);
    for (const QString& spelt : allInLatin(words)) {
        add(KeyKind::Romaji, romajiOf(spelt, Ending::BeingTyped), 4);
        add(KeyKind::Latin, spelt, 4);
        if (!isLatin(scriptOf(joined)))
            addWritten(spelt, 4);
        if (const QString skeleton = skeletonOf(spelt); skeleton.size() >= shortestSkeleton) {
            add(KeyKind::Skeleton, skeleton, 5);
            add(KeyKind::Latin, skeleton, 5);
            addWritten(skeleton, 5);
        }
    }
    add(KeyKind::Given, joined, 5);
    // Consonants alone: a syllable begins with one too, and is then found above.
    if (initialsOf(joined) == joined)
        add(KeyKind::Initials, joined, 5);
    return probes;
}

} // namespace kobai::search
