// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/Search.h"

#include "support/TestProgram.h"

#include <QTest>

#include <optional>

using namespace kobai;
using namespace kobai::search;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A person as kept, and what somebody types for that person: words apart by " / ".
struct Row {
    QString name;
    QString reading;
    QString found;
    QString notFound = {};
};

std::optional<int> distance(const QStringList& texts, const QString& typed)
{
    const QStringList keys = keysOf(texts);
    const Hits<int> hits = findAll<int>(Query(typed), [&](const Probe& probe, auto hit) {
        if (std::ranges::any_of(keys, [&](const QString& key) { return key.startsWith(probe.beginning); }))
            hit(0);
    });
    return hits.isEmpty() ? std::nullopt : std::optional(hits.value(0));
}

const std::vector<Row> japanese{
    {u"上田 大翔"_s, u"うえだ ひろと"_s,
     u"上田大翔 / 上田　大翔 / 上田 大翔 / 大翔上田 / 大翔 / 上田大 / うえだひろと / ウエダヒロト / ｳｴﾀﾞﾋﾛﾄ / "
     u"ウエダ　ヒロト / うえだ / "
     "ひろとうえだ / ひろ / ueda hiroto / UedaHiroto / hiroto ueda / ｕｅｄａ / UEDA / 上田ひろと / うえだ大翔 / 上 田"_s,
     u"田中 / 大翔田 / うえた / 翔 / hirota / ueda haruto / うえだはると"_s},
    {u"上田大翔"_s, u"うえだひろと"_s,
     u"上田 大翔 / 上田　大翔 / 大翔 / うえだ ひろと / うえだ　ひろと / ueda hiroto / uedahiroto"_s,
     u"下田 大翔 / 上田大輔"_s},
    {u"太田 翔"_s, u"オオタ ショウ"_s,
     u"おおた / oota / ota / ōta / Ôta / ohta / Ohta Sho / outa / oot / Ota Shō / Shou Oota / syou oota / syo / ota sh"_s,
     u"ota ken / おて / otani / uta"_s},
    {u"Ōta Shō"_s,
     {},
     u"ota / oota / ohta / ota sho / Ōta Shō / shou ota / おおた / オオタ / おおたしょう"_s,
     u"otto"_s},
    {u"加藤 純一"_s, u"かとう じゅんいち"_s,
     u"kato junichi / katou jun'ichi / katoh junichi / Katō Jun’ichi / zyuniti / jun / ju / j / kato jyunichi / "
     u"かとうじゅんいち / "
     "ジユンイチ / kat"_s,
     u"kado / junji / kato shin"_s},
    {u"新橋 千鶴"_s, u"しんばし ちづる"_s,
     u"shinbashi / shimbashi / sinbasi / chizuru / chiduru / tiduru / tizuru / ちずる / チヅル / しんばし ちずる"_s,
     u"chizuko"_s},
    {u"稻葉 亙"_s, u"いなば わたる"_s, u"稲葉亘 / 稲葉 / 稻葉亘 / 稲 / inaba wataru"_s, u"稲田 / 葉"_s},
    {u"\uFA19谷 \uFA1A"_s, {}, u"神谷祥 / 神谷 / \uFA19谷祥 / 祥"_s, u"示谷"_s}, // of Unicode's compatibility forms
    {u"園田 騒"_s, {}, u"薗田 / 薗田騷"_s, u"苑田"_s},
    {u"服部 智子"_s, u"はっとり ともこ"_s, u"hattori / はつとり / ハットリ / tomoko hattori / hatt"_s,
     u"hatori / hotta"_s},
    {u"松内 藤子"_s, u"まっちゃ ふじこ"_s, u"matcha / maccha / mattya / fujiko / huziko / fuj"_s, u"fumiko"_s},
    {u"齋藤 恵"_s, u"さいとう めぐみ"_s,
     u"斎藤 / 齊藤 / 斉藤 / 齋藤 / 斎藤惠 / saito / saitō / saitou / saitoh / saito megumi"_s, u"佐藤 / 斎木 / sato"_s},
    {u"髙橋 一郎"_s, {}, u"高橋 / 髙橋 / 高橋一郎 / 高 / 髙 / 高槗"_s, u"橋本 / 高木"_s},
    {u"山﨑 愛"_s, {}, u"山崎 / 山﨑 / 山嵜 / 山崎愛"_s, u"山本"_s},
    {u"渡邉 明"_s, {}, u"渡辺 / 渡邊 / 渡邉 / 渡邉󠄀 / 渡辺明"_s, u"渡部"_s},
    {u"黒澤 浩"_s, {}, u"黒沢 / 黑澤 / 黒澤浩"_s, u"黒田"_s},
    {u"濵田 実"_s, {}, u"浜田 / 濱田 / 濵田 / 浜田實"_s, u"浜口"_s},
    {u"國分 廣"_s, {}, u"国分 / 国分広 / 國分廣 / 国分 廣"_s, u"国広"_s},
    {u"櫻井 眞"_s, {}, u"桜井 / 桜井真 / 櫻井眞 / 樱井"_s, u"桜田"_s},
    {u"五十嵐 龍"_s, {}, u"五十嵐竜 / 五十嵐 龍 / 竜 / 龙"_s, u"五十川"_s},
    {u"中嶋 惠子"_s, {}, u"中島 / 中嶋 / 中嶌 / 中島恵子 / 恵子"_s, u"中山"_s},
    {u"佐々木 蓮"_s, u"ささき れん"_s, u"佐々木 / 佐佐木 / 佐々木蓮 / 佐佐木 蓮 / sasaki / ササキ"_s, u"佐藤 / 木"_s},
    {u"関ヶ原 匠"_s, {}, u"関ヶ原 / 関ケ原 / 関が原 / 関ヶ / 関ケ / 関 / 關ヶ原"_s, u"関口 / 小関"_s},
    {u"鈴木けんた"_s, {}, u"鈴木けんた / 鈴木 けんた / けんた / ケンタ / kenta / 鈴木ケンタ"_s, u"けんじ"_s},
    {u"吉田 ルーシー"_s, {}, u"るーしー / ルーシー / 吉田ルーシー / rushi / ruushii / 𠮷田"_s, u"るい"_s},
    {u"Tanaka Hiroto John"_s,
     {},
     u"たなか / タナカ ヒロト / tanaka john / JohnTanaka / tanakajohn / ヒロト"_s,
     u"たなべ"_s},
};

const std::vector<Row> eastAsian{
    {u"王小明"_s, {}, u"王小明 / 王 小明 / 小明 / 王小 / 王"_s, u"小王 / 黄小明 / wang"_s},
    {u"陳國華"_s, u"Chén Guóhuá"_s, u"陈国华 / 陳国華 / 国华 / chen / chen guohua / guohua chen / ChenGuohua / chén"_s,
     u"陈国强 / chan"_s},
    {u"张丽"_s, {}, u"張麗 / 张丽 / 張"_s, u"章丽"_s},
    {u"劉 龍"_s, {}, u"刘龙 / 刘 / 劉龍 / 刘 龙"_s, u"刘虎"_s},
    {u"吕伟"_s, u"Lǚ Wěi"_s, u"lü / lv / lu / lv wei / lu wei / lü wei / lyu wei / lvwei / 呂偉 / 吕"_s,
     u"li / liu wei"_s},
    {u"吕伟"_s, u"Lu Wei"_s, u"lv wei / lv / lü wei / lu"_s, u"lin wei"_s},
    {u"黃馬謝鄭"_s, {}, u"黄马谢郑 / 黃馬"_s, u"黄牛"_s},
    {u"김민준"_s,
     {},
     u"김민준 / 김 민준 / 민준 / 김민 / 김 / 기 / ㄱㅁㅈ / ㄱㅁ / ㅁㅈ / \u1100\u1175\u11B7\u1106\u1175\u11AB"_s,
     u"김서준 / 민서 / ㄱㅅㅈ / ㅂㅁㅈ"_s},
    {u"김 민준"_s, {}, u"김민준 / 민준김 / 민준 / 김 민준 / ㄱㅁㅈ / ㅁㅈ / 김　민준"_s, u"이민준"_s},
    {QString(u"이 서연"_s).normalized(QString::NormalizationForm_D), {}, u"이서연 / 서연 / ㅇㅅㅇ"_s, u"이서준"_s},
    {u"남궁민수"_s, {}, u"남궁 민수 / 민수 / ㄴㄱㅁㅅ"_s, u"남민수"_s},
    {u"Nguyễn Văn Đức"_s,
     {},
     u"nguyen van duc / Nguyễn / nguyên / đức / duc / NGUYEN / duc nguyen / nguyen duc / Nguyễn Đức / vanduc"_s,
     u"nguyen van dung"_s},
    {QString(u"Trần Thị Hường"_s).normalized(QString::NormalizationForm_D),
     {},
     u"tran / trần thị hường / huong / tran thi huong"_s,
     u"trang"_s},
};

const std::vector<Row> european{
    {u"Işıl Şahin"_s, {}, u"isil / ISIL / işıl / IŞIL / sahin / ŞAHİN / isil sahin / Şahin Işıl"_s, u"ismail"_s},
    {u"İbrahim Yağmur"_s, {}, u"ibrahim / İBRAHİM / IBRAHIM / yagmur / yağmur / ıbrahım"_s, u"abraham"_s},
    {u"Jürgen Müller"_s,
     {},
     u"muller / mueller / müller / MÜLLER / MUELLER / jurgen / juergen / jue / muller jurgen / JürgenMüller"_s,
     u"miller"_s},
    {u"Mueller, Anna"_s, {}, u"müller / mueller / muller / anna müller"_s, u"moller"_s},
    {u"Muller Anna"_s, {}, u"mueller / müller / muller"_s, u"miller"_s},
    {u"Groß Käthe"_s, {}, u"gross / groß / GROSS / kathe / kaethe / käthe"_s, u"grob"_s},
    {u"Strauss Jörg"_s, {}, u"strauß / straus / joerg / jorg / jörg"_s, u"struss"_s},
    {u"Øystein Sørensen"_s,
     {},
     u"oystein / oeystein / øystein / sorensen / soerensen / sörensen / sorensen oystein"_s,
     u"severinsen"_s},
    {u"Åse Bjørnæs"_s, {}, u"ase / aase / åse / bjornaes / bjørnæs"_s, u"asa"_s},
    {u"Kjærgaard Aage"_s, {}, u"kjaergaard / kjærgård / kjargard / åge / aage / age"_s, u"kjeld"_s},
    {u"Þórður Guðmundsson"_s, {}, u"thordur / þórður / thor / gudmundsson / Guðmundsson Þórður"_s, u"tordis"_s},
    {u"Łukasz Żółć"_s, {}, u"lukasz / łukasz / zolc / żółć / LUKASZ"_s, u"lucas"_s},
    {u"Đorđe Živković"_s, {}, u"dorde / djordje / đorđe / zivkovic / živković / djo"_s, u"dusan"_s},
    {u"Čapek Karel"_s, {}, u"capek / čapek / karel capek"_s, u"kapek"_s},
    {u"Алексей Щербаков"_s,
     {},
     u"алексеи / алексей / щербаков / shcherbakov / aleksey / aleksej / щербаков алексей"_s,
     u"андрей / aleksandr"_s},
    {u"Семён Ёлкин"_s, {}, u"семен / семён / елкин / semen / yelkin / elkin"_s, u"семенов"_s},
    {u"Aleksey Ivanov"_s, {}, u"алексей / иванов / иванов алексей"_s, u"петров"_s},
    {u"Ђорђе Петровић"_s, {}, u"djordje / dorde / petrovic / petrović"_s, u"pavlovic"_s},
    {u"Παπαδόπουλος Γιώργος"_s, {}, u"παπαδοπουλος / ΠΑΠΑΔΟΠΟΥΛΟΣ / papadopoulos / γιωργος"_s, u"παππας"_s},
    {u"Cœur François"_s, {}, u"coeur / cœur / francois / françois / FRANCOIS"_s, u"franz"_s},
    {u"Jean-Luc Lefèvre"_s,
     {},
     u"jean luc / jean-luc / jeanluc / luc / lefevre / jean lefevre / lefevre jean-luc / Jean‐Luc"_s,
     u"jean paul"_s},
    {u"Jeanluc Martin"_s, {}, u"jean-luc / jean luc martin / martin jean-luc"_s, u"jean marc"_s},
    {u"Jeanne d’Arc"_s, {}, u"d'arc / darc / d’arc / arc / d arc / jeanne darc"_s, u"marc"_s},
    {u"Sean O'Brien"_s,
     {},
     u"o'brien / obrien / o’brien / o brien / OBRIEN / brien / sean obrien / obrien sean / o`brien / oʼbrien"_s,
     u"bryan"_s},
    {u"Sean OBrien"_s, {}, u"o'brien / o’brien / o brien / obrien"_s, u"brien / osborne"_s},
    {u"Máire Ó Briain"_s, {}, u"o briain / ó briain / obriain / briain / maire / o'briain"_s, u"brion"_s},
    {u"Ian McDonald"_s,
     {},
     u"mc donald / mcdonald / macdonald / mac donald / ian mc donald / mc donald ian / McD"_s,
     u"macron / donald duck"_s},
    {u"Ian Mac Donald"_s, {}, u"macdonald / mac donald / mcdonald / donald"_s, u"mcdowell"_s},
    {u"Mary Anne Louise Smith"_s,
     {},
     u"mary smith / smith mary / anne smith / marysmith / smithmary / louise / mary louise / sm mar"_s,
     u"mary jones / rysmith"_s},
    {u"José García"_s, {}, u"jose garcia / JOSÉ / ｊｏｓｅ / garcía / gar jo"_s, u"joseph"_s},
    {u"Joe Blue"_s, {}, u"joe / blue / joe b"_s, u"jane"_s},
};

const std::vector<Row> others{
    {u"أحمد الحسن"_s,
     {},
     u"احمد / أحمد / إحمد / آحمد / الحسن / حسن / احمد حسن / أَحْمَد / احـــمد / الحسن احمد"_s,
     u"محمد / حسين"_s},
    {u"هدى حسن"_s, {}, u"هدي / هدى / الحسن / هدى الحسن"_s, u"هند"_s},
    {u"فاطمة عبد الله"_s, {}, u"فاطمه / فاطمة / عبدالله / عبد الله / عبد / فاطمة عبدالله"_s, u"فاطر"_s},
    {u"عبدالله علي"_s, {}, u"عبد الله / عبدالله / على / علي"_s, u"عبير"_s},
    {u"محمدی کریم"_s, {}, u"محمدي / كريم / کریم"_s, u"محمود"_s},
    {u"अनिल कुमार"_s, {}, u"अनिल / कुमार / अनिलकुमार / कुमार अनिल"_s, u"कमल"_s},
    {u"Nobody"_s, u"2026014"_s, u"2026014 / ２０２６０１４ / ٢٠٢٦٠١٤ / 20260"_s, u"014 / 2026015"_s},
    {u"Nobody"_s, u"S-2026-001"_s, u"S2026001 / s-2026-001 / ｓ２０２６ / 2026 / 001"_s, u"002"_s},
};

} // namespace

/// People are found as they are typed: blanks, marks, scripts and usual variants of letters do not matter; other names stay other names.
class NameSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreFoundAsTheyAreTyped_data()
    {
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        int pairs = 0;
        for (const auto* rows : {&japanese, &eastAsian, &european, &others}) {
            for (const Row& row : *rows) {
                for (const bool found : {true, false}) {
                    const QStringList all = (found ? row.found : row.notFound).split(u" / "_s, Qt::SkipEmptyParts);
                    for (const QString& typed : all)
                        QTest::newRow(qPrintable(u"%1 %2 by %3, %4"_s.arg(row.name, row.reading, typed).arg(++pairs)))
                            << QStringList{row.name, row.reading} << typed << found;
                }
            }
        }
        QVERIFY(pairs >= 150);
    }
    void namesAreFoundAsTheyAreTyped()
    {
        QFETCH(const QStringList, kept);
        QFETCH(const QString, typed);
        QFETCH(const bool, found);
        QCOMPARE(distance(kept, typed).has_value(), found);
    }

    /// The first name is nearer to what was typed than the second, which is found too.
    void theNearestComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("nearer");
        QTest::addColumn<QString>("farther");
        const auto row = [](const QString& typed, const QString& nearer, const QString& farther) {
            QTest::newRow(qPrintable(typed + u' ' + farther)) << typed << nearer << farther;
        };
        row(u"斉藤"_s, u"斉藤 花"_s, u"齋藤 花"_s);
        row(u"齋藤"_s, u"齋藤 花"_s, u"斉藤 花"_s);
        row(u"渡辺"_s, u"渡辺 明"_s, u"渡邉 明"_s);
        row(u"中島"_s, u"中島 愛"_s, u"中嶋 愛"_s);
        row(u"jose"_s, u"Jose Lima"_s, u"José Lima"_s);
        row(u"josé"_s, u"José Lima"_s, u"Jose Lima"_s);
        row(u"ota"_s, u"Ota Ken"_s, u"Otani Ken"_s);
        row(u"ota"_s, u"Ōta Ken"_s, u"Otani Ken"_s);
        row(u"oota"_s, u"Oota Ken"_s, u"Ota Ken"_s);
        row(u"muller"_s, u"Muller Jo"_s, u"Müller Jo"_s);
        row(u"muller"_s, u"Müller Jo"_s, u"Mueller Jo"_s);
        row(u"mueller"_s, u"Mueller Jo"_s, u"Müller Jo"_s);
        row(u"이"_s, u"이 민준"_s, u"임 수정"_s);
        row(u"민준"_s, u"민준 김"_s, u"김민준"_s);
        row(u"小明"_s, u"小明 王"_s, u"王小明"_s);
        row(u"moor"_s, u"Moor Jo"_s, u"Mori Ken"_s);
        row(u"mcdonald"_s, u"McDonald Jo"_s, u"MacDonald Jo"_s);
        row(u"o'brien"_s, u"O'Brien Jo"_s, u"O'Brienson Jo"_s);
        row(u"иванов"_s, u"Иванов"_s, u"Ivanov"_s);
        row(u"حسن"_s, u"حسن علي"_s, u"الحسن علي"_s);
    }
    void theNearestComesFirst()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, nearer);
        QFETCH(const QString, farther);
        const auto near = distance({nearer}, typed);
        const auto far = distance({farther}, typed);
        QVERIFY(near && far);
        QVERIFY2(*near < *far, qPrintable(u"%1 and %2"_s.arg(*near).arg(*far)));
    }

    void whatHoldsNoLettersFindsNobody()
    {
        for (const QString& typed : {u"!!"_s, u"%_*"_s, u"・、"_s, u"  "_s, QString(), u"'"_s})
            QVERIFY(!distance({u"佐藤 花子"_s, u"さとう はなこ"_s}, typed));
    }

    void keysStayFewAndShort()
    {
        QString longest;
        for (int i = 0; i < 100; ++i)
            longest += u"Ǖä "_s;
        for (const QString& name : {longest, QString(200, u'あ'), QString(200, u'龍'), u"김"_s.repeated(200)}) {
            const QStringList keys = keysOf({name, name});
            QVERIFY2(keys.size() <= 200, qPrintable(QString::number(keys.size())));
            for (const QString& key : keys)
                QVERIFY(key.size() <= longestKey);
        }
        QVERIFY(keysOf({u"上田 大翔"_s, u"うえだ ひろと"_s, u"2026014"_s}).size() <= 20);
        QVERIFY(Query(u"a b "_s.repeated(5'000)).size() <= Query::mostWords);
    }
};

KOBAI_TEST(NameSearchTest, QCoreApplication)
#include "NameSearchTest.moc"
