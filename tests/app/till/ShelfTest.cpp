// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/Shelf.h"

#include "support/TestProgram.h"

#include <QLocale>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class ShelfTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        checkout::Assortment assortment;
        assortment.categories = {{{1}, u"Food"_s, u"食べ物"_s, 0}, {{2}, u"Paper"_s, QString(), 1}};
        assortment.products = {product(1, 1, u"Rice ball salmon"_s, u"おにぎり鮭"_s, {u"4901234567894"_s}, true),
                               product(2, 1, u"Tea 500"_s, u"お茶"_s, {u"49123456"_s}),
                               product(3, 2, u"Pencil HB"_s, QString(), {u"1001"_s, u"1002"_s})};
        m_shelf = Shelf(assortment);
    }

    void findsByEveryBarcodeOfAProduct()
    {
        QCOMPARE(m_shelf.byBarcode(u"4901234567894"_s).value()->id.value, 1);
        QCOMPARE(m_shelf.byBarcode(u"1001"_s).value()->id.value, 3);
        QCOMPARE(m_shelf.byBarcode(u"1002"_s).value()->id.value, 3);
        QCOMPARE(m_shelf.byBarcode(u"４９１２３４５６"_s).value()->id.value, 2);
    }

    void findsWhateverAScannerMakesOfACode()
    {
        checkout::Assortment assortment;
        assortment.products = {product(4, 1, u"Juice"_s, QString(), {u"0012345678905"_s}),
                               product(5, 1, u"Magazine"_s, QString(), {u"LIB-00412"_s}),
                               product(6, 1, u"Of before"_s, QString(), {u"012345678906"_s})};
        const Shelf shelf(assortment);
        for (const QString& juice : {u"012345678905"_s, u"0012345678905"_s, u"00012345678905"_s, u"]E00012345678905"_s})
            QCOMPARE(shelf.byBarcode(juice).value()->id.value, 4);
        for (const QString& magazine : {u"LIB-00412"_s, u"lib-00412"_s, u"]A0LIB-00412"_s, u"]C0LIB-00412"_s})
            QCOMPARE(shelf.byBarcode(magazine).value()->id.value, 5);
        QCOMPARE(shelf.search(u"012345678905"_s).size(), std::size_t(1));
        QCOMPARE(shelf.search(u"lib-00"_s).size(), std::size_t(1));
        QCOMPARE(shelf.byBarcode(u"012345678906"_s).value()->id.value, 6); // its check digit was never asked for
    }

    void saysWhatIsWrongWithABarcode_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown") << u"1003"_s << int(FaultCode::BarcodeUnknown);
        QTest::newRow("short") << u"490"_s << int(FaultCode::BarcodeMalformed);
        QTest::newRow("one digit lost") << u"490123456789"_s << int(FaultCode::BarcodeMalformed);
        QTest::newRow("wrong check digit") << u"4901234567895"_s << int(FaultCode::BarcodeMalformed);
        QTest::newRow("doubled") << u"49012345678944901234567894"_s << int(FaultCode::BarcodeMalformed);
        QTest::newRow("a library's code") << u"LIB-00412"_s << int(FaultCode::BarcodeUnknown);
        QTest::newRow("kana") << u"おにぎり"_s << int(FaultCode::BarcodeMalformed);
        QTest::newRow("nothing") << QString() << int(FaultCode::BarcodeMalformed);
    }
    void saysWhatIsWrongWithABarcode()
    {
        QFETCH(QString, scanned);
        QFETCH(int, code);
        const auto found = m_shelf.byBarcode(scanned);
        QVERIFY(!found);
        QCOMPARE(int(found.error().code), code);
    }

    void searchesBothLanguagesAnyCaseAndWidth()
    {
        QCOMPARE(ids(m_shelf.search(u"RICE"_s)), QList<int>{1});
        QCOMPARE(ids(m_shelf.search(u"salmon rice"_s)), QList<int>{1});
        QCOMPARE(ids(m_shelf.search(u"おにぎり"_s)), QList<int>{1});
        QCOMPARE(ids(m_shelf.search(u"ＴＥＡ"_s)), QList<int>{2});
        QCOMPARE(ids(m_shelf.search(u"4912"_s)), QList<int>{2});
        QCOMPARE(ids(m_shelf.search(u"rice tea"_s)), QList<int>{});
        QCOMPARE(ids(m_shelf.search(QString(10'000, u'x'))), QList<int>{});
    }

    void listsByTab()
    {
        QCOMPARE(ids(m_shelf.favourites()), QList<int>{1});
        QCOMPARE(ids(m_shelf.in({1})), (QList<int>{1, 2}));
        QCOMPARE(ids(m_shelf.in({9})), QList<int>{});
        QVERIFY(m_shelf.find({7}) == nullptr);
    }

    void namesFollowTheLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Japanese));
        QCOMPARE(shownName(*m_shelf.find({1})), u"おにぎり鮭"_s);
        QCOMPARE(shownName(*m_shelf.find({3})), u"Pencil HB"_s); // it has no Japanese name
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(shownName(*m_shelf.find({1})), u"Rice ball salmon"_s);
        QLocale::setDefault(before);
    }

private:
    static catalogue::Product product(int id, int category, const QString& name, const QString& nameJa,
                                      const QStringList& barcodes, bool favourite = false)
    {
        catalogue::Product made;
        made.id = {id};
        made.category = {category};
        made.name = name;
        made.nameJa = nameJa;
        made.price = Money(100);
        made.barcodes = barcodes;
        made.favourite = favourite;
        return made;
    }
    static QList<int> ids(const std::vector<const catalogue::Product*>& products)
    {
        QList<int> found;
        for (const catalogue::Product* product : products)
            found.append(int(product->id.value));
        return found;
    }

    Shelf m_shelf;
};

KOBAI_TEST(ShelfTest, QCoreApplication)
#include "ShelfTest.moc"
