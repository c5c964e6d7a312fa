// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/Product.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::catalogue;
using namespace Qt::Literals::StringLiterals;

namespace {

Product riceBall()
{
    Product product;
    product.name = u"Rice ball"_s;
    product.nameJa = u"おにぎり"_s;
    product.price = Money(129);
    product.tax = {80};
    product.barcodes = {u"4901777018888"_s};
    return product;
}

FaultCode faultOf(const Product& product)
{
    const auto result = checked(product);
    return result ? FaultCode::Internal : result.error().code;
}

} // namespace

class ProductTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void barcodesAreRead_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<QString>("clean"); // empty: malformed
        QTest::newRow("EAN-13") << u"4006381333931"_s << u"4006381333931"_s;
        QTest::newRow("EAN-8") << u"73513537"_s << u"73513537"_s;
        QTest::newRow("scanner's line end") << u"4006381333931\r\n"_s << u"4006381333931"_s;
        QTest::newRow("full-width") << u"４００６３８１３３３９３１"_s << u"4006381333931"_s;
        QTest::newRow("the store's own digits") << u"0042"_s << u"0042"_s;
        QTest::newRow("18 digits") << u"123456789012345678"_s << u"123456789012345678"_s;
        QTest::newRow("EAN-13, wrong check digit") << u"4006381333932"_s << QString();
        QTest::newRow("EAN-13, two digits swapped") << u"4006381339331"_s << QString();
        QTest::newRow("EAN-8, wrong check digit") << u"73513536"_s << QString();
        QTest::newRow("too short") << u"123"_s << QString();
        QTest::newRow("too long") << u"1234567890123456789"_s << QString();
        QTest::newRow("letters") << u"40063813339x1"_s << QString();
        QTest::newRow("blank inside") << u"4006 381333931"_s << QString();
        QTest::newRow("digits of another script") << u"१२३४५"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("10,000 digits") << QString(10'000, u'1') << QString();
    }
    void barcodesAreRead()
    {
        QFETCH(QString, scanned);
        QFETCH(QString, clean);
        const auto result = cleanBarcode(scanned);
        if (clean.isEmpty())
            QCOMPARE(result.error().code, FaultCode::BarcodeMalformed);
        else
            QCOMPARE(result.value(), clean);
    }

    void everyWrongCheckDigitIsFound()
    {
        for (int digit = 0; digit < 10; ++digit)
            QCOMPARE(cleanBarcode(u"400638133393"_s + QString::number(digit)).has_value(), digit == 1);
    }

    void productsAreChecked()
    {
        Product p = riceBall();
        p.barcodes = {u"4006381333931 "_s};
        p.name = u"  Rice   ball"_s;
        const auto result = checked(p);
        QVERIFY(result);
        QCOMPARE(result->name, u"Rice ball"_s);
        QCOMPARE(result->barcodes, QStringList{u"4006381333931"_s});

        p = riceBall();
        p.barcodes.clear();
        p.name.clear();
        QCOMPARE(faultOf(p), FaultCode::TextEmpty);
        p.name = QString(10'000, u'x');
        QCOMPARE(faultOf(p), FaultCode::TextTooLong);
        p.name = u"x"_s;
        p.nameJa = QString(201, u'x');
        QCOMPARE(faultOf(p), FaultCode::TextTooLong);
        p.nameJa.clear();
        p.price = Money(0);
        QCOMPARE(faultOf(p), FaultCode::AmountZero);
        p.price = Money(-1);
        QCOMPARE(faultOf(p), FaultCode::AmountNegative);
        p.price = Money(highestPrice.minor() + 1);
        QCOMPARE(faultOf(p), FaultCode::AmountTooLarge);
        p.price = highestPrice;
        p.tax = {1001};
        QCOMPARE(faultOf(p), FaultCode::QuantityOutOfRange);
        p.tax = {80};
        p.barcodes = {u"4006381333932"_s};
        QCOMPARE(faultOf(p), FaultCode::BarcodeMalformed);
        p.barcodes = {u"4006381333931"_s, u"４006381333931"_s};
        QCOMPARE(faultOf(p), FaultCode::Duplicate);
        p.barcodes.removeLast();
        QVERIFY(checked(p));
    }

    void categoriesAreChecked()
    {
        QCOMPARE(checked(Category{}).error().code, FaultCode::TextEmpty);
        QCOMPARE(checked(Category{{}, u" Drinks "_s, {}, 0})->name, u"Drinks"_s);
    }
};

KOBAI_TEST(ProductTest, QCoreApplication)
#include "ProductTest.moc"
