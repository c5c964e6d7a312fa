// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/Barcode.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::catalogue;
using namespace Qt::Literals::StringLiterals;

/// One article, one code, whatever a scanner makes of it.
class BarcodeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 38]
    void codesAreBroughtToOneForm_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<QString>("kept"); // empty: malformed
        const auto row = [](const char* name, const QString& scanned, const QString& kept) {
            QTest::newRow(name) << scanned << kept;
        };
        row("EAN-13", u"4006381333931"_s, u"4006381333931"_s);
        row("EAN-8", u"73513537"_s, u"73513537"_s);
        row("a scanner's line end", u"4006381333931\r\n"_s, u"4006381333931"_s);
        row("full-width", u"４００６３８１３３３９３１"_s, u"4006381333931"_s);
        // One carton of juice: UPC-A as American scanners send it, as European ones do, on a case of one, as UPC-E.
        row("UPC-A", u"012345678905"_s, u"0012345678905"_s);
        row("UPC-A as EAN-13", u"0012345678905"_s, u"0012345678905"_s);
        row("UPC-A as GTIN-14", u"00012345678905"_s, u"0012345678905"_s);
        row("UPC-E that is a GTIN-8", u"00001534"_s, u"00000154"_s);
        row("the same as UPC-A", u"000000000154"_s, u"00000154"_s);
        row("UPC-E, last digit 0", u"01234505"_s, u"0012000003455"_s);
        row("UPC-A of it", u"012000003455"_s, u"0012000003455"_s);
        row("UPC-E, last digit 3", u"04252614"_s, u"0042100005264"_s);
        row("EAN-8 as EAN-13", u"0000073513537"_s, u"73513537"_s);
        row("EAN-8 as GTIN-14", u"00000073513537"_s, u"73513537"_s);
        row("EAN-13 as GTIN-14", u"04006381333931"_s, u"4006381333931"_s);
        row("a case is another article", u"14006381333938"_s, u"14006381333938"_s);
        row("AIM, EAN-13", u"]E04006381333931"_s, u"4006381333931"_s);
        row("AIM, UPC-E that would pass for an EAN-8", u"]E001234565"_s, u"0012345000065"_s);
        row("AIM, EAN-8", u"]E473513537"_s, u"73513537"_s);
        row("AIM, a magazine and its issue",
            u"]E34006381333931"
            u"05"_s,
            u"4006381333931"_s);
        row("AIM, GS1-128 with a lot", u"]C1010400638133393110ABC"_s, u"4006381333931"_s);
        row("AIM, GS1 DataMatrix", u"]d20104006381333931"_s, u"4006381333931"_s);
        row("AIM, Code 39", u"]A0LIB-00412"_s, u"LIB-00412"_s);
        row("ISBN as printed", u"978-3-16-148410-0"_s, u"9783161484100"_s);
        row("as printed under the bars", u"4 006381 333931"_s, u"4006381333931"_s);
        row("the shop's own digits", u"0042"_s, u"0042"_s);
        row("18 digits", u"123456789012345678"_s, u"123456789012345678"_s);
        row("letters", u"LIB-00412"_s, u"LIB-00412"_s);
        row("letters with Caps Lock", u"lib-00412"_s, u"LIB-00412"_s);
        row("a hyphen tells free codes apart", u"12-345"_s, u"12-345"_s);
        row("EAN-13, wrong check digit", u"4006381333932"_s, {});
        row("EAN-13, two digits swapped", u"4006381339331"_s, {});
        row("EAN-8, wrong check digit", u"73513536"_s, {});
        row("UPC-A, wrong check digit", u"012345678906"_s, {});
        row("GTIN-14, wrong check digit", u"14006381333939"_s, {});
        row("too short", u"123"_s, {});
        row("two scans in one", u"40063813339314006381333931"_s, {});
        row("too long", QString(49, u'A'), {});
        row("a control sign inside", u"LIB\u001d00412"_s, {});
        row("digits of another script", u"१२३४५"_s, {});
        row("a letter whose capitals are ASCII", u"Stra\u00dfe-1"_s, {});
        row("nothing", QString(), {});
        row("a prefix alone", u"]E0"_s, {});
        row("10,000 digits", QString(10'000, u'1'), {});
    }
    void codesAreBroughtToOneForm()
    {
        QFETCH(QString, scanned);
        QFETCH(QString, kept);
        const auto code = canonicalBarcode(scanned);
        if (kept.isEmpty()) {
            QCOMPARE(code.error().code, FaultCode::BarcodeMalformed);
            return;
        }
        QCOMPARE(code.value(), kept);
        QCOMPARE(canonicalBarcode(*code).value(), kept); // and is in it for good
    }

    void everyWrongCheckDigitIsFound()
    {
        for (int digit = 0; digit < 10; ++digit) {
            QCOMPARE(canonicalBarcode(u"400638133393"_s + QString::number(digit)).has_value(), digit == 1);
            QCOMPARE(canonicalBarcode(u"01234567890"_s + QString::number(digit)).has_value(), digit == 5);
        }
    }
};

KOBAI_TEST(BarcodeTest, QCoreApplication)
#include "BarcodeTest.moc"
