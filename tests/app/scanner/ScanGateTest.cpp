// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlayedGate.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

// [row 38] [row 73]
class ScanGateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFastCodeIsAScanWhateverEndsIt_data()
    {
        QTest::addColumn<QString>("suffix"); // \n Enter or Tab, # a function key, . a pause as long as scanners make
        QTest::addColumn<QString>("code");
        for (const char* code : {article, "036000291452", "96385074", "]E04901234567894", "LIB-00412", "20428"}) {
            for (const char* suffix : {"", "\n", "\n\n", "#", "#\n", "\n#", ".\n", ".\n\n"})
                QTest::addRow("%s, %s", code, qPrintable(QString::fromLatin1(suffix).replace(u'\n', u'E')))
                    << QString::fromLatin1(suffix) << QString::fromLatin1(code);
        }
    }
    void aFastCodeIsAScanWhateverEndsIt()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, code);
        for (const Focus focus : {Focus::Buttons, Focus::Words, Focus::Figures}) {
            for (const qint64 step : {1, 4, 20, 50}) {
                PlayedGate desk;
                desk.focus = focus;
                desk.stepMs = step;
                desk.touchMs = std::min<qint64>(step, 5);
                for (int time = 0; time < 2; ++time) {
                    desk.type(code);
                    for (const QChar key : suffix) {
                        if (key == u'.')
                            desk.pause(200);
                        else if (key == u'#')
                            desk.function();
                        else
                            desk.enter();
                    }
                    desk.longPause();
                }
                QCOMPARE(desk.scans, QStringList({code, code}));
                QCOMPARE(desk.reached, QString());
            }
        }
    }

    void anEnterMakesTheScanAtOnce()
    {
        PlayedGate desk;
        desk.type(QString::fromLatin1(article));
        QCOMPARE(desk.scans, QStringList());
        desk.enter();
        QCOMPARE(desk.scans, QStringList(QString::fromLatin1(article)));
    }

    void whatComesRightBehindIsTheScannersToo()
    {
        PlayedGate desk;
        desk.type(QString::fromLatin1(article));
        desk.enter();
        desk.function(); // F12 would charge
        desk.longPause();
        QCOMPARE(desk.reached, QString());
        desk.function(); // and now it is a hand
        desk.longPause();
        QCOMPARE(desk.reached, u"#"_s);
    }

    void whatAHandTypesArrives_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"1500\n", "42\n", "4821\n", "Tanaka Haruka\n", "2026014\n", "\n", "#", "##\n"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatAHandTypesArrives()
    {
        QFETCH(QString, text);
        for (const Focus focus : {Focus::Words, Focus::Figures, Focus::Passphrase}) {
            PlayedGate desk;
            desk.focus = focus;
            desk.pressByHand(text);
            desk.longPause();
            QCOMPARE(desk.reached, text);
            QCOMPARE(desk.scans, QStringList());
        }
    }

    /// Two or three keys that are rolled overlap: the next is down before the first is up.
    void aRollOfFingersIsAHand()
    {
        for (const Focus focus : {Focus::Words, Focus::Figures}) {
            PlayedGate desk;
            desk.focus = focus;
            desk.stepMs = 40;
            desk.touchMs = 70;
            desk.type(u"12345"_s);
            desk.longPause();
            QCOMPARE(desk.reached, u"12345"_s);
            QCOMPARE(desk.scans, QStringList());
        }
    }

    void fastWordsInAFieldForWordsArriveWithTheirEnter()
    {
        PlayedGate desk;
        desk.focus = Focus::Words;
        desk.type(u"Tanaka Haruka"_s);
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, u"Tanaka Haruka\n"_s);
        QCOMPARE(desk.scans, QStringList());
    }

    void aHeldKeyIsNoScan()
    {
        PlayedGate desk;
        desk.focus = Focus::Figures;
        desk.type(u"0"_s);
        for (int i = 0; i < 20; ++i)
            desk.repeat();
        desk.longPause();
        QCOMPARE(desk.reached, u"0"_s + QString(20, u'r'));
        QCOMPARE(desk.scans, QStringList());
    }

    /// An Enter that is gone stays gone however long the finger lies on the key.
    void whatIsGoneDoesNotComeBackAsARepeat()
    {
        PlayedGate desk;
        desk.type(QString::fromLatin1(article));
        desk.pause(200);
        desk.enter();
        desk.repeat();
        desk.longPause();
        QCOMPARE(desk.reached, QString());
        desk.function();
        desk.repeat();
        QCOMPARE(desk.reached, u"#r"_s);
    }

    /// F12 would charge, and a scanner can be set to wait before it.
    void aFunctionKeyThatLagsBehindACodeIsGone()
    {
        for (const qint64 lag : {80, 300, 480}) {
            PlayedGate desk;
            desk.type(QString::fromLatin1(article));
            desk.pause(lag);
            desk.function();
            desk.longPause();
            QCOMPARE(desk.reached, QString());
            QCOMPARE(desk.scans.size(), 1);
        }
    }

    /// The X server's clock begins anew after 49 days.
    void aClockThatBeginsAnewSwallowsNothing()
    {
        PlayedGate desk;
        desk.type(QString::fromLatin1(article));
        desk.enter();
        desk.pause(-50'000);
        desk.hand();
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, u"\n"_s);
        QCOMPARE(desk.scans.size(), 1);
    }
};

KOBAI_TEST(ScanGateTest, QCoreApplication)
#include "ScanGateTest.moc"
