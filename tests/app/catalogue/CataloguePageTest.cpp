// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/CataloguePage.h"

#include "app/scanner/Scan.h"
#include "checkout/Assortment.h"
#include "support/OpenServices.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

/// The catalogue as the office uses it: add, change, find, take out of sale; wrong input is said and nothing is lost.
class CataloguePageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyStoreLeadsToTheFirstProduct();
    void productIsAddedByKeys();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void eurosAreTypedAsOnEitherKeyboard();
    void takenBarcodeIsRefused();
    void changedPriceIsSaved();
    void scannerFillsTheBarcodes();
    void aScanOpensTheProductOrFillsTheForm();
    void searchAndCategoryFilter();
    void noLongerSoldIsHidden();
    void unsavedChangesAreKept();
    void whatIsKeptIsNotTalkedOver();
    void aBlankPartsNumbersAndNoCode();
    void escapeClosesTheForm();

private:
    template <typename T>
    T* part(const char* name)
    {
        T* found = m_page->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] int rows() { return part<QTableView>("productTable")->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column)
    {
        return part<QTableView>("productTable")->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString banner()
    {
        return part<QWidget>("catalogueBanner")->findChild<QLabel*>(u"bannerWords"_s)->text();
    }
    void click(const char* name) { QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text)
    {
        auto* field = part<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        // One event for each character: keyClicks() only knows ASCII.
        for (const QChar character : text)
            QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(character), Qt::NoModifier);
    }
    void clickRow(int row)
    {
        auto* table = part<QTableView>("productTable");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, 0)).center());
    }
    [[nodiscard]] std::vector<catalogue::Product> stored()
    {
        return m_open->run([](store::Store& store) { return checkout::assortment(store, true); }).products;
    }
    void open();

    std::unique_ptr<test::OpenServices> m_open;
    std::unique_ptr<CataloguePage> m_page;
};

void CataloguePageTest::initTestCase()
{
    widgets::theme::apply(*qApp);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void CataloguePageTest::init()
{
    m_open = std::make_unique<test::OpenServices>();
    m_page = std::make_unique<CataloguePage>(m_open->services);
    m_page->resize(1100, 760);
}

void CataloguePageTest::cleanup()
{
    m_page.reset();
    m_open.reset();
}

void CataloguePageTest::open()
{
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->enter();
    QTRY_VERIFY(part<QWidget>("productTable")->isVisible() || part<QWidget>("catalogueEmpty")->isVisible());
}

void CataloguePageTest::emptyStoreLeadsToTheFirstProduct()
{
    open();
    QVERIFY(part<QWidget>("catalogueEmpty")->isVisible());
    QTest::mouseClick(part<QWidget>("catalogueEmpty")->findChild<QAbstractButton*>(u"emptyAction"_s), Qt::LeftButton);
    // No category yet: that comes first, and the reason is said.
    QVERIFY(part<QLineEdit>("categoryName")->isVisible());
    QVERIFY(!banner().isEmpty());
    QTest::keyClicks(part<QLineEdit>("categoryName"), u"Food"_s);
    QTest::keyClick(part<QLineEdit>("categoryName"), Qt::Key_Return);
    QTRY_COMPARE(part<QComboBox>("categoryFilter")->count(), 2);
    click("addProduct");
    QVERIFY(part<QLineEdit>("productName")->isVisible());
    QTRY_VERIFY(part<QLineEdit>("productName")->hasFocus());
}

void CataloguePageTest::productIsAddedByKeys()
{
    (void)m_open->addCategory(u"Food"_s, u"食べ物"_s);
    open();
    QSignalSpy announced(&m_open->services, &Services::assortmentChanged);
    click("addProduct");
    type("productName", u"Onigiri"_s);
    type("productNameJa", u"おにぎり"_s);
    type("productPrice", u"150"_s);
    type("productBarcodes", u"4901234567894"_s);
    part<QCheckBox>("productFavourite")->click();
    click("saveProduct");
    QTRY_COMPARE(announced.size(), 1);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 0), u"Onigiri"_s);
    QCOMPARE(cell(0, 2), u"¥150"_s);
    QVERIFY(banner().contains(u"Onigiri"_s));
    const auto products = stored();
    QCOMPARE(products.size(), 1U);
    QCOMPARE(products[0].nameJa, u"おにぎり"_s);
    QCOMPARE(products[0].price.minor(), 150);
    QCOMPARE(products[0].barcodes, QStringList{u"4901234567894"_s});
    QVERIFY(products[0].favourite);
    QVERIFY(products[0].active);
}

void CataloguePageTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("barcode");
    QTest::newRow("no name") << u""_s << u"150"_s << u""_s;
    QTest::newRow("blank name") << u"   "_s << u"150"_s << u""_s;
    QTest::newRow("no price") << u"Onigiri"_s << u""_s << u""_s;
    QTest::newRow("letters as price") << u"Onigiri"_s << u"abc"_s << u""_s;
    QTest::newRow("negative price") << u"Onigiri"_s << u"-5"_s << u""_s;
    QTest::newRow("nothing as price") << u"Onigiri"_s << u"0"_s << u""_s;
    QTest::newRow("overflow") << u"Onigiri"_s << u"99999999999999999999"_s << u""_s;
    QTest::newRow("wrong check digit") << u"Onigiri"_s << u"150"_s << u"4901234567890"_s;
    QTest::newRow("kana as barcode") << u"Onigiri"_s << u"150"_s << u"おにぎり"_s;
    QTest::newRow("too long a name") << QString(10'000, u'x') << u"150"_s << u""_s;
}

void CataloguePageTest::wrongInputIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, price);
    QFETCH(const QString, barcode);
    (void)m_open->addCategory(u"Food"_s);
    open();
    click("addProduct");
    part<QLineEdit>("productName")->insert(name);
    part<QLineEdit>("productPrice")->insert(price);
    part<QLineEdit>("productBarcodes")->insert(barcode);
    click("saveProduct");
    QTRY_VERIFY(!banner().isEmpty());
    QTRY_VERIFY(part<QAbstractButton>("saveProduct")->isEnabled());
    QVERIFY(stored().empty());
    // What was typed is still there.
    QVERIFY(part<QLineEdit>("productName")->isVisible());
    QVERIFY(name.startsWith(part<QLineEdit>("productName")->text()));
}

// "1,50" was refused with the hint "such as 1,480", and who typed that sold for 1,480.00.
void CataloguePageTest::eurosAreTypedAsOnEitherKeyboard()
{
    m_page.reset();
    m_open = std::make_unique<test::OpenServices>(u"EUR"_s);
    m_page = std::make_unique<CataloguePage>(m_open->services);
    m_page->resize(1100, 760);
    (void)m_open->addCategory(u"Food"_s, u"食べ物"_s);
    open();
    click("addProduct");
    type("productName", u"Onigiri"_s);
    type("productPrice", u"abc"_s);
    click("saveProduct");
    QTRY_VERIFY2(banner().contains(u"such as 1.50."_s), qPrintable(banner()));
    type("productPrice", u"1,480"_s);
    click("saveProduct");
    QTRY_VERIFY2(banner().contains(u"is that 1480 or 1.48?"_s), qPrintable(banner()));
    QVERIFY(part<QLineEdit>("productPrice")->hasFocus());
    QCOMPARE(part<QLineEdit>("productPrice")->text(), u"1,480"_s);
    QVERIFY(stored().empty());
    type("productPrice", u"1,50"_s);
    QTest::keyClick(part<QLineEdit>("productPrice"), Qt::Key_Return);
    QTRY_COMPARE(stored().size(), std::size_t(1));
    QCOMPARE(stored().front().price, Money(150));
}

void CataloguePageTest::takenBarcodeIsRefused()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Tea"_s, food.id, 110, {u"4901234567894"_s});
    open();
    click("addProduct");
    type("productName", u"Onigiri"_s);
    type("productPrice", u"150"_s);
    type("productBarcodes", u"4901234567894"_s);
    click("saveProduct");
    QTRY_VERIFY(!banner().isEmpty());
    QTRY_VERIFY(part<QLineEdit>("productBarcodes")->hasFocus());
    QCOMPARE(stored().size(), 1U);
}

void CataloguePageTest::changedPriceIsSaved()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Onigiri"_s, food.id, 150);
    (void)m_open->addProduct(u"Tea"_s, food.id, 110);
    open();
    QTRY_COMPARE(rows(), 2);
    clickRow(0);
    QVERIFY(part<QLineEdit>("productPrice")->isVisible());
    QCOMPARE(part<QLineEdit>("productName")->text(), cell(0, 0));
    type("productPrice", u"165"_s);
    QTest::keyClick(part<QLineEdit>("productPrice"), Qt::Key_Return);
    QTRY_COMPARE(cell(0, 2), u"¥165"_s);
    QCOMPARE(stored()[0].price.minor(), 165);
    QCOMPARE(stored()[1].price.minor(), 110);
    // The saved one stays the chosen one.
    QTRY_COMPARE(part<QTableView>("productTable")->currentIndex().row(), 0);
}

void CataloguePageTest::scannerFillsTheBarcodes()
{
    (void)m_open->addCategory(u"Food"_s);
    open();
    click("addProduct");
    type("productName", u"Onigiri"_s);
    type("productPrice", u"150"_s);
    auto* field = part<QLineEdit>("productBarcodes");
    field->setFocus();
    for (const auto& code : {u"4901234567894"_s, u"96385074"_s}) {
        QTest::keyClicks(field, code);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QVERIFY(stored().empty()); // Enter of the scanner does not save
    click("saveProduct");
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(stored()[0].barcodes, (QStringList{u"4901234567894"_s, u"96385074"_s}));
}

void CataloguePageTest::aScanOpensTheProductOrFillsTheForm()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Onigiri"_s, food.id, 150, {u"4901234567894"_s});
    open();
    QTRY_COMPARE(rows(), 1);
    QVERIFY(m_page->takeScan({{u"4999999999999"_s}}));
    QVERIFY(banner().contains(u"4999999999999"_s));
    QVERIFY(m_page->takeScan({{u"]E04901234567894"_s}}));
    QCOMPARE(part<QLineEdit>("productName")->text(), u"Onigiri"_s);
    QVERIFY(m_page->takeScan({{u"]C10104912345678904"_s}})); // what is added is the article's number
    QCOMPARE(part<QLineEdit>("productBarcodes")->text(), u"4901234567894, 4912345678904, "_s);
}

void CataloguePageTest::searchAndCategoryFilter()
{
    const auto food = m_open->addCategory(u"Food"_s);
    const auto paper = m_open->addCategory(u"Stationery"_s);
    (void)m_open->addProduct(u"Rice ball salmon"_s, food.id, 150, {u"4901234567894"_s});
    (void)m_open->addProduct(u"Rice ball plum"_s, food.id, 140);
    (void)m_open->addProduct(u"Pencil"_s, paper.id, 70);
    open();
    QTRY_COMPARE(rows(), 3);
    type("productSearch", u"ball SAL"_s);
    QTRY_COMPARE(rows(), 1);
    type("productSearch", u"４９０１２３"_s);
    QTRY_COMPARE(rows(), 1);
    type("productSearch", u"nothing like it"_s);
    QTRY_VERIFY(part<QWidget>("catalogueEmpty")->isVisible());
    QTest::mouseClick(part<QWidget>("catalogueEmpty")->findChild<QAbstractButton*>(u"emptyAction"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    auto* category = part<QComboBox>("categoryFilter");
    category->setCurrentIndex(category->findText(u"Stationery"_s));
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, 0), u"Pencil"_s);
}

void CataloguePageTest::noLongerSoldIsHidden()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Onigiri"_s, food.id, 150);
    open();
    QTRY_COMPARE(rows(), 1);
    clickRow(0);
    part<QCheckBox>("productActive")->click();
    click("saveProduct");
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(stored().size(), 1U);
    part<QCheckBox>("showInactive")->click();
    QCOMPARE(rows(), 1);
}

void CataloguePageTest::unsavedChangesAreKept()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Onigiri"_s, food.id, 150);
    (void)m_open->addProduct(u"Tea"_s, food.id, 110);
    open();
    QTRY_COMPARE(rows(), 2);
    clickRow(0);
    type("productName", u"Onigiri tuna"_s);
    clickRow(1);
    QCOMPARE(part<QLineEdit>("productName")->text(), u"Tea"_s);
    QVERIFY(banner().contains(u"Onigiri tuna"_s));
    QTest::mouseClick(part<QWidget>("catalogueBanner")->findChild<QAbstractButton*>(u"bannerAction"_s), Qt::LeftButton);
    QCOMPARE(part<QLineEdit>("productName")->text(), u"Onigiri tuna"_s);
    click("saveProduct");
    QTRY_COMPARE(cell(0, 0), u"Onigiri tuna"_s);
    QCOMPARE(stored().size(), 2U);
}

void CataloguePageTest::whatIsKeptIsNotTalkedOver()
{
    const auto food = m_open->addCategory(u"Food"_s);
    (void)m_open->addProduct(u"Onigiri"_s, food.id, 150);
    (void)m_open->addProduct(u"Tea"_s, food.id, 110);
    open();
    QTRY_COMPARE(rows(), 2);
    clickRow(0);
    type("productName", u"Onigiri tuna"_s);
    click("addCategory");
    type("categoryName", u"Drinks"_s);
    click("saveCategory");
    QTRY_VERIFY(banner().contains(u"Drinks"_s));
    QVERIFY(banner().contains(u"Onigiri tuna"_s));
    QVERIFY(m_page->takeScan({{u"LIB-00412"_s}})); // nothing has it
    QVERIFY(banner().contains(u"LIB-00412"_s) && banner().contains(u"Onigiri tuna"_s));
    clickRow(1);
    click("saveProduct");
    QTRY_VERIFY(banner().contains(u"Tea is saved"_s));
    QVERIFY(banner().contains(u"Onigiri tuna"_s));
    QTest::mouseClick(part<QWidget>("catalogueBanner")->findChild<QAbstractButton*>(u"bannerAction"_s), Qt::LeftButton);
    QCOMPARE(part<QLineEdit>("productName")->text(), u"Onigiri tuna"_s);
}

void CataloguePageTest::aBlankPartsNumbersAndNoCode()
{
    (void)m_open->addCategory(u"Food"_s);
    open();
    click("addProduct");
    type("productName", u"Onigiri"_s);
    type("productPrice", u"150"_s);
    type("productBarcodes", u"4901234567894 96385074, AB12 CD"_s);
    click("saveProduct");
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(stored()[0].barcodes, (QStringList{u"4901234567894"_s, u"96385074"_s, u"AB12 CD"_s}));
}

void CataloguePageTest::escapeClosesTheForm()
{
    (void)m_open->addCategory(u"Food"_s);
    open();
    QVERIFY(!m_page->stepBack());
    click("addProduct");
    QVERIFY(m_page->stepBack());
    QVERIFY(!part<QLineEdit>("productName")->isVisible());
    QVERIFY(!m_page->stepBack());
}

KOBAI_TEST(CataloguePageTest, QApplication)
#include "CataloguePageTest.moc"
