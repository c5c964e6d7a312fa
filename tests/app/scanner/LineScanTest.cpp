// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/LineScan.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class LineScanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachEndEndsACode_data()
    {
        QTest::addColumn<QByteArray>("end");
        for (const QByteArray& end : {"\r"_ba, "\n"_ba, "\r\n"_ba, "\t"_ba, "\x03"_ba, "\x03\r\n"_ba})
            QTest::addRow("%s", end.toHex().constData()) << end;
    }
    void eachEndEndsACode()
    {
        QFETCH(QByteArray, end);
        LineScan lines;
        QCOMPARE(codes(lines.take("4901234567894" + end + "A1" + end)), QStringList({u"4901234567894"_s, u"A1"_s}));
        QVERIFY(!lines.isWaiting());
    }

    void whatStandsBeforeACodeIsTakenOff()
    {
        LineScan lines;
        QCOMPARE(codes(lines.take("\x02]E04901234567894\x03 ]C1x]\r]E\r"_ba)),
                 QStringList({u"4901234567894"_s, u"x]"_s, u"]E"_s}));
        // It tells what is an article's number, and so is read with the code.
        QCOMPARE(lines.take("]C10104901234567894\r"_ba).scans.first().readings, QStringList(u"]C10104901234567894"_s));
    }

    void theSeparatorOfAGs1CodeStays()
    {
        LineScan lines;
        QCOMPARE(codes(lines.take("10ab\x1d"
                                  "21cd\x07\r"_ba)),
                 QStringList(u"10ab\x1d"
                             u"21cd"_s));
    }

    void signsAreUtf8OrElseLatin1()
    {
        LineScan lines;
        QCOMPARE(codes(lines.take(u"緑茶1"_s.toUtf8() + "\r"
                                  + "caf\xe9"
                                    "1\r")),
                 QStringList({u"緑茶1"_s, u"café1"_s}));
    }

    void aCodeInPiecesIsOneAndAPauseEndsIt()
    {
        LineScan lines;
        QCOMPARE(codes(lines.take("4901")), QStringList());
        QVERIFY(lines.isWaiting());
        QCOMPARE(codes(lines.take("234567894")), QStringList());
        QCOMPARE(codes(lines.settle()), QStringList(u"4901234567894"_s));
        QVERIFY(!lines.isWaiting());
    }

    void unpluggedInTheMidstTheHalfIsDropped()
    {
        LineScan lines;
        QCOMPARE(codes(lines.take("4901")), QStringList());
        const auto outcome = lines.drop();
        QVERIFY(outcome.scans.isEmpty());
        QVERIFY(outcome.spoiled);
        QVERIFY(!lines.drop().spoiled);
    }

    void aStreamWithoutAnEndDoesNotGrow()
    {
        LineScan lines;
        int spoiled = 0;
        for (int i = 0; i < 1000; ++i)
            spoiled += lines.take(QByteArray(1000, '7')).spoiled ? 1 : 0;
        QCOMPARE(spoiled, 1);
        QCOMPARE(codes(lines.take("7\r1234\r")), QStringList(u"1234"_s));
    }

private:
    static QStringList codes(const LineScan::Outcome& outcome)
    {
        QStringList all;
        for (const Scan& scan : outcome.scans)
            all.append(scan.text());
        return all;
    }
};

KOBAI_TEST(LineScanTest, QCoreApplication)
#include "LineScanTest.moc"
