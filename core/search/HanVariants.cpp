// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/HanVariants.h"

#include <QHash>
#include <QString>
#include <QStringView>

#include <array>
#include <string_view>

namespace kobai::search {

namespace {

/// The first of each group stands for all of it. From the old forms in the Joyo kanji list (Cabinet notice of 2010), the permitted forms in the
/// list of kanji for names (Family Registration Act regulations, appendix 2), both held against Unihan's kJoyoKanji and kJinmeiyoKanji of Unicode 15,
/// and the variants that registers of names are known for. Forms that Unicode calls compatible (神 U+FA19) are one before they come here.
constexpr auto groups = std::to_array<const char16_t*>({
    u"高髙",     u"崎﨑嵜碕",   u"邊邉辺",   u"齋齊斎斉斋齐", u"濱濵浜",   u"澤沢",       u"島嶋嶌嶹", u"櫻桜",
    u"廣広",     u"國国圀囯",   u"惠恵",     u"眞真",         u"龍竜",     u"橋槗𣘺",     u"柳栁桺",   u"富冨",
    u"吉𠮷",     u"藪薮籔",     u"彌弥",     u"峰峯",         u"淵渕渊",   u"關関闗",     u"瀧滝",     u"瀨瀬",
    u"德徳",     u"黑黒",       u"增増",     u"橫横",         u"榮栄",     u"壽寿夀",     u"學学斈",   u"寶宝寳",
    u"靜静",     u"淨浄",       u"禮礼",     u"祿禄",         u"郞郎",     u"綠緑",       u"緣縁",     u"與与",
    u"樂楽",     u"萬万",       u"圓円",     u"應応",         u"亞亜",     u"惡悪",       u"壓圧",     u"圍囲",
    u"爲為",     u"醫医",       u"壹壱",     u"隱隠",         u"營営",     u"衛衞",       u"驛駅",     u"艷艶",
    u"鹽塩",     u"奧奥",       u"溫温",     u"穩穏",         u"假仮",     u"價価",       u"畫画",     u"會会",
    u"繪絵",     u"懷懐",       u"壞壊",     u"擴拡",         u"殼殻",     u"覺覚",       u"嶽岳",     u"勸勧",
    u"卷巻",     u"陷陥",       u"寬寛",     u"歡歓",         u"觀観",     u"氣気",       u"歸帰",     u"僞偽",
    u"戲戯",     u"犧犠",       u"舊旧",     u"據拠",         u"擧挙",     u"峽峡",       u"狹狭",     u"鄉鄕郷",
    u"曉暁",     u"勳勲",       u"薰薫",     u"徑径",         u"溪渓谿",   u"經経",       u"螢蛍",     u"輕軽",
    u"繼継",     u"鷄鶏雞",     u"藝芸",     u"縣県",         u"儉倹",     u"劍剣劔劒剱", u"險険",     u"圈圏",
    u"檢検",     u"權権",       u"獻献",     u"研硏",         u"顯顕",     u"驗験",       u"嚴厳",     u"恆恒",
    u"鑛鉱",     u"號号",       u"碎砕",     u"雜雑",         u"參参",     u"產産",       u"蠶蚕",     u"慘惨",
    u"贊賛",     u"殘残",       u"絲糸",     u"齒歯",         u"兒児",     u"辭辞",       u"濕湿",     u"實実",
    u"寫写",     u"釋釈",       u"收収",     u"從従",         u"澁渋",     u"獸獣",       u"縱縦",     u"肅粛",
    u"處処",     u"緒緖",       u"敍叙",     u"將将",         u"奬奨",     u"燒焼",       u"稱称",     u"證証",
    u"乘乗",     u"剩剰",       u"壤壌",     u"孃嬢",         u"條条",     u"狀状",       u"疊畳",     u"讓譲",
    u"釀醸",     u"愼慎",       u"晉晋",     u"盡尽",         u"圖図",     u"粹粋",       u"穗穂",     u"隨随",
    u"髓髄",     u"數数",       u"聲声",     u"攝摂",         u"專専",     u"淺浅",       u"戰戦",     u"踐践",
    u"纖繊",     u"禪禅",       u"雙双",     u"壯壮",         u"莊荘",     u"搜捜",       u"插挿",     u"巢巣",
    u"曾曽",     u"裝装",       u"瘦痩",     u"總総惣",       u"藏蔵",     u"臟臓",       u"屬属",     u"續続",
    u"墮堕",     u"對対",       u"體体",     u"帶帯",         u"滯滞",     u"臺台",       u"單単",     u"團団",
    u"彈弾",     u"斷断",       u"癡痴",     u"遲遅",         u"晝昼",     u"蟲虫",       u"鑄鋳",     u"廳庁",
    u"聽聴",     u"敕勅",       u"鎮鎭",     u"遞逓",         u"鐵鉄銕鐡", u"點点",       u"轉転",     u"傳伝",
    u"黨党",     u"盜盗",       u"燈灯",     u"當当",         u"闘鬪",     u"獨独",       u"讀読",     u"貳弐",
    u"姬姫",     u"惱悩",       u"腦脳",     u"霸覇",         u"拜拝",     u"廢廃",       u"賣売",     u"麥麦",
    u"發発",     u"拔抜",       u"晚晩",     u"蠻蛮",         u"祕秘",     u"甁瓶",       u"佛仏",     u"拂払",
    u"併倂",     u"變変",       u"步歩",     u"萠萌",         u"豐豊",     u"穰穣",       u"褒襃",     u"飜翻",
    u"每毎",     u"槇槙",       u"默黙",     u"彥彦",         u"譯訳",     u"藥薬",       u"豫予",     u"餘余",
    u"謠謡",     u"遙遥",       u"搖揺",     u"樣様",         u"來来",     u"賴頼",       u"亂乱",     u"覽覧",
    u"兩両",     u"獵猟",       u"壘塁",     u"勵励",         u"靈霊",     u"齡齢",       u"歷歴",     u"曆暦",
    u"戀恋",     u"爐炉",       u"勞労",     u"樓楼",         u"錄録",     u"灣湾",       u"瑤瑶",     u"凜凛",
    u"堯尭",     u"籠篭",       u"桧檜",     u"祢禰",         u"埜野",     u"鷗鴎",       u"蘆芦",     u"濤涛",
    u"禱祷",     u"驅駆駈",     u"區区",     u"龜亀",         u"館舘",     u"凉涼",       u"晃晄",     u"杉杦",
    u"嵯嵳",     u"冱冴",       u"靑青",     u"淸清",         u"鄧邓",     u"啓啟",       u"吳呉吴",   u"黃黄",
    u"戶戸户",   u"歲歳岁",     u"乃迺",     u"强強",         u"卽即",     u"旣既",       u"鄰隣",     u"徵徴",
    u"毆殴",     u"歐欧",       u"奈柰",     u"裏裡",         u"群羣",     u"松枩",       u"巖巌嵓",   u"亙亘",
    u"剝剥",     u"塡填",       u"寢寝",     u"揭掲",         u"擊撃",     u"涉渉",       u"淚涙",     u"渴渇",
    u"爭争",     u"杯盃",       u"稻稲",     u"園薗",         u"虛虚",     u"醉酔",       u"鍊錬",     u"頰頬",
    u"騷騒",     u"髮髪",       u"桑桒",     u"昇曻",         u"村邨",     u"喜㐂",       u"土圡𡈽",   u"梅楳",
    u"翠翆",     u"秋穐龝",     u"鶴靏靍寉", u"船舩",         u"滿満",     u"栃杤",       u"枡桝",     u"柏栢",
    u"岡崗",     u"篠筱",       u"蓑簑簔",   u"雁鴈鳫",       u"脇𦚰",     u"鹿𢈘",       u"虎乕",     u"京亰",
    u"寧寍寜甯", u"仙僊",       u"善譱",     u"事亊",         u"風凬",     u"奇竒",       u"回囘",     u"協恊",
    u"耕畊",     u"肇肈",       u"珍珎",     u"哲喆",         u"浩澔",     u"穎頴",       u"睿叡",     u"皐皋臯",
    u"晧皓",     u"熙煕凞熈",   u"昂昻",     u"聰聡",         u"紘絋",     u"尚尙",       u"姉姊",     u"賢贒",
    u"鐸鈬",     u"峨峩",       u"庵菴",     u"鐮鎌",         u"厩廐廏",   u"曹曺",       u"菟莵",     u"裴裵",
    u"毘毗",     u"欣忻",       u"冰氷",     u"兎兔",         u"竈竃",     u"窗窓窻",     u"繩縄",     u"舍舎",
    u"讚讃",     u"壺壷",       u"祇祗",     u"繫繋",         u"吞呑",     u"麴麹",       u"驒騨",     u"顛顚",
    u"焰焔",     u"屛屏",       u"嚙噛",     u"醬醤",         u"賤賎",     u"蠟蝋",       u"鶯鴬",     u"戾戻",
    u"概槪",     u"辨弁瓣辯辩", u"鍾锺",     u"蕭肖",         u"叱𠮟",
});

/// Traditional characters whose simplified form is another character of Japanese names: 葉 and 叶, 昇 and 升, 幹 and 干.
constexpr std::u32string_view apart =
    U"葉乾幹闘裏裡後穀準昇採沖衝雲菓誌倖範傑遊樸鬱薑瀋幾製築機摺禦絃係癒慾隻醜週鬆徵瞭憐阪著";

QHash<char32_t, char32_t> makeTable()
{
    QHash<char32_t, char32_t> table;
    for (const char16_t* group : groups) {
        const auto points = QStringView(group).toUcs4();
        for (const char32_t point : points) {
            if (point != points.first())
                table.insert(point, points.first());
        }
    }
    return table;
}

} // namespace

char32_t commonHan(char32_t point)
{
    static const QHash<char32_t, char32_t> table = makeTable();
    return table.value(point, point);
}

bool isApartFromSimplified(char32_t point)
{
    return apart.find(point) != std::u32string_view::npos;
}

} // namespace kobai::search
