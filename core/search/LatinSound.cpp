// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/LatinSound.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
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
        {QRegularExpression(u"vu(?=[aeio])"_s), u"b"_s},
        {QRegularExpression(u"v(?=[aeiouy]|$)"_s), u"b"_s},
        {QRegularExpression(u"([kg])u?w(?=[aeio]|$)"_s), u"\\1u"_s},
        {QRegularExpression(u"cch"_s), u"tch"_s},
        {QRegularExpression(u"cc$"_s), u"tt"_s},
        {QRegularExpression(u"shi"_s), u"si"_s},
        {QRegularExpression(u"shy?(?=[aueo])"_s), u"sy"_s},
        {QRegularExpression(u"shy?$"_s), u"s"_s},
        {QRegularExpression(u"chi"_s), u"ti"_s},
        {QRegularExpression(u"chy?(?=[aueo])"_s), u"ty"_s},
        {QRegularExpression(u"(chy?|c)$"_s), u"t"_s},
        {QRegularExpression(u"dj"_s), u"j"_s},
        {QRegularExpression(u"ji"_s), u"zi"_s},
        {QRegularExpression(u"jy?(?=[aueo])"_s), u"zy"_s},
        {QRegularExpression(u"jj"_s), u"zz"_s},
        {QRegularExpression(u"jy?$"_s), u"z"_s},
        {QRegularExpression(u"dh(?=[iu]|$)"_s), u"d"_s},
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
    static const QRegularExpression neverJapanese(u"[^a-z]|[lqx]"_s);
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

QStringList otherRomajiOf(const QString& latin, Ending ending)
{
    static const std::array<Respelling, 1> always{Respelling{QRegularExpression(u"(?<=[ou])h"_s), QString()}};
    static const std::array<Respelling, 4> whileTyped{
        Respelling{QRegularExpression(u"m$"_s), u"n"_s},
        Respelling{QRegularExpression(u"dh?$"_s), u"z"_s},
        Respelling{QRegularExpression(u"nn$"_s), u"n"_s},
        Respelling{QRegularExpression(u"w$"_s), QString()},
    };
    const QString itself = romajiOf(latin, ending);
    QStringList others;
    const auto addBy = [&](const Respelling& step) {
        if (!latin.contains(step.from))
            return;
        const QString other = romajiOf(QString(latin).replace(step.from, step.to), ending);
        if (!other.isEmpty() && other != itself && !others.contains(other))
            others.append(other);
    };
    std::ranges::for_each(always, addBy);
    if (ending == Ending::BeingTyped)
        std::ranges::for_each(whileTyped, addBy);
    return others;
}

QString withTypedN(const QString& hiragana)
{
    static const QRegularExpression beforeVowel(u"ん(?=[あいうえおやゆよ])"_s);
    return QString(hiragana).replace(beforeVowel, u"んん"_s);
}

QString loanSkeletonOf(const QString& latin)
{
    static const std::vector<Respelling> steps{
        {QRegularExpression(u"x"_s), u"ks"_s},
        {QRegularExpression(u"c(?=[eiy])"_s), u"s"_s},
        {QRegularExpression(u"c(?!h)|qu?"_s), u"k"_s},
        {QRegularExpression(u"v"_s), u"b"_s},
        {QRegularExpression(u"l"_s), u"r"_s},
        {QRegularExpression(u"th|z"_s), u"s"_s},
        {QRegularExpression(u"ph|f"_s), u"h"_s},
        {QRegularExpression(u"(?<=[dtf])y(?=u)"_s), QString()},
        // The vowels that katakana put between consonants and at the end.
        {QRegularExpression(u"(?<=[bdghkmprst])u(?![aeiou])"_s), QString()},
        {QRegularExpression(u"(?<=[dt])o(?![aeiou])"_s), QString()},
        {QRegularExpression(u"(.)\\1+"_s), u"\\1"_s},
    };
    QString text = latin;
    for (const Respelling& step : steps)
        text.replace(step.from, step.to);
    return text;
}

bool isLoan(const QString& hiragana)
{
    static const QRegularExpression signs(u"[ゔぁぃぅぇぉー]|[てでふ]ゅ"_s);
    return hiragana.contains(signs);
}

QString skeletonOf(const QString& latin)
{
    static const std::vector<Respelling> steps{
        {QRegularExpression(u"^(mac|mc|m(?=[bdfghjklnp-tv-xz]))"_s), u"mc"_s},
        {QRegularExpression(u"(?<=[aou])e"_s), QString()},
        {QRegularExpression(u"aa"_s), u"a"_s},
        {QRegularExpression(u"dj"_s), u"d"_s},
        {QRegularExpression(u"(?<=[ln])(v|yu)"_s), u"u"_s},
        // Slavic and Greek letters, by the usual rules and without their accents: ч ch č, ц ts c, х kh h, щ shch sch, ж zh ž, кс x.
        {QRegularExpression(u"x"_s), u"ks"_s},
        {QRegularExpression(u"kh"_s), u"h"_s},
        {QRegularExpression(u"tsch|tch|ch|t[sz]|cz"_s), u"c"_s},
        {QRegularExpression(u"sz"_s), u"ss"_s},
        {QRegularExpression(u"(?<=[dstz])h"_s), QString()},
        {QRegularExpression(u"(?<=nd)e(?=r|$)"_s), QString()},
        // й, и and the y of Ya and Yu; -iy, -yi, -ii and -y.
        {QRegularExpression(u"[ijy]+"_s), u"i"_s},
    };
    QString text = latin;
    for (const Respelling& step : steps)
        text.replace(step.from, step.to);
    return text;
}

} // namespace kobai::search
