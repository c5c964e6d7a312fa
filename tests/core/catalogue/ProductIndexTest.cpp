// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/ProductIndex.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::catalogue;
using namespace Qt::Literals::StringLiterals;

using Places = std::vector<std::size_t>;

/// What is typed or scanned against four products, one of them with the code of an earlier version.
class ProductIndexTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_index = ProductIndex(
            {product(u"Orange juice"_s, {u"0012345678905"_s}), product(u"Guide 1001"_s, {u"9784101010014"_s}),
             product(u"Loan"_s, {u"LIB-00412"_s, u"1001"_s}), product(u"Of before"_s, {u"012345678906"_s})});
    }

    /// [row 38] A code is found in every form that is printed or scanned, and by the part of it that somebody reads out.
    void findsByCode_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("places");
        const auto row = [](const QString& typed, const QList<int>& places) {
            QTest::newRow(qPrintable(typed)) << typed << places;
        };
        row(u"012345678905"_s, {0});   // UPC-A
        row(u"0012345678905"_s, {0});  // as EAN-13
        row(u"00012345678905"_s, {0}); // as GTIN-14
        row(u"]E00012345678905"_s, {0});
        row(u"0 12345 67890 5"_s, {0}); // as it stands under the bars
        row(u"０１２３４５６７８９０５"_s, {0});
        row(u"012345678906"_s, {3});      // its check digit was never asked for
        row(u"01234567890"_s, {0, 3});    // the check digit is still to come
        row(u"12345"_s, {0, 3});          // leading zeros aside
        row(u"8905"_s, {0});              // the last ones
        row(u"905"_s, {});                // too few of them
        row(u"978-4-10-101001-4"_s, {1}); // ISBN as printed
        row(u"978-4-10"_s, {1});          // its beginning
        row(u"1001"_s, {1, 2});           // a name before a code
        row(u"lib-004"_s, {2});
        row(u"]A0LIB-00412"_s, {2});
        row(u"LIB"_s, {2});
        row(u"0"_s, {1, 0, 3}); // inside a name, at the beginning of codes
        row(u"IB-0"_s, {});
        row(u"0412"_s, {}); // the end of a code with letters tells nothing
        row(u"99999"_s, {});
    }
    void findsByCode()
    {
        QFETCH(const QString, typed);
        QFETCH(const QList<int>, places);
        const Places found = m_index.find(typed);
        QCOMPARE(QList<int>(found.begin(), found.end()), places);
    }

    void blanksFindAllAndNonsenseNothing()
    {
        QCOMPARE(m_index.find(u"  "_s), (Places{0, 1, 2, 3}));
        QCOMPARE(m_index.find(u"!!"_s), Places());
        QCOMPARE(m_index.find(u"-"_s), Places());
        QCOMPARE(m_index.find(QString(10'000, u'1')), Places());
        QCOMPARE(ProductIndex().find(u"juice"_s), Places());
    }

    void theOneWithACode()
    {
        QCOMPARE(m_index.byBarcode(u"12345678905"_s).error().code,
                 FaultCode::BarcodeUnknown); // a shop's own of eleven digits
        QCOMPARE(m_index.byBarcode(u"]E00012345678905"_s).value(), std::size_t(0));
        QCOMPARE(m_index.byBarcode(u"lib-00412"_s).value(), std::size_t(2));
        QCOMPARE(m_index.byBarcode(u"012345678906"_s).value(), std::size_t(3));
        QCOMPARE(m_index.byBarcode(u"012345678907"_s).error().code, FaultCode::BarcodeMalformed);
        QCOMPARE(m_index.byBarcode(u"978-4-10"_s).error().code, FaultCode::BarcodeUnknown);
    }

private:
    static Product product(const QString& name, const QStringList& codes)
    {
        Product made;
        made.name = name;
        made.barcodes = codes;
        return made;
    }

    ProductIndex m_index;
};

KOBAI_TEST(ProductIndexTest, QCoreApplication)
#include "ProductIndexTest.moc"
