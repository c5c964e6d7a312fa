// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScanReader.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class ScanReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 38]
    void quickDigitsAndEnterAreAScan()
    {
        ScanReader reader;
        QCOMPARE(type(reader, u"4901234567894"_s, 5), QString());
        const ScanReader::End end = reader.enter(m_ms + 5, false);
        QCOMPARE(end.scanned, u"4901234567894"_s);
        QCOMPARE(end.typed, QString());
        QVERIFY(!reader.isHolding());
    }

    void slowDigitsAreTyped()
    {
        ScanReader reader;
        const QString released = type(reader, u"4901234567894"_s, 90);
        const ScanReader::End end = reader.enter(m_ms + 90, false);
        QCOMPARE(end.scanned, QString());
        QCOMPARE(released + end.typed, u"4901234567894"_s);
    }

    void theGapDecidesAtItsBorder_data()
    {
        QTest::addColumn<qint64>("gap");
        QTest::addColumn<bool>("scan");
        QTest::newRow("at the limit") << ScanReader::longestGapMs << true;
        QTest::newRow("one above") << ScanReader::longestGapMs + 1 << false;
    }
    void theGapDecidesAtItsBorder()
    {
        QFETCH(qint64, gap);
        QFETCH(bool, scan);
        ScanReader reader;
        const QString released = type(reader, u"12345"_s, gap);
        QCOMPARE(released.isEmpty(), scan);
        QCOMPARE(!reader.enter(m_ms + gap, false).scanned.isEmpty(), scan);
    }

    void anEnterThatComesLateWasPressedByHand()
    {
        ScanReader reader;
        QCOMPARE(type(reader, u"12345678"_s, 3), QString());
        const ScanReader::End end = reader.enter(m_ms + 400, false);
        QCOMPARE(end.scanned, QString());
        QCOMPARE(end.typed, u"12345678"_s);
    }

    void aPauseInTheMiddleGivesBackWhatCameBefore()
    {
        ScanReader reader;
        QCOMPARE(type(reader, u"12"_s, 3), QString());
        m_ms += 500;
        QCOMPARE(reader.digit(u'9', m_ms), u"12"_s);
        QCOMPARE(reader.enter(m_ms + 3, false).typed, u"9"_s);
    }

    void oneDigitAndEnterIsAHand()
    {
        ScanReader reader;
        QCOMPARE(reader.digit(u'7', 1), QString());
        QCOMPARE(reader.enter(2, false).typed, u"7"_s);
    }

    void inAFieldForDigitsOnlyAWholeRetailBarcodeIsAScan_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<bool>("scan");
        QTest::newRow("EAN-13") << u"4901234567894"_s << true;
        QTest::newRow("EAN-8") << u"49123456"_s << true;
        QTest::newRow("EAN-13, wrong check digit") << u"4901234567895"_s << false;
        QTest::newRow("student number") << u"2026014"_s << false;
        QTest::newRow("PIN") << u"2468"_s << false;
        QTest::newRow("store's own code") << u"100200300400"_s << false;
    }
    void inAFieldForDigitsOnlyAWholeRetailBarcodeIsAScan()
    {
        QFETCH(QString, digits);
        QFETCH(bool, scan);
        ScanReader reader;
        QCOMPARE(type(reader, digits, 1), QString());
        const ScanReader::End end = reader.enter(m_ms + 1, true);
        QCOMPARE(end.scanned, scan ? digits : QString());
        QCOMPARE(end.typed, scan ? QString() : digits);
    }

    void twoBarcodesRunTogetherAreOneLongScan()
    {
        ScanReader reader;
        QCOMPARE(type(reader, u"49012345678944901234567894"_s, 2), QString());
        QCOMPARE(reader.enter(m_ms + 2, false).scanned.size(), 26);
    }

    void endlessDigitsAreBounded()
    {
        ScanReader reader;
        QCOMPARE(type(reader, QString(10'000, u'1'), 1), QString());
        QCOMPARE(reader.enter(m_ms + 1, false).scanned.size(), ScanReader::mostDigits);
    }

private:
    /// What the reader gave back as typed meanwhile.
    QString type(ScanReader& reader, const QString& digits, qint64 gap)
    {
        QString released;
        for (const QChar digit : digits)
            released += reader.digit(digit, m_ms += gap);
        return released;
    }

    qint64 m_ms = 1000;
};

KOBAI_TEST(ScanReaderTest, QCoreApplication)
#include "ScanReaderTest.moc"
