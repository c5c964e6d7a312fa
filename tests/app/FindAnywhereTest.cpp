// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/FindAnywhere.h"
#include "checkout/Checkout.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;
using test::must;

class FindAnywhereTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_student = m_school.addStudent(u"Hayashi Rin"_s);
        m_product = m_school.addProduct(u"Rice ball"_s, 140, 80, {u"2100010000019"_s});
        (void)m_school.topUp(m_student.id, 1'000);
        const auto request = m_school.sale(m_student.id, test::School::basketOf({{m_product, 1}}));
        m_receipt = must(checkout::commitSale(m_school.store(), request)).sale.receipt;
    }

    void findsPeopleAndProducts()
    {
        const app::FoundThings found = must(m_finder.find(m_school.store(), u"ri"_s, 6));
        QCOMPARE(int(found.people.size()), 1);
        QCOMPARE(found.people.front().id, m_student.id);
        QCOMPARE(int(found.products.size()), 1);
        QVERIFY(!found.sale);
    }

    void findsInAnySpelling()
    {
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"ハヤシリン"_s, 6)).people.size()), 1);
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"ＲＩＣＥ　ｂａｌｌ"_s, 6)).products.size()), 1);
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"riceball"_s, 6)).products.size()), 1);
    }

    void findsByBarcodeAndNumber()
    {
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"210001"_s, 6)).products.size()), 1);
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"2-100010-000019"_s, 6)).products.size()), 1);
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"]E02100010000019"_s, 6)).products.size()), 1);
        QCOMPARE(int(must(m_finder.find(m_school.store(), m_student.number, 6)).people.size()), 1);
    }

    void aNameThatChangedIsFoundAtOnce()
    {
        QVERIFY(must(m_finder.find(m_school.store(), u"stapler"_s, 6)).products.empty());
        (void)m_school.addProduct(u"Stapler"_s, 900, 100, {u"4006381333931"_s});
        QCOMPARE(int(must(m_finder.find(m_school.store(), u"stapler"_s, 6)).products.size()), 1);
    }

    void findsASaleByItsReceipt()
    {
        const app::FoundThings found = must(m_finder.find(m_school.store(), QString::number(m_receipt), 6));
        QVERIFY(found.sale.has_value());
        QCOMPARE(found.sale->receipt, m_receipt);
        QCOMPARE(found.sale->total, Money(140));
        QVERIFY(!must(m_finder.find(m_school.store(), QString::number(m_receipt + 1), 6)).sale);
    }

    void nonsenseFindsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u"   "_s;
        QTest::newRow("wildcards") << u"%_*\"'"_s;
        QTest::newRow("minus") << u"-1"_s;
        QTest::newRow("the largest number") << u"9223372036854775807"_s;
        QTest::newRow("long") << QString(10'000, u'x');
    }

    void nonsenseFindsNothing()
    {
        QFETCH(const QString, text);
        const app::FoundThings found = must(m_finder.find(m_school.store(), text, 6));
        QVERIFY(found.people.empty());
        QVERIFY(found.products.empty());
        QVERIFY(!found.sale);
    }

private:
    test::School m_school;
    people::Person m_student;
    catalogue::Product m_product;
    std::int64_t m_receipt = 0;
    app::FindAnywhere m_finder;
};

KOBAI_TEST(FindAnywhereTest, QCoreApplication)
#include "FindAnywhereTest.moc"
