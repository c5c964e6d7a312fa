// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/SearchFold.h"

#include "search/InLatin.h"
#include "search/LatinSound.h"
#include "search/TextIndex.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::search;
using namespace Qt::Literals::StringLiterals;

class SearchFoldTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreSplitWhereTheScriptChanges()
    {
        const auto words = [](const QString& text) { return wordsOf(text, Apostrophes::Split); };
        QCOMPARE(words(u"山田はなこ"_s), (QStringList{u"山田"_s, u"はなこ"_s}));
        QCOMPARE(words(u"佐々木ルーシー"_s), (QStringList{u"佐々木"_s, u"るーしー"_s}));
        QCOMPARE(words(u"O'Brien-Łukasz"_s), (QStringList{u"o"_s, u"brien"_s, u"łukasz"_s}));
        QCOMPARE(wordsOf(u"O'Brien-Łukasz"_s, Apostrophes::Join), (QStringList{u"obrien"_s, u"łukasz"_s}));
        QCOMPARE(words(u"नमस्ते"_s).size(), qsizetype(1));
        QCOMPARE(words(u"・  、"_s), QStringList());
        QCOMPARE(words(u"İnci"_s).size(), qsizetype(1));
    }

    void textIsSortedWithoutCaseWidthOrAccents()
    {
        QCOMPARE(folded(u"ＪＯＳÉ タナカ"_s), u"jose たなか"_s);
        QVERIFY(folded(u"ざとう"_s) != folded(u"さとう"_s));
    }

    /// These need ICU's transforms: without its data they would stay as they are.
    void everyTransformIsThere()
    {
        QCOMPARE(plainest(u"國"_s), plainest(u"国"_s));
        QCOMPARE(plainest(u"þø"_s), u"tho"_s);
        QCOMPARE(inLatin(u"しんいち"_s), QStringList{u"shinichi"_s});
        QVERIFY(inLatin(u"щербаков"_s).contains(u"shcherbakov"_s));
        QCOMPARE(inLatin(u"παπας"_s), QStringList{u"papas"_s});
        QVERIFY(inLatin(u"佐藤"_s).isEmpty());
    }

    void onlyJapaneseIsRomaji()
    {
        QCOMPARE(romajiOf(u"shinjuku"_s, Ending::Finished), u"sinzyuku"_s);
        for (const QString& other : {u"smith"_s, u"brook"_s, u"tal"_s, u"x"_s})
            QCOMPARE(romajiOf(other, Ending::Finished), QString());
        QCOMPARE(romajiOf(u"tanak"_s, Ending::Finished), QString());
        QCOMPARE(romajiOf(u"tanak"_s, Ending::BeingTyped), u"tanak"_s);
    }

    /// While it is typed letter by letter, a name is found all the time.
    void whatBeginsAWordBeginsItsRomaji_data()
    {
        QTest::addColumn<QString>("word");
        for (const QString& word :
             {u"shinichi"_s, u"chizuru"_s, u"oohira"_s, u"ohta"_s, u"jumpei"_s, u"tsukasa"_s, u"matcha"_s, u"fujiko"_s,
              u"kyoko"_s, u"ryuunosuke"_s, u"hattori"_s, u"koichi"_s, u"zyun"_s, u"tyuzo"_s})
            QTest::newRow(qPrintable(word)) << word;
    }
    void whatBeginsAWordBeginsItsRomaji()
    {
        QFETCH(const QString, word);
        const QString whole = romajiOf(word, Ending::Finished);
        QVERIFY(!whole.isEmpty());
        for (qsizetype typed = 1; typed <= word.size(); ++typed) {
            const QString begun = romajiOf(word.left(typed), Ending::BeingTyped);
            // The m of "jump" is an n only when the p is there.
            if (!begun.endsWith(u'm'))
                QVERIFY2(!begun.isEmpty() && whole.startsWith(begun), qPrintable(word.left(typed) + u' ' + begun));
        }
    }

    void productsAreFoundByWhatTheyContain()
    {
        const TextIndex index(
            {{u"Rice ball salmon"_s, u"鮭おにぎり"_s}, {u"Tea 500"_s, u"お茶"_s}, {u"Müsli"_s, u"ミューズリー"_s}});
        const auto find = [&](const QString& typed) { return index.find(typed); };
        using Places = std::vector<std::size_t>;
        QCOMPARE(find(u"おにぎり"_s), Places{0});
        QCOMPARE(find(u"オニギリ"_s), Places{0});
        QCOMPARE(find(u"salmon RICE"_s), Places{0});
        QCOMPARE(find(u"almo"_s), Places{0});
        QCOMPARE(find(u"ﾐｭｰｽﾞﾘｰ"_s), Places{2});
        QCOMPARE(find(u"muesli"_s), Places{2});
        QCOMPARE(find(u"musli"_s), Places{2});
        QCOMPARE(find(u"rice tea"_s), Places{});
        QCOMPARE(find(u"!!"_s), Places{});
        for (QChar kind = u'a'; kind <= u'z'; kind = QChar(kind.unicode() + 1)) // what a key begins with is no text
            QCOMPARE(find(kind + u"mus"_s), Places{});
        QCOMPARE(find(u" "_s), (Places{0, 1, 2}));
        QVERIFY(containsTyped(u"Catalogue"_s, u"talog"_s));
        QVERIFY(!containsTyped(u"Catalogue"_s, u"till"_s));
    }

    void twoThousandProductsAreIndexedAndSearched()
    {
        std::vector<QStringList> things;
        for (int i = 0; i < 2'000; ++i)
            things.push_back({u"Rice ball salmon %1"_s.arg(i), u"鮭おにぎり %1"_s.arg(i)});
        const TextIndex index(things);
        QCOMPARE(index.find(u"おにぎり 17"_s).size(), std::size_t(139));
    }
};

KOBAI_TEST(SearchFoldTest, QCoreApplication)
#include "SearchFoldTest.moc"
