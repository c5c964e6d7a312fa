// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/InLatin.h"

#include "search/HangulSurnames.h"
#include "search/SearchFold.h"
#include "search/Transforms.h"

#include <QRegularExpression>

namespace kobai::search {

using namespace Qt::Literals::StringLiterals;

namespace {

/// ICU writes the small vowels of loan words with a tilde, ヴァン as "vu~an" and トゥ as "to~u": here as one syllable, "van" and "tu".
QString kanaInLatin(const QString& word)
{
    static const QRegularExpression rounded(u"(?<=[kg])u~"_s);
    static const QRegularExpression consonant(u"(?<=[b-df-hj-np-tv-xz])[uoe]~"_s);
    static const QRegularExpression u(u"u~(?=[aieo])"_s);
    // What a small っ doubles is still to be typed.
    QString begun = word.endsWith(u'っ') ? word.chopped(1) : word;
    begun.replace(u'ゐ', u'い').replace(u'ゑ', u'え'); // as they are said today
    return latinFromKana(begun)
        .replace(rounded, u"w"_s)
        .remove(consonant)
        .replace(u, u"w"_s)
        .replace(u"i~e"_s, u"ye"_s);
}

/// ё once as е and once as it sounds.
QStringList yoInTwoWays(const QString& word)
{
    if (!word.contains(u'ё'))
        return {word};
    static const QRegularExpression afterSibilant(u"(?<=[жцчшщ])ё"_s);
    QString sound = word;
    sound.replace(afterSibilant, u"о"_s).replace(u"ё"_s, u"йо"_s);
    QString plain = word;
    plain.replace(u'ё', u'е');
    return {sound, plain};
}

/// By the language that the letters tell. Russian and what is like it: also as the press writes it, Evgeny and Maria for Yevgeniy and Mariya.
QStringList cyrillicInLatin(const QString& word)
{
    static const QRegularExpression serbian(u"[ђјљњћџ]"_s);
    static const QRegularExpression ukrainian(u"[іїєґ]"_s);
    if (word.contains(serbian)) {
        const QString gaj = latinFromSerbian(word);
        return {gaj, QString(gaj).replace(u"đ"_s, u"dj"_s)};
    }
    if (word.contains(ukrainian))
        return {latinFromUkrainian(word)};
    QStringList spelt;
    static const QRegularExpression initialYe(u"(?<![b-df-hj-np-tv-xzʹʺ])ye"_s);
    static const QRegularExpression lastIy(u"iy$"_s);
    for (const QString& each : yoInTwoWays(word)) {
        spelt.append(latinFromRussian(each));
        spelt.append(
            QString(spelt.last()).replace(initialYe, u"e"_s).replace(u"iya"_s, u"ia"_s).replace(lastIy, u"y"_s));
    }
    return spelt;
}

/// By letters, by sound (Γιώργος as Yiorgos), and with μπ and ντ as b and d everywhere (Μπάμπης as Babis).
QStringList greekInLatin(const QString& word)
{
    QString letters = word;
    letters.replace(u"μπ"_s, u"mp"_s).replace(u"ντ"_s, u"nt"_s);
    QString voiced = word;
    voiced.replace(u"μπ"_s, u"b"_s).replace(u"ντ"_s, u"d"_s);
    return {greekByLetters(letters), greekBySound(word), greekByLetters(voiced)};
}

/// By rule, and with the surname, which may be its first syllable, as its bearers write it.
QStringList hangulInLatin(const QString& word)
{
    const QString syllables = word.normalized(QString::NormalizationForm_C);
    QStringList spelt{latinByLetters(syllables)};
    const QString rest = latinByLetters(syllables.mid(1));
    for (const QString& surname : usualSurnames(syllables.front()))
        spelt.append(surname + rest);
    return spelt;
}

} // namespace

QStringList inLatin(const QString& word)
{
    QStringList spelt;
    switch (scriptOf(word)) {
    case Script::Kana:
        spelt = {kanaInLatin(word)};
        break;
    case Script::Cyrillic:
        spelt = cyrillicInLatin(word);
        break;
    case Script::Greek:
        spelt = greekInLatin(word.normalized(QString::NormalizationForm_C));
        break;
    case Script::Hangul:
        spelt = hangulInLatin(word);
        break;
    case Script::Blank:
    case Script::Han:
    case Script::Latin:
    case Script::Other:
        break;
    }
    QStringList plain;
    for (const QString& each : std::as_const(spelt)) {
        const QString joined = plainest(wordsOf(each, Apostrophes::Join).join(QString()));
        if (scriptOf(joined) == Script::Latin && !plain.contains(joined))
            plain.append(joined);
    }
    return plain;
}

QString withYo(const QString& cyrillic)
{
    static const QRegularExpression maybeYo(u"(?<=[бвгджзйклмнпрстфхцчшщь])е"_s);
    return QString(cyrillic).replace(maybeYo, u"ё"_s);
}

} // namespace kobai::search
