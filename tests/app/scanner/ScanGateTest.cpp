// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScanGate.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;
using Focus = ScanGate::Focus;

namespace {

constexpr auto article = "4901234567894"; ///< its check digit is right

/// Keys at played times, and what became of them.
class Desk final {
public:
    Focus focus = Focus::Elsewhere;
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
        m_ms += stepMs;
    }
    void type(const QString& text)
    {
        for (const QChar sign : text)
            key({0, KeyStroke::Kind::Sign, sign, sign, 0, 0});
    }
    void enter() { key({0, KeyStroke::Kind::End, {}, {}, 0, 0}); }
    void function() { key({0, KeyStroke::Kind::Other, {}, {}, 0, 0}); }
    void repeat() { heed(m_gate.repeat()); }
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
        for (const Focus focus : {Focus::Elsewhere, Focus::Words, Focus::Figures}) {
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
        QCOMPARE(desk.reached, u"0"_s);
        QCOMPARE(desk.scans, QStringList());
    }

    /// 100 ms from key to key: the digits have gone on, the Enter has not.
    void aSlowScannerPressesNoButton()
    {
        for (const bool ended : {true, false}) {
            Desk desk;
            desk.stepMs = 100;
            desk.type(u"20428"_s);
            QVERIFY(desk.reached.size() >= 4);
            if (ended)
                desk.enter();
            desk.longPause();
            QVERIFY(!desk.reached.contains(u'\n'));
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

    void aScanOpensNothing()
    {
        Desk desk;
        desk.focus = Focus::Passphrase;
        desk.type(QString::fromLatin1(article));
        desk.enter();
        QCOMPARE(desk.reached, QString::fromLatin1(article));
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
            desk.type(u"20428"_s);
            desk.enter();
            desk.longPause();
            QCOMPARE(desk.scans.size(), gap == ScanGate::longestGapMs ? 1 : 0);
        }
    }
};

KOBAI_TEST(ScanGateTest, QCoreApplication)
#include "ScanGateTest.moc"
