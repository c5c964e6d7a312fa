// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/LatinSound.h"

#include "search/SearchFold.h"
#include "search/Transforms.h"

#include <QRegularExpression>

#include <vector>

namespace kobai::search {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Respelling {
    QRegularExpression from;
    QString to;
};

/// Hepburn to Kunrei, in this order; a consonant at the end is one whose vowel is still to be typed.
const std::vector<Respelling>& hepburn()
{
    static const std::vector<Respelling> steps{
        {QRegularExpression(u"cch"_s), u"tch"_s},
        {QRegularExpression(u"shi"_s), u"si"_s},
        {QRegularExpression(u"sh(?=[aueo])"_s), u"sy"_s},
        {QRegularExpression(u"sh$"_s), u"s"_s},
        {QRegularExpression(u"chi"_s), u"ti"_s},
        {QRegularExpression(u"ch(?=[aueo])"_s), u"ty"_s},
        {QRegularExpression(u"ch?$"_s), u"t"_s},
        {QRegularExpression(u"dj"_s), u"j"_s},
        {QRegularExpression(u"ji"_s), u"zi"_s},
        {QRegularExpression(u"jy?(?=[aueo])"_s), u"zy"_s},
        {QRegularExpression(u"jj"_s), u"zz"_s},
        {QRegularExpression(u"jy?$"_s), u"z"_s},
        {QRegularExpression(u"dz"_s), u"z"_s},
        {QRegularExpression(u"d(?=[ui])"_s), u"z"_s},
        {QRegularExpression(u"dy"_s), u"zy"_s},
        {QRegularExpression(u"ts"_s), u"t"_s},
        {QRegularExpression(u"f"_s), u"h"_s},
        {QRegularExpression(u"wo"_s), u"o"_s},
        {QRegularExpression(u"m(?=[bpm])"_s), u"n"_s},
    };
    return steps;
}

/// Syllables, the syllabic n, doubled consonants, and the h of Ohta.
const QRegularExpression& syllables(Ending ending)
{
    constexpr auto whole = "([kgsztdnhbpmyrw]?y?[aeiou]|n|([kstgzdbphrmw])(?=\\2)|(?<=o)h(?![aeiouy]))*";
    static const QRegularExpression finished(u"^"_s + QLatin1StringView(whole) + u"$"_s);
    static const QRegularExpression typed(u"^"_s + QLatin1StringView(whole) + u"[kgsztdnhbpmyrw]?y?$"_s);
    return ending == Ending::Finished ? finished : typed;
}

} // namespace

QString romajiOf(const QString& latin, Ending ending)
{
    // Most words of other languages are told at once.
    static const QRegularExpression neverJapanese(u"[^a-z]|[lqvx]"_s);
    if (latin.contains(neverJapanese))
        return {};
    QString text = latin;
    for (const Respelling& step : hepburn())
        text.replace(step.from, step.to);
    if (text.isEmpty() || !syllables(ending).match(text).hasMatch())
        return {};
    static const QRegularExpression longH(u"(?<=o)h(?![aeiouy])"_s);
    static const QRegularExpression longO(u"o[ou]+"_s);
    static const QRegularExpression longOther(u"([aiue])\\1+"_s);
    return text.remove(longH).replace(longO, u"o"_s).replace(longOther, u"\\1"_s);
}

QStringList inLatin(const QString& word)
{
    QStringList spelt;
    switch (scriptOf(word)) {
    case Script::Kana:
        spelt = {latinFromKana(word)};
        break;
    case Script::Cyrillic:
        spelt = {latinByLetters(word), latinBySound(word)};
        break;
    case Script::Greek:
    case Script::Hangul:
        spelt = {latinByLetters(word.normalized(QString::NormalizationForm_C))};
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

QString skeletonOf(const QString& latin)
{
    static const QRegularExpression mac(u"^mac(?=[^aeiou])"_s);
    static const QRegularExpression umlaut(u"(?<=[aou])e"_s);
    static const QRegularExpression narrowU(u"(?<=[ln])(v|yu)"_s);
    return QString(latin)
        .replace(mac, u"mc"_s)
        .remove(umlaut)
        .replace(u"aa"_s, u"a"_s)
        .replace(u"dj"_s, u"d"_s)
        .replace(narrowU, u"u"_s);
}

} // namespace kobai::search
