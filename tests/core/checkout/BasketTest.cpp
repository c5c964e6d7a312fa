// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Basket.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::checkout;
using namespace Qt::Literals::StringLiterals;

namespace {

catalogue::Product product(int number, std::int64_t price, int tax = 80)
{
    catalogue::Product result;
    result.id = ProductId{number};
    result.name = u"Product %1"_s.arg(number);
    result.price = Money(price);
    result.tax = {tax};
    return result;
}

int codeOf(const Status& status)
{
    return status ? 0 : int(status.error().code);
}

} // namespace

class BasketTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAreAddedUp()
    {
        Basket basket;
        QVERIFY(basket.isEmpty());
        QVERIFY(basket.taxes().empty());
        QVERIFY(basket.add(product(1, 129)));
        QVERIFY(basket.add(product(2, 110, 100), 2));
        QVERIFY(basket.add(product(1, 129), 2));
        QCOMPARE(basket.lines().size(), std::size_t(2));
        QCOMPARE(basket.lines()[0].quantity, 3);
        QCOMPARE(basket.itemCount(), 5);
        QCOMPARE(basket.total(), Money(607));
        const auto taxes = basket.taxes();
        QCOMPARE(taxes.size(), std::size_t(2));
        QCOMPARE(taxes[0].tax, Money(29));
        QCOMPARE(taxes[1].tax, Money(20));
    }

    void quantitiesAreSetAndRemoved()
    {
        Basket basket;
        QVERIFY(basket.add(product(1, 100)));
        QVERIFY(basket.setQuantity(ProductId{1}, 7));
        QCOMPARE(basket.total(), Money(700));
        QCOMPARE(codeOf(basket.setQuantity(ProductId{2}, 1)), int(FaultCode::NotFound));
        QCOMPARE(codeOf(basket.setQuantity(ProductId{1}, -1)), int(FaultCode::QuantityOutOfRange));
        QCOMPARE(codeOf(basket.setQuantity(ProductId{1}, 1000)), int(FaultCode::QuantityOutOfRange));
        QCOMPARE(basket.itemCount(), 7);
        QVERIFY(basket.setQuantity(ProductId{1}, 0));
        QVERIFY(basket.isEmpty());
    }

    void limitsHold()
    {
        Basket basket;
        QCOMPARE(codeOf(basket.add(product(1, 100), 0)), int(FaultCode::QuantityOutOfRange));
        QCOMPARE(codeOf(basket.add(product(1, 100), -3)), int(FaultCode::QuantityOutOfRange));
        QVERIFY(basket.add(product(1, 100), mostOfOneProduct));
        QCOMPARE(codeOf(basket.add(product(1, 100))), int(FaultCode::QuantityOutOfRange));
        QCOMPARE(basket.itemCount(), mostOfOneProduct);

        auto retired = product(2, 100);
        retired.active = false;
        QCOMPARE(codeOf(basket.add(retired)), int(FaultCode::NotFound));
        QCOMPARE(codeOf(basket.add(product(0, 100))), int(FaultCode::NotFound)); // never stored
        QCOMPARE(codeOf(basket.add(product(2, catalogue::highestPrice.minor() + 1))), int(FaultCode::AmountTooLarge));
        QCOMPARE(codeOf(basket.add(product(2, -1))), int(FaultCode::AmountNegative));
    }

    void theFullestBasketDoesNotOverflow()
    {
        Basket basket;
        for (int i = 1; i <= mostLines; ++i)
            QVERIFY(basket.add(product(i, catalogue::highestPrice.minor()), mostOfOneProduct));
        QCOMPARE(codeOf(basket.add(product(mostLines + 1, 1))), int(FaultCode::QuantityOutOfRange));
        QCOMPARE(basket.total().minor(), catalogue::highestPrice.minor() * mostLines * mostOfOneProduct);
        QCOMPARE(basket.taxes().size(), std::size_t(1));
    }

    void theNewestPriceHolds()
    {
        Basket basket;
        QVERIFY(basket.add(product(1, 100)));
        QVERIFY(basket.add(product(1, 120)));
        QCOMPARE(basket.total(), Money(240));
    }
};

KOBAI_TEST(BasketTest, QCoreApplication)
#include "BasketTest.moc"
