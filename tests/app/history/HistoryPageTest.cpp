// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryPage.h"
#include "app/history/HistoryChart.h"
#include "support/AwaitStore.h"
#include "support/HeldTimer.h"
#include "support/OpenServices.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

/// The history as a person uses it: look, filter by person, day, product and way to pay, read a receipt.
class HistoryPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyStoreSaysSo();
    void purchasesAreShownNewestFirst();
    void personIsFilteredByTyping();
    void personClickedStaysChosen();
    void productAndMethodFilter();
    void clickedDayFilters();
    void noMatchOffersToClear();
    void receiptTellsTheLines();
    void saleElsewhereIsShown();
    void longHistoryIsReadInPages();
    void closedStoreIsForgotten();

private:
    template <typename T>
    T* part(const char* name)
    {
        T* found = m_page->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] int rows() { return part<QTableView>("historyTable")->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column)
    {
        return part<QTableView>("historyTable")->model()->index(row, column).data().toString();
    }
    void fill();
    void open();
    /// "ken", with the pause after it, until the field proposes somebody.
    static void type(QLineEdit& field, test::HeldTimer& pause);

    std::unique_ptr<test::OpenServices> m_open;
    std::unique_ptr<HistoryPage> m_page;
    people::Person m_haruka;
    people::Person m_ken;
    catalogue::Product m_onigiri;
    catalogue::Product m_pencil;
};

void HistoryPageTest::initTestCase()
{
    widgets::theme::apply(*qApp);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void HistoryPageTest::init()
{
    m_open = std::make_unique<test::OpenServices>(u"JPY"_s, QDate(2026, 6, 8));
    m_page = std::make_unique<HistoryPage>(m_open->services);
    m_page->resize(1100, 760);
}

void HistoryPageTest::cleanup()
{
    m_page.reset();
    m_open.reset();
}

void HistoryPageTest::fill()
{
    const auto food = m_open->addCategory(u"Food"_s, u"食べ物"_s);
    const auto paper = m_open->addCategory(u"Stationery"_s);
    m_onigiri = m_open->addProduct(u"Onigiri"_s, food.id, 150);
    m_pencil = m_open->addProduct(u"Pencil"_s, paper.id, 70);
    m_haruka = m_open->addStudent(u"2026001"_s, u"Sato Haruka"_s, 5000);
    m_ken = m_open->addStudent(u"2026002"_s, u"Mori Ken"_s, 5000);
    m_open->clock.set(QDateTime(QDate(2026, 6, 8), QTime(10, 0)));
    (void)m_open->sell(m_haruka, m_onigiri, 2);
    m_open->clock.set(QDateTime(QDate(2026, 6, 9), QTime(10, 0)));
    (void)m_open->sell(m_ken, m_pencil, 1, ledger::PaymentMethod::LookUp);
    m_open->clock.set(QDateTime(QDate(2026, 6, 10), QTime(10, 0)));
    (void)m_open->sell(m_haruka, m_pencil, 3);
}

void HistoryPageTest::open()
{
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->enter();
}

void HistoryPageTest::emptyStoreSaysSo()
{
    open();
    QTRY_VERIFY(part<QWidget>("historyEmpty")->isVisible());
    QVERIFY(!part<QWidget>("historyTable")->isVisible());
}

void HistoryPageTest::purchasesAreShownNewestFirst()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    QVERIFY(part<QTableView>("historyTable")->isVisible());
    QCOMPARE(cell(0, 1), u"Sato Haruka"_s);
    QCOMPARE(cell(0, 4), u"¥210"_s);
    QCOMPARE(cell(1, 1), u"Mori Ken"_s);
    QCOMPARE(cell(2, 4), u"¥300"_s);
    QTRY_VERIFY(part<QLabel>("historySummary")->text().contains(u"¥580"_s));
    QVERIFY(part<HistoryChart>("historyChart")->isVisible());
    QCOMPARE(part<HistoryChart>("historyChart")->bars().bars.size(), 30U);

    // On a low screen the list has all the room.
    m_page->resize(1100, 400);
    QTRY_VERIFY(!part<HistoryChart>("historyChart")->isVisible());
    QTRY_VERIFY(part<QTableView>("historyTable")->height() > 100);
    m_page->resize(1100, 760);
    QTRY_VERIFY(part<HistoryChart>("historyChart")->isVisible());
}

void HistoryPageTest::type(QLineEdit& field, test::HeldTimer& pause)
{
    QTest::keyClicks(&field, u"ken"_s);
    pause.fire();
    QTRY_VERIFY(field.completer()->popup()->isVisible());
}

void HistoryPageTest::personIsFilteredByTyping()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    auto* field = part<QLineEdit>("filterPerson");
    QVERIFY(field->hasFocus());
    test::HeldTimer pause(field, u"typingPause"_s);
    type(*field, pause);
    auto* popup = field->completer()->popup();
    QTRY_COMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 1), u"Mori Ken"_s);
    QVERIFY(!pause.isRunning());
    QTest::mouseClick(part<QAbstractButton>("clearFilters"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(field->text().isEmpty());
}

// The choice changes the field's text: the pause after that must not undo it.
void HistoryPageTest::personClickedStaysChosen()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    auto* field = part<QLineEdit>("filterPerson");
    test::HeldTimer pause(field, u"typingPause"_s);
    type(*field, pause);
    auto* popup = field->completer()->popup();
    QTRY_COMPARE(popup->model()->rowCount(), 1);
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, popup->visualRect(popup->model()->index(0, 0)).center());
    QTRY_COMPARE(rows(), 1);
    pause.fire();
    test::awaitStore(m_open->services);
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, 1), u"Mori Ken"_s);
}

void HistoryPageTest::productAndMethodFilter()
{
    fill();
    open();
    auto* product = part<QComboBox>("filterProduct");
    QTRY_COMPARE(product->count(), 3);
    product->setCurrentIndex(product->findText(u"Pencil"_s));
    QTRY_COMPARE(rows(), 2);
    // Only the product's own lines count.
    QTRY_VERIFY(part<QLabel>("historySummary")->text().contains(u"¥280"_s));
    auto* method = part<QComboBox>("filterMethod");
    method->setCurrentIndex(method->findData(int(ledger::PaymentMethod::LookUp)));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 1), u"Mori Ken"_s);
}

void HistoryPageTest::clickedDayFilters()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    auto* chart = part<HistoryChart>("historyChart");
    QTRY_COMPARE(chart->bars().bars.size(), 30U);
    const int ninth = 28; // the range ends on the 10th
    QCOMPARE(chart->bars().bars[std::size_t(ninth)].from, QDate(2026, 6, 9));
    QTRY_COMPARE(chart->barAt(chart->barRect(ninth).center()), ninth);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->barRect(ninth).center());
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 1), u"Mori Ken"_s);
    QCOMPARE(part<QDateEdit>("filterFrom")->date(), QDate(2026, 6, 9));
    QCOMPARE(part<QDateEdit>("filterTo")->date(), QDate(2026, 6, 9));
    QTest::mouseClick(part<QAbstractButton>("rangeAll"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    QTest::mouseClick(part<QAbstractButton>("rangeToday"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 4), u"¥210"_s);
}

void HistoryPageTest::noMatchOffersToClear()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    auto* method = part<QComboBox>("filterMethod");
    method->setCurrentIndex(method->findData(int(ledger::PaymentMethod::Face)));
    auto* empty = part<QWidget>("historyEmpty");
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->findChild<QAbstractButton*>(u"emptyAction"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 3);
    QTRY_VERIFY(!empty->isVisible());
}

void HistoryPageTest::receiptTellsTheLines()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    auto* panel = part<QWidget>("receiptPanel");
    QVERIFY(!panel->isVisible());
    auto* table = part<QTableView>("historyTable");
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 1)).center());
    QTRY_VERIFY(panel->isVisible());
    QString all;
    for (const QLabel* label : panel->findChildren<QLabel*>())
        all += label->text() + u'\n';
    QVERIFY2(all.contains(u"Onigiri"_s), qPrintable(all));
    QVERIFY(all.contains(u"¥300"_s));
    QVERIFY(all.contains(u"Sato Haruka"_s));
    QVERIFY(all.contains(u"¥22"_s)); // 8 % in 300
    QVERIFY(m_page->stepBack());
    QVERIFY(!panel->isVisible());
    QVERIFY(!m_page->stepBack());
}

void HistoryPageTest::saleElsewhereIsShown()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    (void)m_open->sell(m_ken, m_onigiri);
    Q_EMIT m_open->services.accountChanged(m_ken.id);
    QTRY_COMPARE(rows(), 4);
}

void HistoryPageTest::longHistoryIsReadInPages()
{
    fill();
    const int more = 2 * reports::purchasesPerPage;
    const people::Person rich = m_open->addStudent(u"2026003"_s, u"Ito Rin"_s, 70 * more);
    for (int i = 0; i < more; ++i)
        (void)m_open->sell(rich, m_pencil);
    open();
    QTRY_COMPARE(rows(), reports::purchasesPerPage);
    const QString summary = part<QLabel>("historySummary")->text();
    auto* table = part<QTableView>("historyTable");
    while (rows() < more + 3) {
        const int before = rows();
        table->scrollToBottom();
        QTRY_VERIFY(rows() > before);
    }
    QCOMPARE(rows(), more + 3);
    QVERIFY(part<QLabel>("historySummary")->text() != summary);
    QCOMPARE(cell(more, 1), u"Sato Haruka"_s);
}

void HistoryPageTest::closedStoreIsForgotten()
{
    fill();
    open();
    QTRY_COMPARE(rows(), 3);
    QSignalSpy closed(&m_open->services, &Services::storeClosed);
    m_open->services.closeStore();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(rows(), 0);
    QVERIFY(part<QLabel>("historySummary")->text().isEmpty());
    QVERIFY(!part<QWidget>("receiptPanel")->isVisible());
}

KOBAI_TEST(HistoryPageTest, QApplication)
#include "HistoryPageTest.moc"
