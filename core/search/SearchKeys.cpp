// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/SearchKeys.h"

#include "search/InLatin.h"
#include "search/LatinSound.h"
#include "search/SearchFold.h"
#include "search/Transforms.h"

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
const std::array<Respellings, 4>& respellings()
{
    static const std::array<Respellings, 4> all{
        Respellings{{u"a\u0308"_s, u"ae"_s},
                    {u"o\u0308"_s, u"oe"_s},
                    {u"u\u0308"_s, u"ue"_s},
                    {u"o\u030B"_s, u"oe"_s},
                    {u"u\u030B"_s, u"ue"_s},
                    {u"a\u030A"_s, u"aa"_s},
                    {u"ø"_s, u"oe"_s},
                    {u"đ"_s, u"dj"_s}},
        Respellings{{u"s\u030C"_s, u"sh"_s},
                    {u"s\u0326"_s, u"sh"_s},
                    {u"s\u0327"_s, u"sh"_s},
                    {u"c\u030C"_s, u"ch"_s},
                    {u"z\u030C"_s, u"zh"_s}},
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

/// 一之瀬 as 一ノ瀬. Nothing begins with the particle.
QString withKanaNo(const QString& plain)
{
    return plain.left(1) + plain.mid(1).replace(u'之', u'の');
}

/// Plain words of Hangul, joined, as the South writes what the North and some families begin with ㄹ: 류 as 유, 라 as 나.
QString withSouthernInitials(const QStringList& plain)
{
    static const QRegularExpression beforeI(u"^\u1105(?=[\u1163\u1167\u1168\u116D\u1172\u1175])"_s);
    static const QRegularExpression beforeOther(u"^\u1105(?=[\u1161-\u1175])"_s);
    QString joined;
    for (QString word : plain)
        joined += word.replace(beforeI, u"\u110B"_s).replace(beforeOther, u"\u1102"_s);
    return joined;
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
    const auto isIn = [&words](Script script) {
        return std::ranges::any_of(words, [script](const QString& word) { return scriptOf(word) == script; });
    };
    if (isIn(Script::Han)) {
        add(simplifiedHan(joined));
        add(withKanaNo(joined));
    }
    if (isIn(Script::Hangul))
        add(withSouthernInitials(plain));
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

/// Of Cyrillic in Latin letters: Lyudmila as Liudmila, because skeletonOf() takes "lyu" for the ü of pinyin.
QString withPassportYu(const QString& latin)
{
    return QString(latin).replace(u"yu"_s, u"iu"_s);
}

/// How @p words in kana or Latin sound, of those as many as sound Japanese: of "Tanaka John" the first.
void addRomaji(QStringList& keys, QStringList words)
{
    for (; !words.isEmpty(); words.removeLast()) {
        const QString spelt = allInLatin(words).value(0);
        QStringList romaji{romajiOf(spelt, Ending::Finished)};
        // Only letters leave it open how they are read, kana do not.
        if (std::ranges::all_of(words, [](const QString& word) { return isLatin(scriptOf(word)); }))
            romaji += otherRomajiOf(spelt, Ending::Finished);
        QStringList typed = words;
        std::ranges::transform(words, typed.begin(), withTypedN);
        if (typed != words)
            romaji += romajiOf(allInLatin(typed).value(0), Ending::Finished);
        romaji.removeAll(QString());
        if (romaji.isEmpty())
            continue;
        for (const QString& each : std::as_const(romaji))
            keys.append(key(KeyKind::Romaji, each));
        if (isLoan(words.first()))
            keys.append(key(KeyKind::Loan, loanSkeletonOf(spelt)));
        break;
    }
}

/// How the beginning of @p words sounds, as far as one rule goes.
void addSounds(QStringList& keys, const QStringList& words)
{
    const QString latin = plainestOf(leading(words, isLatin)).join(QString());
    if (const QString skeleton = skeletonOf(latin); skeleton != latin)
        keys.append(key(KeyKind::Skeleton, skeleton));
    addRomaji(keys, leading(words, [](Script script) { return script == Script::Kana || script == Script::Latin; }));
    const QStringList others = leading(words, [](Script script) {
        return script == Script::Cyrillic || script == Script::Greek || script == Script::Hangul;
    });
    const bool isKorean = !others.isEmpty() && scriptOf(others.first()) == Script::Hangul;
    for (const QString& spelt : allInLatin(others)) {
        keys.append(key(KeyKind::Latin, spelt));
        if (!isKorean)
            keys.append(key(KeyKind::Skeleton, skeletonOf(withPassportYu(spelt))));
    }
    QString initials;
    for (const QString& word : leading(words, [](Script script) { return script == Script::Hangul; }))
        initials += initialsOf(plainest(word));
    if (!initials.isEmpty())
        keys.append(key(KeyKind::Initials, initials));
}

/// Whether a short skeleton has as much in it as was typed: that of "joe" is to find no "Jo", that of "got" finds Goethe.
bool isTellingSkeleton(const QString& skeleton, const QString& typed)
{
    static const QRegularExpression shortened(u"[aou]e|aa"_s);
    const bool isDigraph = skeleton.size() > 1 && typed.size() > 2 && !typed.contains(shortened);
    return skeleton.size() >= typed.size() || isDigraph || skeleton.startsWith(u"mc"_s);
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
        const QString surname = QString::fromStdU32String(points.substr(0, from));
        const QString given = QString::fromStdU32String(points.substr(from));
        const QString turned = plainest(given + surname);
        keys.append(key(KeyKind::Given, turned));
        if (script != Script::Hangul)
            continue;
        keys.append(key(KeyKind::Initials, initialsOf(turned)));
        keys.append(key(KeyKind::Latin, inLatin(given).value(0) + inLatin(surname).value(0)));
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

Query::Query(const QString& text)
    : m_words(wordsOf(text.left(4 * longestKey), Apostrophes::Join).mid(0, mostWords)),
      m_endsHalfWidth(!text.isEmpty() && text.back().unicode() >= 0xFF66 && text.back().unicode() <= 0xFF9D)
{
}

QStringList Query::begunSigns(qsizetype from, qsizetype to) const
{
    QStringList finished;
    if (to < m_words.size())
        return finished;
    const QStringList words = m_words.mid(from);
    const QString last = words.last();
    const QString before = plainestOf(words.mid(0, words.size() - 1)).join(QString());
    // が after a kanji may be the ヶ of 三ヶ島 when another kanji follows.
    if (words.size() > 1 && (last == u"が"_s || last == u"け"_s) && scriptOf(words[words.size() - 2]) == Script::Han)
        finished.append(before + u'ゖ');
    if (m_endsHalfWidth) {
        for (const QChar mark : {QChar(0x3099), QChar(0x309A)}) {
            const QString marked = (last + mark).normalized(QString::NormalizationForm_C);
            if (marked.size() == last.size())
                finished.append(before + plainest(marked));
        }
    }
    return finished;
}

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
    for (const QString& finished : begunSigns(from, to))
        addWritten(finished, 3);
    add(KeyKind::Respelt, joined, 4);
    for (const QString& other : otherSpellings(words)) {
        addWritten(other, 4);
        add(KeyKind::Respelt, other, 4);
    }
    // Before what only sounds alike, which may be the same word.
    static const QRegularExpression pinyinV(u"^([ln])v"_s);
    if (isLatin(scriptOf(joined)) && joined.contains(pinyinV))
        addWritten(QString(joined).replace(pinyinV, u"\\1u"_s), 4);
    const bool isTypedInLatin = isLatin(scriptOf(joined));
    QStringList yo = words;
    std::ranges::transform(words, yo.begin(), withYo);
    for (const QString& spelt : allInLatin(words) + allInLatin(yo)) {
        add(KeyKind::Romaji, romajiOf(spelt, Ending::BeingTyped), 4);
        add(KeyKind::Latin, spelt, 4);
        if (!isTypedInLatin)
            addWritten(spelt, 4);
        const QString skeleton = skeletonOf(isTypedInLatin ? spelt : withPassportYu(spelt));
        const bool isLong = skeleton.size() >= shortestSkeleton;
        if (isLong || isTellingSkeleton(skeleton, spelt))
            add(KeyKind::Skeleton, skeleton, 5);
        if (isLong) {
            add(KeyKind::Latin, skeleton, 5);
            addWritten(skeleton, 5);
        }
    }
    if (isTypedInLatin) {
        for (const QString& other : otherRomajiOf(joined, Ending::BeingTyped))
            add(KeyKind::Romaji, other, 5);
        add(KeyKind::Loan, loanSkeletonOf(joined), 5);
    }
    add(KeyKind::Given, joined, 5);
    // Consonants alone: a syllable begins with one too, and is then found above.
    if (initialsOf(joined) == joined)
        add(KeyKind::Initials, joined, 5);
    return probes;
}

} // namespace kobai::search
