// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoNames.h"

#include <iterator>

namespace kobai::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WrittenName {
    QStringView name;
    QStringView reading; ///< empty for Latin names
};

constexpr WrittenName surnames[] = {
    {u"佐藤", u"さとう"},     {u"鈴木", u"すずき"},   {u"高橋", u"たかはし"}, {u"田中", u"たなか"},
    {u"伊藤", u"いとう"},     {u"渡辺", u"わたなべ"}, {u"山本", u"やまもと"}, {u"中村", u"なかむら"},
    {u"小林", u"こばやし"},   {u"加藤", u"かとう"},   {u"吉田", u"よしだ"},   {u"山田", u"やまだ"},
    {u"佐々木", u"ささき"},   {u"山口", u"やまぐち"}, {u"松本", u"まつもと"}, {u"井上", u"いのうえ"},
    {u"木村", u"きむら"},     {u"林", u"はやし"},     {u"斎藤", u"さいとう"}, {u"清水", u"しみず"},
    {u"山崎", u"やまざき"},   {u"森", u"もり"},       {u"池田", u"いけだ"},   {u"橋本", u"はしもと"},
    {u"阿部", u"あべ"},       {u"石川", u"いしかわ"}, {u"山下", u"やました"}, {u"中島", u"なかじま"},
    {u"石井", u"いしい"},     {u"小川", u"おがわ"},   {u"前田", u"まえだ"},   {u"岡田", u"おかだ"},
    {u"長谷川", u"はせがわ"}, {u"藤田", u"ふじた"},   {u"後藤", u"ごとう"},   {u"近藤", u"こんどう"},
    {u"村上", u"むらかみ"},   {u"遠藤", u"えんどう"}, {u"青木", u"あおき"},   {u"坂本", u"さかもと"},
    {u"福田", u"ふくだ"},     {u"太田", u"おおた"},   {u"西村", u"にしむら"}, {u"藤井", u"ふじい"},
    {u"岡本", u"おかもと"},   {u"金子", u"かねこ"},   {u"藤原", u"ふじわら"}, {u"三浦", u"みうら"},
    {u"中野", u"なかの"},     {u"原田", u"はらだ"},   {u"松田", u"まつだ"},   {u"竹内", u"たけうち"},
    {u"小野", u"おの"},       {u"田村", u"たむら"},   {u"中山", u"なかやま"}, {u"和田", u"わだ"},
    {u"石田", u"いしだ"},     {u"森田", u"もりた"},   {u"上田", u"うえだ"},   {u"原", u"はら"},
    {u"柴田", u"しばた"},     {u"酒井", u"さかい"},   {u"工藤", u"くどう"},   {u"横山", u"よこやま"},
    {u"宮崎", u"みやざき"},   {u"宮本", u"みやもと"}, {u"内田", u"うちだ"},   {u"高木", u"たかぎ"},
    {u"安藤", u"あんどう"},   {u"谷口", u"たにぐち"}, {u"大野", u"おおの"},   {u"丸山", u"まるやま"},
    {u"今井", u"いまい"},     {u"河野", u"こうの"},   {u"藤本", u"ふじもと"}, {u"村田", u"むらた"},
    {u"武田", u"たけだ"},     {u"上野", u"うえの"},   {u"杉山", u"すぎやま"}, {u"増田", u"ますだ"},
    {u"平野", u"ひらの"},     {u"大塚", u"おおつか"}, {u"千葉", u"ちば"},     {u"久保", u"くぼ"},
    {u"松井", u"まつい"},     {u"小島", u"こじま"},   {u"岩崎", u"いわさき"}, {u"桜井", u"さくらい"},
    {u"野口", u"のぐち"},     {u"松尾", u"まつお"},
};

constexpr WrittenName womensNames[] = {
    {u"芽依", u"めい"},   {u"陽葵", u"ひまり"},   {u"凛", u"りん"},       {u"結衣", u"ゆい"},     {u"咲良", u"さくら"},
    {u"葵", u"あおい"},   {u"美月", u"みつき"},   {u"心春", u"こはる"},   {u"結菜", u"ゆいな"},   {u"杏", u"あん"},
    {u"莉子", u"りこ"},   {u"陽菜", u"ひな"},     {u"琴音", u"ことね"},   {u"彩花", u"あやか"},   {u"七海", u"ななみ"},
    {u"優奈", u"ゆうな"}, {u"千尋", u"ちひろ"},   {u"真央", u"まお"},     {u"遥", u"はるか"},     {u"美咲", u"みさき"},
    {u"愛", u"あい"},     {u"花音", u"かのん"},   {u"詩織", u"しおり"},   {u"楓", u"かえで"},     {u"紗希", u"さき"},
    {u"萌", u"もえ"},     {u"柚希", u"ゆずき"},   {u"玲奈", u"れな"},     {u"日和", u"ひより"},   {u"朱里", u"あかり"},
    {u"瑞希", u"みずき"}, {u"由衣", u"ゆい"},     {u"和花", u"のどか"},   {u"明日香", u"あすか"}, {u"綾乃", u"あやの"},
    {u"里奈", u"りな"},   {u"恵", u"めぐみ"},     {u"京子", u"きょうこ"}, {u"直美", u"なおみ"},   {u"智子", u"ともこ"},
    {u"裕子", u"ゆうこ"}, {u"久美子", u"くみこ"}, {u"理恵", u"りえ"},     {u"香織", u"かおり"},   {u"由美", u"ゆみ"},
    {u"陽子", u"ようこ"}, {u"幸恵", u"ゆきえ"},   {u"麻衣", u"まい"},
};

constexpr WrittenName mensNames[] = {
    {u"蓮", u"れん"},     {u"陽翔", u"はると"},   {u"湊", u"みなと"},   {u"樹", u"いつき"},     {u"大翔", u"ひろと"},
    {u"悠真", u"ゆうま"}, {u"蒼", u"あおい"},     {u"律", u"りつ"},     {u"朝陽", u"あさひ"},   {u"颯太", u"そうた"},
    {u"健太", u"けんた"}, {u"翔", u"しょう"},     {u"拓海", u"たくみ"}, {u"海斗", u"かいと"},   {u"陸", u"りく"},
    {u"大和", u"やまと"}, {u"悠斗", u"ゆうと"},   {u"一輝", u"かずき"}, {u"直樹", u"なおき"},   {u"航", u"わたる"},
    {u"亮", u"りょう"},   {u"駿", u"しゅん"},     {u"光", u"ひかる"},   {u"隼人", u"はやと"},   {u"圭吾", u"けいご"},
    {u"誠", u"まこと"},   {u"涼太", u"りょうた"}, {u"瑛太", u"えいた"}, {u"晴", u"はる"},       {u"奏", u"かなで"},
    {u"慧", u"けい"},     {u"琉生", u"るい"},     {u"新", u"あらた"},   {u"匠", u"たくみ"},     {u"智也", u"ともや"},
    {u"優斗", u"ゆうと"}, {u"健一", u"けんいち"}, {u"浩", u"ひろし"},   {u"隆", u"たかし"},     {u"修", u"おさむ"},
    {u"和也", u"かずや"}, {u"雅人", u"まさと"},   {u"哲也", u"てつや"}, {u"洋平", u"ようへい"}, {u"真一", u"しんいち"},
    {u"秀樹", u"ひでき"}, {u"武", u"たけし"},     {u"学", u"まなぶ"},
};

constexpr WrittenName latinSurnames[] = {
    {u"Clarke", u""},   {u"Whitfield", u""}, {u"Morgan", u""},    {u"Bennett", u""}, {u"Osborne", u""},
    {u"Fletcher", u""}, {u"Hughes", u""},    {u"Marsden", u""},   {u"Patel", u""},   {u"Okafor", u""},
    {u"Nguyen", u""},   {u"Keller", u""},    {u"Lindqvist", u""}, {u"Moreau", u""},  {u"Rossi", u""},
    {u"Novak", u""},    {u"Haddad", u""},    {u"Mensah", u""},    {u"Silva", u""},   {u"Tanaka-Reid", u""},
    {u"Campbell", u""}, {u"Doyle", u""},     {u"Ashworth", u""},  {u"Kim", u""},     {u"Chen", u""},
    {u"Lopez", u""},    {u"Fischer", u""},   {u"Andersen", u""},  {u"Dubois", u""},  {u"Marino", u""},
};

constexpr WrittenName latinWomensNames[] = {
    {u"Emily", u""}, {u"Grace", u""}, {u"Amara", u""},  {u"Sofia", u""}, {u"Hannah", u""}, {u"Zoe", u""},
    {u"Leila", u""}, {u"Clara", u""}, {u"Ingrid", u""}, {u"Maya", u""},  {u"Alice", u""},  {u"Nadia", u""},
    {u"Freya", u""}, {u"Chloe", u""}, {u"Isla", u""},   {u"Rosa", u""},
};

constexpr WrittenName latinMensNames[] = {
    {u"Oliver", u""}, {u"Noah", u""},  {u"Daniel", u""}, {u"Samuel", u""}, {u"Tariq", u""}, {u"Lukas", u""},
    {u"Ethan", u""},  {u"Hugo", u""},  {u"Mateo", u""},  {u"Kwame", u""},  {u"Oscar", u""}, {u"Felix", u""},
    {u"Arjun", u""},  {u"Henry", u""}, {u"Jonas", u""},  {u"Luca", u""},
};

/// One name in eight is not Japanese.
constexpr int latinOneIn = 8;

template <std::size_t N>
const WrittenName& pick(const WrittenName (&names)[N], Dice& dice)
{
    return names[std::size_t(dice.below(int(N)))];
}

DemoName written(const WrittenName& surname, const WrittenName& given)
{
    const auto joined = [](QStringView first, QStringView second) { return u"%1 %2"_s.arg(first, second); };
    if (surname.reading.isEmpty())
        return {joined(given.name, surname.name), {}};
    return {joined(surname.name, given.name), joined(surname.reading, given.reading)};
}

} // namespace

DemoFamily::DemoFamily(Dice& dice)
    : m_latin(dice.oneIn(latinOneIn)),
      m_surname(dice.below(int(m_latin ? std::size(latinSurnames) : std::size(surnames))))
{
}

DemoName DemoFamily::woman(Dice& dice) const
{
    if (m_latin)
        return written(latinSurnames[m_surname], pick(latinWomensNames, dice));
    return written(surnames[m_surname], pick(womensNames, dice));
}

DemoName DemoFamily::man(Dice& dice) const
{
    if (m_latin)
        return written(latinSurnames[m_surname], pick(latinMensNames, dice));
    return written(surnames[m_surname], pick(mensNames, dice));
}

} // namespace kobai::demo
