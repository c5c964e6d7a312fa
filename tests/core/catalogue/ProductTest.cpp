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
