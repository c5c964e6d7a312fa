// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlayedGate.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

/// Scanners that are no faster than a hand, or not always; and what a hand does at the same places.
// [row 38] [row 73]
class SlowScanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Pauses about the border between a scanner's and a hand's: the code is one, and nothing of it stays anywhere.
    void aCodeThatComesUnevenlyIsOne_data()
    {
        QTest::addColumn<int>("pause");
        QTest::addColumn<int>("spread");
        for (const int pause : {40, 46, 50, 54, 60})
            for (const int spread : {6, 12, 20})
                QTest::addRow("%d +- %d ms", pause, spread) << pause << spread;
    }
    void aCodeThatComesUnevenlyIsOne()
    {
        QFETCH(const int, pause);
        QFETCH(const int, spread);
        for (const Focus focus : {Focus::Buttons, Focus::Lists, Focus::Figures}) {
            for (const char* suffix : {"\n", "\n\n", ""}) {
                PlayedGate desk;
                desk.focus = focus;
                desk.touchMs = 8;
                desk.unevenly(pause, spread);
                for (int time = 0; time < 20; ++time) {
                    desk.reached.clear();
                    desk.takenBack = 0;
                    desk.type(QString::fromLatin1(article));
                    for (const char* key = suffix; *key != 0; ++key)
                        desk.enter();
                    desk.longPause();
                    QVERIFY(!desk.reached.contains(u'\n'));
                    QCOMPARE(desk.takenBack, desk.reached.isEmpty() ? 0 : 1);
                    if (focus != Focus::Figures)
                        QCOMPARE(desk.reached, QString());
                    QCOMPARE(desk.scans.size(), time + 1);
                    QCOMPARE(desk.scans.last(), QString::fromLatin1(article));
                }
            }
        }
    }

    /// A blank, a plus, a minus and an Enter press buttons: behind letters, at no speed.
    void noSlowCodePressesAButton_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code :
             {"AB12 CD", "LOT 7 B", "P 100", "AB 12 CD", "HELLO", "QRCODE", "ABC-123", "A--1-2", "C+++"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void noSlowCodePressesAButton()
    {
        QFETCH(const QString, code);
        for (const qint64 step : {55, 70, 130, 400}) {
            for (const char* suffix : {"\n", "\n\n", "#", ""}) {
                PlayedGate desk;
                desk.stepMs = step;
                desk.type(code);
                for (const char* key = suffix; *key != 0; ++key)
                    *key == '#' ? desk.function() : desk.enter();
                desk.longPause();
                QCOMPARE(desk.reached, QString());
                QCOMPARE(desk.scans, QStringList(code));
            }
        }
    }

    /// A sign that a scanner is set to send before each code.
    void noPrefixPressesAButton()
    {
        for (const char* code :
             {" LIB-00412", " 4901234567894", "+4901234567894", "-AB12", "\n4901234567894", "\nLIB-00412"}) {
            for (const auto& [pause, spread] : {std::pair(8, 2), {60, 15}, {120, 20}}) {
                PlayedGate desk;
                desk.touchMs = 30;
                desk.unevenly(pause, spread);
                for (const QChar key : QString::fromLatin1(code))
                    desk.press(key);
                desk.enter();
                desk.longPause();
                QCOMPARE(desk.reached, QString());
                QCOMPARE(desk.scans.size(), 1);
            }
        }
    }

    void whatAHandDoesAtButtonsIsDone_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<bool>("inList");
        for (const bool inList : {false, true}) {
            for (const char* keys : {"\n", " ", "+++++++", "-+-+\n", "a", "a\n", "ab\n", "12\n", "#", "a#", "###\n"})
                QTest::addRow("%s, %d", keys, int(inList)) << QString::fromLatin1(keys) << inList;
        }
        QTest::newRow("a word in a list") << u"onigiri\n"_s << true;
        QTest::newRow("two words in a list") << u"rice ball"_s << true;
    }
    void whatAHandDoesAtButtonsIsDone()
    {
        QFETCH(const QString, keys);
        QFETCH(const bool, inList);
        PlayedGate desk;
        desk.focus = inList ? Focus::Lists : Focus::Buttons;
        desk.pressByHand(keys);
        desk.longPause();
        QCOMPARE(desk.reached, keys);
        QCOMPARE(desk.scans, QStringList());
    }

    /// Whoever chose an entry by its letter need not wait for the Enter.
    void anEnterBehindALetterComesAtOnce()
    {
        PlayedGate desk;
        desk.focus = Focus::Lists;
        desk.hand();
        desk.type(u"a"_s);
        desk.enter();
        QCOMPARE(desk.reached, u"a\n"_s);
    }

    /// 100 ms from key to key.
    void aSlowScannerPressesNoButton()
    {
        for (const bool ended : {true, false}) {
            PlayedGate desk;
            desk.stepMs = 100;
            desk.type(u"20428"_s);
            if (ended)
                desk.enter();
            desk.longPause();
            QCOMPARE(desk.reached, QString());
            QCOMPARE(desk.scans, QStringList(u"20428"_s));
        }
    }

    void aSlowScannerFillsNoFigures()
    {
        for (const Focus focus : {Focus::Words, Focus::Figures}) {
            for (const bool ended : {true, false}) {
                PlayedGate desk;
                desk.focus = focus;
                desk.stepMs = 120;
                desk.type(QString::fromLatin1(article));
                if (ended)
                    desk.enter();
                desk.longPause();
                QVERIFY(!desk.reached.contains(u'\n'));
                QCOMPARE(desk.scans, QStringList(QString::fromLatin1(article)));
                QCOMPARE(desk.takenBack, 1);
            }
        }
    }

    void noFiguresAreFilledByWhatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("spread");
        QTest::newRow("unevenly") << QString::fromLatin1(article) << 40;
        QTest::newRow("UPC-A") << u"036000291452"_s << 40;
        QTest::newRow("eight digits, evenly") << u"96385074"_s << 8;
        QTest::newRow("eight digits, unevenly, touched for a moment") << u"96385074"_s << 40;
        QTest::newRow("letters") << u"AB-1500"_s << 15;
        QTest::newRow("letters on both sides, unevenly") << u"AB12 CD"_s << 40;
        QTest::newRow("a blank beside a figure") << u"LOT 7 B"_s << 40;
        QTest::newRow("a letter and an amount, evenly") << u"P 100"_s << 8;
        QTest::newRow("a card with letters") << u"S2026014"_s << 15;
    }
    void noFiguresAreFilledByWhatCannotBeMeant()
    {
        QFETCH(const QString, code);
        QFETCH(const int, spread);
        for (const bool ended : {true, false}) {
            PlayedGate desk;
            desk.focus = Focus::Figures;
            desk.unevenly(110, spread);
            desk.type(code);
            if (ended)
                desk.enter();
            desk.longPause();
            QVERIFY(!desk.reached.contains(u'\n'));
            QCOMPARE(desk.scans, QStringList(code));
            QCOMPARE(desk.takenBack, 1);
        }
    }

    void anAmountWithItsCurrencyByHandArrives()
    {
        for (const char* amount : {"12 kr", "CHF 12.50", "1500yen", "5 US$"}) {
            PlayedGate desk;
            desk.focus = Focus::Figures;
            desk.pressByHand(QString::fromLatin1(amount) + u'\n');
            desk.longPause();
            QCOMPARE(desk.reached, QString::fromLatin1(amount) + u'\n');
            QCOMPARE(desk.scans, QStringList());
        }
    }

    /// As short as a scanner's: an amount from a keyboard on the screen.
    void whatIsTypedOnTheScreenArrives()
    {
        for (const char* figures : {"3000", "12500", "480"}) {
            PlayedGate desk;
            desk.focus = Focus::Figures;
            desk.unevenly(220, 60);
            desk.type(QString::fromLatin1(figures));
            desk.longPause();
            QCOMPARE(desk.reached, QString::fromLatin1(figures));
            QCOMPARE(desk.scans, QStringList());
        }
    }

    /// One PIN of eight digits in five passes for a number of trade.
    void aLongPinByHandArrives()
    {
        PlayedGate desk;
        desk.focus = Focus::Figures;
        desk.touchMs = 80;
        desk.unevenly(160, 45);
        desk.type(u"96385074"_s);
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, u"96385074\n"_s);
        QCOMPARE(desk.scans, QStringList());
    }

    void aNumberOfTradeTypedByHandStays()
    {
        PlayedGate desk;
        desk.focus = Focus::Words;
        desk.pressByHand(QString::fromLatin1(article) + u'\n');
        desk.longPause();
        QCOMPARE(desk.reached, QString::fromLatin1(article) + u'\n');
        QCOMPARE(desk.scans, QStringList());
    }

    /// Its Enter would store what it has left in a name, or a guardian, or withdraw a consent.
    void noCodeEndsAWord_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("pause");
        QTest::addColumn<int>("spread");
        for (const QString& code : {u"LIB-00412"_s, u"AB12 CD"_s, u"P1000X"_s, u"A-7/90"_s, u"4901234"_s, u"LOT 7 B"_s})
            for (const auto& [pause, spread] :
                 {std::pair(8, 2), {30, 10}, {50, 10}, {60, 15}, {75, 12}, {100, 9}, {200, 9}, {400, 9}})
                QTest::addRow("%s, %d +- %d ms", qPrintable(code), pause, spread) << code << pause << spread;
    }
    void noCodeEndsAWord()
    {
        QFETCH(const QString, code);
        QFETCH(const int, pause);
        QFETCH(const int, spread);
        for (const int enters : {1, 2}) {
            PlayedGate desk;
            desk.focus = Focus::Words;
            desk.touchMs = 8;
            desk.unevenly(pause, spread);
            for (int time = 0; time < 20; ++time) {
                desk.reached.clear();
                desk.takenBack = 0;
                desk.type(code);
                for (int enter = 0; enter < enters; ++enter)
                    desk.enter();
                desk.longPause();
                QVERIFY2(!desk.reached.contains(u'\n'), qPrintable(desk.reached));
                QCOMPARE(desk.takenBack, desk.reached.isEmpty() ? 0 : 1);
                QCOMPARE(desk.scans.size(), time + 1);
            }
        }
    }

    void aHandEndsItsWords_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words : {"7-B", "2026-A", "03-5550-0142", "taro2010@example.jp", "Room 12", "Tanaka 2"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }
    void aHandEndsItsWords()
    {
        QFETCH(const QString, words);
        for (const auto& [pause, spread] : {std::pair(110, 40), {160, 60}, {250, 100}}) {
            PlayedGate desk;
            desk.focus = Focus::Words;
            desk.touchMs = 70;
            desk.unevenly(pause, spread);
            for (int time = 0; time < 20; ++time) {
                desk.reached.clear();
                desk.type(words);
                desk.enter();
                desk.longPause();
                QCOMPARE(desk.reached, words + u'\n');
            }
            QCOMPARE(desk.scans, QStringList());
        }
    }

    void aPassphraseIsNeitherHeldNorScanned()
    {
        PlayedGate desk;
        desk.focus = Focus::Passphrase;
        desk.type(u"correct horse 42"_s);
        QCOMPARE(desk.reached, u"correct horse 42"_s); // at once
        desk.enter();
        QCOMPARE(desk.reached, u"correct horse 42\n"_s);
        desk.longPause();
        QCOMPARE(desk.scans, QStringList());
    }

    void aScanOpensNothing_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("suffix");
        for (const char* code : {article, "96385074", "]E04901234567894"})
            for (const char* suffix : {"\n", "\n\n", ".\n", ""})
                QTest::addRow("%s, %d", code, int(qstrlen(suffix)))
                    << QString::fromLatin1(code) << QString::fromLatin1(suffix);
    }
    void aScanOpensNothing()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, suffix);
        PlayedGate desk;
        desk.focus = Focus::Passphrase;
        for (int time = 0; time < 2; ++time) {
            desk.reached.clear();
            desk.type(code);
            for (const QChar key : suffix)
                key == u'.' ? desk.pause(200) : desk.enter();
            QCOMPARE(desk.reached, code);
            QCOMPARE(desk.takeScanInPassphrase(), int(code.size()));
            QCOMPARE(desk.takeScanInPassphrase(), 0);
            desk.longPause();
        }
    }

    void anUnevenScanOpensNothing()
    {
        for (const auto& [pause, spread] : {std::pair(45, 20), {60, 15}, {75, 12}}) {
            for (int time = 0; time < 20; ++time) {
                PlayedGate desk;
                desk.focus = Focus::Passphrase;
                desk.unevenly(pause, spread);
                desk.type(QString::fromLatin1(article));
                desk.enter();
                QVERIFY(!desk.reached.contains(u'\n'));
                QCOMPARE(desk.takeScanInPassphrase(), 13);
            }
        }
    }

    void aPassphraseOfFiguresOpens()
    {
        PlayedGate desk;
        desk.focus = Focus::Passphrase;
        desk.unevenly(120, 25);
        desk.type(u"271828182845904523"_s);
        desk.enter();
        QCOMPARE(desk.reached, u"271828182845904523\n"_s);
        QCOMPARE(desk.takeScanInPassphrase(), 0);
    }

    void aPassphraseOfAHandOrAPasswordManagerStays_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("step");
        QTest::newRow("digits by hand") << u"4901234567894"_s << 110;
        QTest::newRow("filled in") << u"correct horse 4901234567894"_s << 2;
        QTest::newRow("filled in, digits first") << u"4901234567894horse"_s << 2;
        QTest::newRow("few digits") << u"4901234"_s << 2;
    }
    void aPassphraseOfAHandOrAPasswordManagerStays()
    {
        QFETCH(const QString, passphrase);
        QFETCH(const int, step);
        PlayedGate desk;
        desk.focus = Focus::Passphrase;
        desk.stepMs = step;
        desk.type(passphrase);
        desk.enter();
        QCOMPARE(desk.reached, passphrase + u'\n');
        QCOMPARE(desk.takeScanInPassphrase(), 0);
    }

    void theGapDecidesAtItsBorder()
    {
        for (const qint64 gap : {ScanGate::longestGapMs, ScanGate::longestGapMs + 1}) {
            PlayedGate desk;
            desk.focus = Focus::Figures;
            desk.stepMs = gap;
            desk.touchMs = gap - 5;
            desk.type(u"20428"_s);
            desk.enter();
            desk.longPause();
            QCOMPARE(desk.scans.size(), gap == ScanGate::longestGapMs ? 1 : 0);
        }
    }
};

KOBAI_TEST(SlowScanTest, QCoreApplication)
#include "SlowScanTest.moc"
