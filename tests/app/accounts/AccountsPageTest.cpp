// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/AccountsPage.h"

#include "accounts/Accounts.h"
#include "support/Desk.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;

class AccountsPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
        m_haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_page = std::make_unique<AccountsPage>(m_desk->services);
        Desk::present(*m_page);
    }
    void cleanup()
    {
        if (m_page)
            m_page->leave();
        m_page.reset();
        m_desk.reset();
    }

    // Typed with another blank, script or letter, a name found nobody.
    void aNameIsFoundAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("without the blank") << u"上田大翔"_s << u"上田 大翔"_s;
        QTest::newRow("full-width blank") << u"上田　大翔"_s << u"上田 大翔"_s;
        QTest::newRow("the usual form of a kanji") << u"高橋"_s << u"髙橋 恵"_s;
        QTest::newRow("kana for romaji") << u"サトウハルカ"_s << u"Sato Haruka"_s;
        QTest::newRow("a long vowel") << u"satou"_s << u"Sato Haruka"_s;
        QTest::newRow("an umlaut") << u"muel"_s << u"Jürgen Müller"_s;
        QTest::newRow("full-width digits") << u"２０２６０２１"_s << u"上田 大翔"_s;
    }
    void aNameIsFoundAsItIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        (void)m_desk->addStudent(u"上田 大翔"_s, u"2026021"_s);
        (void)m_desk->addStudent(u"髙橋 恵"_s, u"2026022"_s);
        (void)m_desk->addStudent(u"Jürgen Müller"_s, u"2026023"_s);
        m_page->enter();
        auto* list = m_page->findChild<QListView*>(u"accountList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 4);
        // One event for each character: keyClicks() only knows ASCII.
        for (const QChar character : typed)
            QTest::sendKeyEvent(QTest::Click, field("accountSearch"), Qt::Key_unknown, QString(character),
                                Qt::NoModifier);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field("accountSearch"), Qt::Key_Return);
        QTRY_COMPARE(text("accountName"), name);
    }

    // [row 51]
    void aTopUpGetsAReceiptNumberAndAnEntry()
    {
        QTest::keyClicks(field("accountSearch"), u"2026014"_s);
        QTest::keyClick(field("accountSearch"), Qt::Key_Return);
        QTRY_COMPARE(text("accountName"), u"Sato Haruka"_s);
        QCOMPARE(text("balance"), u"¥0"_s);
        click("topUp");
        QVERIFY(field("topUpAmount")->hasFocus());
        QTest::keyClicks(field("topUpAmount"), u"3000"_s);
        QCOMPARE(text("topUpQuestion"), u"Top up ¥3,000 for Sato Haruka?"_s);
        QTest::keyClick(field("topUpAmount"), Qt::Key_Return);
        QVERIFY(button("confirmTopUp")->hasFocus());
        // [row 73] A card scanned into the amount with Enter twice was booked.
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Select})
            QTest::keyClick(button("confirmTopUp"), key);
        QVERIFY(button("confirmTopUp")->isEnabled()); // nothing is on its way
        QCOMPARE(m_desk->balance(m_haruka.id), Money());
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QTRY_COMPARE(text("balance"), u"¥3,000"_s);
        QVERIFY2(text("topUpReceipt").startsWith(u"Receipt 1: ¥3,000 topped up for Sato Haruka."_s),
                 qPrintable(text("topUpReceipt")));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 3).data().toString(), u"+¥3,000"_s);
    }

    void confirmPressedTwiceBooksOnce()
    {
        open();
        click("topUp");
        click("quick-5000");
        QPushButton* confirm = button("confirmTopUp");
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(text("balance"), u"¥5,000"_s);
        QCOMPARE(m_desk->balance(m_haruka.id), Money(5000));
        QCOMPARE(m_desk->audited(audit::Action::TopUp), 1);
    }

    void badAmountsAreSentencesAndNothingIsBooked_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString& typed :
             {u"12x"_s, u"-500"_s, u"0"_s, u"99999999999999999999"_s, u"1,5"_s, u"10.5"_s, u"1000000"_s, u"三千"_s})
            QTest::newRow(qPrintable(typed)) << typed;
    }
    void badAmountsAreSentencesAndNothingIsBooked()
    {
        QFETCH(QString, typed);
        open();
        click("topUp");
        QLineEdit* amount = field("topUpAmount");
        amount->setText(typed);
        QVERIFY(m_page->findChild<QLabel*>(u"topUpComplaint"_s)->isVisible());
        QVERIFY(!text("topUpComplaint").isEmpty());
        QVERIFY(!button("confirmTopUp")->isEnabled());
        QTest::keyClick(amount, Qt::Key_Return);
        QTest::mouseClick(button("confirmTopUp"), Qt::LeftButton);
        QCOMPARE(m_desk->balance(m_haruka.id), Money());
        QCOMPARE(amount->text(), typed); // what was typed stays to be mended
    }

    void escClosesTheFormAndANewOneStartsEmpty()
    {
        open();
        click("topUp");
        QTest::keyClicks(field("topUpAmount"), u"3000"_s);
        QVERIFY(m_page->stepBack());
        QVERIFY(!field("topUpAmount")->isVisible());
        click("topUp");
        QCOMPARE(field("topUpAmount")->text(), QString());
        QVERIFY(!button("confirmTopUp")->isEnabled());
    }

    void anotherPersonClosesTheForm()
    {
        const people::Person ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        open();
        click("topUp");
        QTest::keyClicks(field("topUpAmount"), u"3000"_s);
        m_page->showPerson(ken.id);
        QTRY_COMPARE(text("accountName"), u"Mori Ken"_s);
        QVERIFY(!field("topUpAmount")->isVisible());
    }

    void manyEntriesComeByPages()
    {
        m_desk->with([id = m_haruka.id, by = m_desk->services.operatorId()](store::Store& store) -> Result<int> {
            for (int i = 0; i < 130; ++i)
                KOBAI_TRY(accounts::topUpCash(store, {store.makeId<TransferId>(), id, Money(100), by}));
            return 130;
        });
        open();
        QTRY_VERIFY(table()->model()->rowCount() >= 60);
        for (int page = 0; page < 4 && table()->model()->rowCount() < 130; ++page) {
            table()->scrollToBottom();
            const int before = table()->model()->rowCount();
            if (table()->model()->canFetchMore({}))
                table()->model()->fetchMore({});
            QTRY_VERIFY(table()->model()->rowCount() > before);
        }
        QCOMPARE(table()->model()->rowCount(), 130);
        QCOMPARE(table()->model()->index(0, 4).data().toString(), u"¥13,000"_s);
        QCOMPARE(table()->model()->index(129, 4).data().toString(), u"¥100"_s);
    }

    // [row 64]
    void lookingIsOnRecord()
    {
        open();
        QVERIFY(m_desk->audited(audit::Action::AccountViewed) >= 1);
    }

    // What changes while somebody looks on is shown without a second line; what changes behind another page is nobody's look.
    void aChangeIsNotALook()
    {
        open();
        const int looked = m_desk->audited(audit::Action::AccountViewed);
        m_desk->topUp(m_haruka.id, 700);
        Q_EMIT m_desk->services.accountChanged(m_haruka.id);
        QTRY_COMPARE(text("balance"), u"¥700"_s);
        QCOMPARE(m_desk->audited(audit::Action::AccountViewed), looked);
        m_page->leave();
        m_page->hide();
        m_desk->topUp(m_haruka.id, 100);
        Q_EMIT m_desk->services.accountChanged(m_haruka.id);
        Q_EMIT m_desk->services.personChanged(m_haruka.id);
        QCOMPARE(m_desk->audited(audit::Action::AccountViewed), looked);
        QCOMPARE(text("balance"), u"¥700"_s);
        m_page->show();
        m_page->enter();
        QTRY_COMPARE(text("balance"), u"¥800"_s);
        QCOMPARE(m_desk->audited(audit::Action::AccountViewed), looked + 1);
    }

    // The search (Ctrl+K) chooses a person and then brings the page to the front: that person is shown, and looked at once.
    void whoIsChosenElsewhereIsShownOnEntering()
    {
        const people::Person ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        open();
        const int looked = m_desk->audited(audit::Action::AccountViewed);
        m_page->leave();
        QVERIFY(m_page->showPerson(ken.id));
        m_page->enter();
        QTRY_COMPARE(text("accountName"), u"Mori Ken"_s);
        QCOMPARE(m_desk->audited(audit::Action::AccountViewed), looked + 1);
        QCOMPARE(text("accountName"), u"Mori Ken"_s);
    }

    void anAccountWithoutEntriesSaysSo()
    {
        open();
        QTRY_VERIFY(!table()->isVisible());
        m_desk->topUp(m_haruka.id, 700);
        Q_EMIT m_desk->services.accountChanged(m_haruka.id);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(table()->isVisible());
    }

private:
    void open()
    {
        QVERIFY(m_page->showPerson(m_haruka.id));
        QTRY_COMPARE(text("accountName"), u"Sato Haruka"_s);
    }
    void click(const char* name)
    {
        QPushButton* pressed = button(name);
        QVERIFY2(pressed != nullptr && pressed->isVisible() && pressed->isEnabled(), name);
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    QTableView* table() const { return m_page->findChild<QTableView*>(u"entriesTable"_s); }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QPushButton* button(const char* name) const { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QLineEdit* field(const char* name) const { return m_page->findChild<QLineEdit*>(QString::fromLatin1(name)); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<AccountsPage> m_page;
    people::Person m_haruka;
};

KOBAI_TEST(AccountsPageTest, QApplication)
#include "AccountsPageTest.moc"
