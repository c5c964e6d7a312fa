// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScanGate.h"

#include "support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;
using Focus = ScanGate::Focus;

namespace {

constexpr auto article = "4901234567894"; ///< its check digit is right

/// Keys at played times, and what became of them.
class Desk final {
public:
    Focus focus = Focus::Buttons;
    qint64 stepMs = 10;
    qint64 touchMs = 2; ///< how long a key is down
    QString reached;    ///< what the focus got; Enter is a line break, another key than a sign is '#'
    QStringList scans;
    int takenBack = 0;

    void key(KeyStroke stroke)
    {
        if (m_gate.isOver(stroke.atMs = m_ms))
            heed(m_gate.settle());
        stroke.code = ++m_code;
        const ScanGate::Verdict verdict = m_gate.press(stroke, focus);
        heed(verdict);
        const QString sign = stroke.kind == KeyStroke::Kind::End     ? u"\n"_s
                             : stroke.kind == KeyStroke::Kind::Other ? u"#"_s
                                                                     : stroke.typed;
        if (verdict.key == ScanGate::Deed::Hold)
            m_held += sign;
        else if (verdict.key == ScanGate::Deed::GoOn)
            reached += sign;
        m_gate.release(stroke.code, m_ms + touchMs);
        if (m_spread > 0)
            stepMs = m_ms0 - m_spread + qint64(m_random.bounded(2 * int(m_spread) + 1));
        m_ms += stepMs;
    }
    void type(const QString& text)
    {
        for (const QChar sign : text)
            key({0, KeyStroke::Kind::Sign, sign, sign, 0, 0});
    }
    void enter() { key({0, KeyStroke::Kind::End, {}, {}, 0, 0}); }
    void function() { key({0, KeyStroke::Kind::Other, {}, {}, 0, 0}); }
    void repeat()
    {
        const ScanGate::Verdict verdict = m_gate.repeat();
        heed(verdict);
        if (verdict.key == ScanGate::Deed::GoOn)
            reached += u'r';
    }
    int takeScanInPassphrase() { return m_gate.takeScanInPassphrase(); }
    /// Pauses that lie about @p ms, each of another length.
    void unevenly(qint64 ms, qint64 spread) { m_ms0 = ms, m_spread = spread; }
    void pause(qint64 ms = 60)
    {
        m_ms += ms;
        heed(m_gate.settle());
    }
    void longPause()
    {
        m_ms += 600;
        heed(m_gate.settle());
        heed(m_gate.settleSlow());
    }
    void hand() { stepMs = 130, touchMs = 80; }

private:
    void heed(const ScanGate::Verdict& verdict)
    {
        if (verdict.held == ScanGate::Held::GoesOn)
            reached += m_held;
        if (verdict.held != ScanGate::Held::Stays)
            m_held.clear();
        if (verdict.scan)
            scans += verdict.scan->readings.constFirst();
        takenBack += verdict.takeBack ? 1 : 0;
    }

    ScanGate m_gate;
    QString m_held;
    qint64 m_ms = 1000;
    qint64 m_ms0 = 0;
    qint64 m_spread = 0;
    QRandomGenerator m_random{20261201};
    int m_code = 0;
};

} // namespace

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
                Desk desk;
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
        Desk desk;
        desk.type(QString::fromLatin1(article));
        QCOMPARE(desk.scans, QStringList());
        desk.enter();
        QCOMPARE(desk.scans, QStringList(QString::fromLatin1(article)));
    }

    void whatComesRightBehindIsTheScannersToo()
    {
        Desk desk;
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
            Desk desk;
            desk.focus = focus;
            desk.hand();
            int nth = 0;
            for (const QChar key : text) {
                desk.stepMs = 90 + 37 * (++nth % 5);
                if (key == u'\n')
                    desk.enter();
                else if (key == u'#')
                    desk.function();
                else
                    desk.type(key);
            }
            desk.longPause();
            QCOMPARE(desk.reached, text);
            QCOMPARE(desk.scans, QStringList());
        }
    }

    /// Two or three keys that are rolled overlap: the next is down before the first is up.
    void aRollOfFingersIsAHand()
    {
        for (const Focus focus : {Focus::Words, Focus::Figures}) {
            Desk desk;
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
        Desk desk;
        desk.focus = Focus::Words;
        desk.type(u"Tanaka Haruka"_s);
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, u"Tanaka Haruka\n"_s);
        QCOMPARE(desk.scans, QStringList());
    }

    void aHeldKeyIsNoScan()
    {
        Desk desk;
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
        Desk desk;
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
                Desk desk;
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

    /// F12 would charge, and a scanner can be set to wait before it.
    void aFunctionKeyThatLagsBehindACodeIsGone()
    {
        for (const qint64 lag : {80, 300, 480}) {
            Desk desk;
            desk.type(QString::fromLatin1(article));
            desk.pause(lag);
            desk.function();
            desk.longPause();
            QCOMPARE(desk.reached, QString());
            QCOMPARE(desk.scans.size(), 1);
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
                Desk desk;
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
        Desk desk;
        desk.focus = inList ? Focus::Lists : Focus::Buttons;
        desk.hand();
        int nth = 0;
        for (const QChar key : keys) {
            desk.stepMs = 90 + 37 * (++nth % 5);
            if (key == u'\n')
                desk.enter();
            else if (key == u'#')
                desk.function();
            else
                desk.type(key);
        }
        desk.longPause();
        QCOMPARE(desk.reached, keys);
        QCOMPARE(desk.scans, QStringList());
    }

    /// Whoever chose an entry by its letter need not wait for the Enter.
    void anEnterBehindALetterComesAtOnce()
    {
        Desk desk;
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
            Desk desk;
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
                Desk desk;
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
        QTest::newRow("letters") << u"AB-1500"_s << 15;
        QTest::newRow("a card with letters") << u"S2026014"_s << 15;
    }
    void noFiguresAreFilledByWhatCannotBeMeant()
    {
        QFETCH(const QString, code);
        QFETCH(const int, spread);
        for (const bool ended : {true, false}) {
            Desk desk;
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

    /// One PIN of eight digits in five passes for a number of trade.
    void aLongPinByHandArrives()
    {
        Desk desk;
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
        Desk desk;
        desk.focus = Focus::Words;
        int nth = 0;
        for (const QChar digit : QString::fromLatin1(article)) {
            desk.stepMs = 90 + 37 * (++nth % 5);
            desk.type(digit);
        }
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, QString::fromLatin1(article) + u'\n');
        QCOMPARE(desk.scans, QStringList());
    }

    void aPassphraseIsNeitherHeldNorScanned()
    {
        Desk desk;
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
        Desk desk;
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
        Desk desk;
        desk.focus = Focus::Passphrase;
        desk.stepMs = step;
        desk.type(passphrase);
        desk.enter();
        QCOMPARE(desk.reached, passphrase + u'\n');
        QCOMPARE(desk.takeScanInPassphrase(), 0);
    }

    /// The X server's clock begins anew after 49 days.
    void aClockThatBeginsAnewSwallowsNothing()
    {
        Desk desk;
        desk.type(QString::fromLatin1(article));
        desk.enter();
        desk.pause(-50'000);
        desk.hand();
        desk.enter();
        desk.longPause();
        QCOMPARE(desk.reached, u"\n"_s);
        QCOMPARE(desk.scans.size(), 1);
    }

    void theGapDecidesAtItsBorder()
    {
        for (const qint64 gap : {ScanGate::longestGapMs, ScanGate::longestGapMs + 1}) {
            Desk desk;
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

KOBAI_TEST(ScanGateTest, QCoreApplication)
#include "ScanGateTest.moc"
