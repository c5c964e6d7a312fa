// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Text.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

class TextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreCleaned_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("clean");
        QTest::newRow("blanks") << u"  Mei \t 　 Sato\r\n"_s << u"Mei Sato"_s;
        QTest::newRow("controls") << u"A\u0000\u0007B\u007F\u0085C"_s << u"AB C"_s; // U+0085 is a line end
        QTest::newRow("bidirectional overrides") << u"\u202EoteS\u202C \u2066x\u2069"_s << u"oteS x"_s;
        QTest::newRow("zero-width") << u"\uFEFFA\u200BB\u00ADC"_s << u"ABC"_s;
        QTest::newRow("composed") << u"が e\u0301"_s << u"が é"_s;
        QTest::newRow("decomposed kana") << u"か\u3099"_s << u"が"_s;
        QTest::newRow("a family's own character") << u"\uFA19\uFA11"_s << u"\uFA19\uFA11"_s;
        QTest::newRow("glyph variant") << u"葛\U000E0100"_s << u"葛\U000E0100"_s;
        QTest::newRow("emoji family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s
                                      << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
        QTest::newRow("heart with selector") << u"\u2764\uFE0F"_s << u"\u2764\uFE0F"_s;
        QTest::newRow("right to left") << u"محمد علي"_s << u"محمد علي"_s;
        QTest::newRow("Persian joiner") << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
        QTest::newRow("kanji outside the first plane") << u"\U00020BB7野家"_s << u"\U00020BB7野家"_s;
        QTest::newRow("only controls") << u"\u202E\u0001"_s << QString();
    }
    void linesAreCleaned()
    {
        QFETCH(QString, typed);
        QFETCH(QString, clean);
        QCOMPARE(cleanLine(typed), clean);
        QCOMPARE(cleanLine(clean), clean);
    }

    void halvesOfSurrogatePairsAreTakenOut()
    {
        const QString broken = u"A"_s + QChar(0xD83D) + u"B"_s + QChar(0xDE00) + u"C"_s;
        QCOMPARE(cleanLine(broken), u"ABC"_s);
        QCOMPARE(cleanLine(QString(QChar(0xD83D))), QString());
    }

    void lengthIsInCodePoints()
    {
        QCOMPARE(codePoints(u"\U00020BB7野"_s), 2);
        QCOMPARE(codePoints(QString()), 0);
    }

    void fullWidthBecomesNarrow() { QCOMPARE(narrowed(u"ＡＢ－１２！　カ"_s), u"AB-12! カ"_s); }
};

KOBAI_TEST(TextTest, QCoreApplication)
#include "TextTest.moc"
