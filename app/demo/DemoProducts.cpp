// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoProducts.h"

#include <array>

namespace kobai::demo {

namespace {

constexpr DemoProduct lunch[] = {
    {u"Rice ball, salmon", u"おにぎり 鮭", 140, u"onigiri"},
    {u"Rice ball, pickled plum", u"おにぎり 梅", 120, u"onigiri"},
    {u"Rice ball, tuna mayonnaise", u"おにぎり ツナマヨ", 140, u"onigiri"},
    {u"Rice ball, kelp", u"おにぎり 昆布", 120, u"onigiri"},
    {u"Rice ball, grilled beef", u"おにぎり 焼肉", 170, u"onigiri"},
    {u"Fried chicken lunch box", u"から揚げ弁当", 480, u"bento"},
    {u"Salted salmon lunch box", u"塩鮭弁当", 520, u"bento"},
    {u"Seaweed lunch box", u"のり弁当", 390, u"bento"},
    {u"Hamburger steak lunch box", u"ハンバーグ弁当", 540, u"bento"},
    {u"Ham sandwich", u"ハムサンド", 230, u"sandwich"},
    {u"Egg sandwich", u"たまごサンド", 220, u"sandwich"},
    {u"Tuna sandwich", u"ツナサンド", 230, u"sandwich"},
    {u"Cutlet sandwich", u"カツサンド", 320, u"sandwich"},
    {u"Vegetable sandwich", u"野菜サンド", 240, u"sandwich"},
    {u"Melon bread", u"メロンパン", 130, u"bread"},
    {u"Curry bread", u"カレーパン", 150, u"bread"},
    {u"Red bean bread", u"あんパン", 120, u"bread"},
    {u"Fried noodle roll", u"焼きそばパン", 160, u"bread"},
    {u"Cream bun", u"クリームパン", 130, u"bread"},
    {u"Croissant", u"クロワッサン", 140, u"bread"},
};

constexpr DemoProduct snacks[] = {
    {u"Potato crisps, salt", u"ポテトチップス うすしお", 150, u"snack"},
    {u"Potato crisps, consommé", u"ポテトチップス コンソメ", 150, u"snack"},
    {u"Corn puffs, cheese", u"コーンスナック チーズ", 120, u"snack"},
    {u"Rice crackers", u"せんべい", 180, u"snack"},
    {u"Rice cracker mix", u"柿の種", 130, u"snack"},
    {u"Popcorn", u"ポップコーン", 140, u"snack"},
    {u"Pretzel sticks", u"プレッツェル", 160, u"snack"},
    {u"Shrimp crackers", u"えびせん", 120, u"snack"},
    {u"Milk chocolate", u"ミルクチョコレート", 130, u"chocolate"},
    {u"Dark chocolate", u"ビターチョコレート", 140, u"chocolate"},
    {u"Almond chocolate", u"アーモンドチョコ", 230, u"chocolate"},
    {u"Chocolate biscuits", u"チョコビスケット", 190, u"chocolate"},
    {u"Chocolate wafer", u"チョコウエハース", 90, u"chocolate"},
    {u"Fruit drops", u"フルーツドロップ", 150, u"candy"},
    {u"Mint candy", u"ミントキャンディ", 120, u"candy"},
    {u"Milk caramel", u"ミルクキャラメル", 140, u"candy"},
    {u"Grape gummies", u"グミ ぶどう", 130, u"candy"},
    {u"Lemon gummies", u"グミ レモン", 130, u"candy"},
    {u"Throat lozenges", u"のど飴", 180, u"candy"},
    {u"Chewing gum", u"チューインガム", 110, u"candy"},
};

constexpr DemoProduct drinks[] = {
    {u"Green tea 500 ml", u"緑茶 500ml", 120, u"tea"},
    {u"Roasted tea 500 ml", u"ほうじ茶 500ml", 120, u"tea"},
    {u"Barley tea 600 ml", u"麦茶 600ml", 110, u"tea"},
    {u"Oolong tea 500 ml", u"烏龍茶 500ml", 120, u"tea"},
    {u"Milk tea 500 ml", u"ミルクティー 500ml", 150, u"tea"},
    {u"Lemon tea 500 ml", u"レモンティー 500ml", 150, u"tea"},
    {u"Mineral water 500 ml", u"天然水 500ml", 90, u"water"},
    {u"Mineral water 2 l", u"天然水 2L", 140, u"water"},
    {u"Sparkling water 500 ml", u"炭酸水 500ml", 110, u"water"},
    {u"Sports drink 500 ml", u"スポーツドリンク 500ml", 140, u"water"},
    {u"Orange juice", u"オレンジジュース", 130, u"juice"},
    {u"Apple juice", u"りんごジュース", 130, u"juice"},
    {u"Grape juice", u"ぶどうジュース", 130, u"juice"},
    {u"Vegetable juice", u"野菜ジュース", 120, u"juice"},
    {u"Milk 200 ml", u"牛乳 200ml", 100, u"milk"},
    {u"Chocolate milk", u"ココア牛乳", 120, u"milk"},
    {u"Yoghurt drink", u"飲むヨーグルト", 140, u"milk"},
    {u"Black coffee", u"ブラックコーヒー", 130, u"coffee"},
    {u"Coffee with milk", u"カフェオレ", 140, u"coffee"},
    {u"Iced latte", u"アイスラテ", 170, u"coffee"},
};

constexpr DemoProduct iceCream[] = {
    {u"Vanilla cup", u"バニラカップ", 150, u"icecream"},
    {u"Chocolate cup", u"チョコカップ", 150, u"icecream"},
    {u"Strawberry cup", u"いちごカップ", 150, u"icecream"},
    {u"Green tea cup", u"抹茶カップ", 170, u"icecream"},
    {u"Soda ice bar", u"ソーダバー", 80, u"icecream"},
    {u"Grape ice bar", u"ぶどうバー", 80, u"icecream"},
    {u"Red bean ice bar", u"あずきバー", 90, u"icecream"},
    {u"Milk ice bar", u"ミルクバー", 90, u"icecream"},
    {u"Chocolate-coated bar", u"チョコがけバー", 140, u"icecream"},
    {u"Almond bar", u"アーモンドバー", 150, u"icecream"},
    {u"Vanilla cone", u"バニラコーン", 180, u"icecream"},
    {u"Chocolate cone", u"チョココーン", 180, u"icecream"},
    {u"Monaka wafer ice", u"アイスもなか", 160, u"icecream"},
    {u"Ice cream sandwich", u"クッキーサンドアイス", 160, u"icecream"},
    {u"Lemon sorbet", u"レモンシャーベット", 140, u"icecream"},
    {u"Mango sorbet", u"マンゴーシャーベット", 140, u"icecream"},
    {u"Shaved ice, strawberry", u"かき氷 いちご", 130, u"icecream"},
    {u"Shaved ice, melon", u"かき氷 メロン", 130, u"icecream"},
    {u"Mochi ice cream", u"雪見もちアイス", 170, u"icecream"},
    {u"Frozen yoghurt", u"フローズンヨーグルト", 160, u"icecream"},
};

constexpr DemoProduct stationery[] = {
    {u"Pencil HB", u"鉛筆 HB", 60, u"pencil"},
    {u"Pencils 2B, dozen", u"鉛筆 2B 1ダース", 660, u"pencil"},
    {u"Mechanical pencil", u"シャープペンシル", 280, u"pencil"},
    {u"Pencil leads 0.5", u"シャープ替芯 0.5", 200, u"pencil"},
    {u"Ballpoint pen, black", u"ボールペン 黒", 110, u"pen"},
    {u"Ballpoint pen, red", u"ボールペン 赤", 110, u"pen"},
    {u"Gel pen, blue", u"ゲルインクペン 青", 150, u"pen"},
    {u"Highlighter, yellow", u"蛍光ペン 黄", 110, u"pen"},
    {u"Eraser", u"消しゴム", 80, u"eraser"},
    {u"Notebook A5, ruled", u"ノート A5 横罫", 130, u"notebook"},
    {u"Notebook B5, ruled", u"ノート B5 横罫", 150, u"notebook"},
    {u"Notebook B5, squared", u"ノート B5 方眼", 160, u"notebook"},
    {u"Loose leaves, 100", u"ルーズリーフ 100枚", 240, u"paper"},
    {u"Drawing paper", u"画用紙", 120, u"paper"},
    {u"Ruler 30 cm", u"定規 30cm", 140, u"ruler"},
    {u"Scissors", u"はさみ", 380, u"scissors"},
    {u"Glue stick", u"スティックのり", 130, u"glue"},
    {u"Clear folder", u"クリアファイル", 90, u"folder"},
    {u"Ring binder", u"リングファイル", 320, u"folder"},
    {u"Postage stamps, 10", u"切手 10枚", 850, u"stamp"},
};

constexpr DemoProduct dailyGoods[] = {
    {u"Hand towel", u"ハンドタオル", 320, u"towel"},
    {u"Bath towel", u"バスタオル", 880, u"towel"},
    {u"Sports towel", u"スポーツタオル", 650, u"towel"},
    {u"Bar of soap", u"石けん", 120, u"soap"},
    {u"Hand soap", u"ハンドソープ", 280, u"soap"},
    {u"Shampoo, small", u"シャンプー ミニ", 350, u"soap"},
    {u"Laundry detergent, small", u"洗濯洗剤 小", 290, u"soap"},
    {u"Toothbrush", u"歯ブラシ", 160, u"toothbrush"},
    {u"Toothpaste", u"歯みがき粉", 220, u"toothbrush"},
    {u"Dental floss", u"デンタルフロス", 260, u"toothbrush"},
    {u"Socks, white", u"靴下 白", 300, u"socks"},
    {u"Socks, navy", u"靴下 紺", 300, u"socks"},
    {u"Sports socks", u"スポーツソックス", 420, u"socks"},
    {u"Batteries AA, 4", u"単3電池 4本", 380, u"battery"},
    {u"Batteries AAA, 4", u"単4電池 4本", 380, u"battery"},
    {u"Folding umbrella", u"折りたたみ傘", 980, u"umbrella"},
    {u"Umbrella", u"ビニール傘", 600, u"umbrella"},
    {u"Masks, 7", u"マスク 7枚", 330, u"mask"},
    {u"Masks, 30", u"マスク 30枚", 780, u"mask"},
    {u"Paper tissues, 6", u"ポケットティッシュ 6個", 150, u"paper"},
};

constexpr std::array<DemoCategory, 6> categories{{
    {u"Lunch", u"お昼ごはん", 80, 34, lunch},
    {u"Snacks", u"お菓子", 80, 20, snacks},
    {u"Drinks", u"飲み物", 80, 26, drinks},
    {u"Ice cream", u"アイス", 80, 8, iceCream},
    {u"Stationery", u"文房具", 100, 9, stationery},
    {u"Daily goods", u"日用品", 100, 5, dailyGoods},
}};

} // namespace

std::span<const DemoCategory> demoCategories()
{
    return categories;
}

QString demoBarcode(int category, int product)
{
    QString digits =
        QStringLiteral("21%1%2").arg(category + 1, 4, 10, QLatin1Char('0')).arg(product + 1, 6, 10, QLatin1Char('0'));
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += (digits[i].unicode() - u'0') * (i % 2 == 0 ? 1 : 3);
    return digits + QString::number((10 - sum % 10) % 10);
}

} // namespace kobai::demo
