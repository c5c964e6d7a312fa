// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/HangulSurnames.h"

#include <QHash>

#include <array>

namespace kobai::search {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Surname {
    char16_t syllable;
    const char16_t* spellings; ///< a blank between
};

/// The Revised Romanization (2000) leaves surnames to their bearers. The spellings are those that are commonly met, each syllable at most three of
/// them, and were taken from no count: who is not found by one is found by the rule's own; 박 is Bak by the rule for a syllable alone.
constexpr auto surnames = std::to_array<Surname>({
    {u'김', u"kim"},
    {u'이', u"lee yi rhee"},
    {u'박', u"park pak bak"},
    {u'최', u"choi"},
    {u'정', u"jung chung"},
    {u'강', u"kang"},
    {u'조', u"cho"},
    {u'윤', u"yoon youn"},
    {u'장', u"chang"},
    {u'임', u"lim yim"},
    {u'오', u"oh"},
    {u'서', u"suh"},
    {u'신', u"shin"},
    {u'권', u"kwon"},
    {u'안', u"ahn"},
    {u'류', u"ryu yoo"},
    {u'유', u"yoo you"},
    {u'전', u"jun chun"},
    {u'고', u"ko koh"},
    {u'문', u"moon"},
    {u'손', u"sohn"},
    {u'배', u"pae"},
    {u'백', u"baek paik baik"},
    {u'허', u"huh hur"},
    {u'노', u"noh roh"},
    {u'심', u"shim"},
    {u'주', u"joo"},
    {u'구', u"koo ku"},
    {u'곽', u"kwak"},
    {u'우', u"woo"},
    {u'지', u"chi"},
    {u'진', u"chin"},
    {u'엄', u"um"},
    {u'방', u"pang"},
    {u'천', u"chun"},
    {u'공', u"kong"},
    {u'현', u"hyun"},
    {u'변', u"byun"},
    {u'염', u"yum"},
    {u'석', u"suk seok"},
    {u'길', u"kil gil"},
    {u'추', u"choo"},
    {u'성', u"sung"},
    {u'림', u"lim rim"},
    {u'리', u"ri lee"},
    {u'라', u"ra na"},
    {u'금', u"keum"},
    {u'기', u"ki"},
    {u'국', u"kook guk"},
    {u'두', u"doo"},
});

QHash<QChar, QStringList> makeTable()
{
    QHash<QChar, QStringList> table;
    for (const Surname& each : surnames)
        table.insert(each.syllable, QStringView(each.spellings).toString().split(u' '));
    return table;
}

} // namespace

QStringList usualSurnames(QChar syllable)
{
    static const QHash<QChar, QStringList> table = makeTable();
    return table.value(syllable);
}

} // namespace kobai::search
