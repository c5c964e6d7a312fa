// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillPage.h"

#include "app/FaultText.h"
#include "app/scanner/Scanner.h"
#include "app/till/PayPanel.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "face/ModelFolder.h"
#include "support/Desk.h"
#include "support/HeldTimer.h"
#include "support/PlayedKeys.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using face::Verdict;
using Step = TillFlow::Step;

namespace {

constexpr QStringView riceCode = u"4901234567894";
constexpr QStringView teaCode = u"49123456";

} // namespace

class TillPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
        m_haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->topUp(m_haruka.id, 1000);
        m_desk->consentFully(m_haruka.id);
        m_desk->enrol(m_haruka.id, 1);
        m_rice = m_desk->addProduct(u"Rice ball"_s, 150, {riceCode.toString()});
        m_tea = m_desk->addProduct(u"Green tea"_s, 110, {teaCode.toString()}, 100);
        m_page = std::make_unique<TillPage>(m_desk->services);
        m_scanner = std::make_unique<Scanner>(*m_page);
        connect(m_scanner.get(), &Scanner::scanned, m_page.get(), &TillPage::takeScan);
        Desk::present(*m_page);
        QTRY_VERIFY(m_page->findChild<QWidget*>(u"product-%1"_s.arg(m_rice.id.value)) != nullptr);
    }
    void cleanup()
    {
        if (m_page)
            m_page->leave();
        m_scanner.reset();
        m_page.reset();
        m_desk.reset();
    }

    // [row 37] [row 39]
    void aSaleByFaceFromScanToTick()
    {
        scan(riceCode);
        scan(riceCode);
        scan(teaCode);
        HeldTimer settle(m_page->findChild<QObject*>(u"stepSettles"_s));
        QCOMPARE(text("basketTotal"), u"¥410"_s);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Looking);
        awaitLook();
        see(Verdict::Identified, m_haruka.id);
        QVERIFY(!m_desk->services.vision().isRunning()); // closed as soon as the verdict falls
        QTRY_COMPARE(text("payMessage"), u"Charge ¥410 to Sato Haruka?"_s);
        QCOMPARE(text("customerName"), u"Sato Haruka"_s);
        QCOMPARE(text("balanceBefore"), u"¥1,000"_s);
        QCOMPARE(text("balanceAfter"), u"¥590"_s);
        QCOMPARE(m_desk->balance(m_haruka.id), Money(1000)); // shown before anything is charged
        QVERIFY(button("confirmCharge")->hasFocus());
        QTest::keyClick(m_page.get(), Qt::Key_F12); // a double press of the first one answers no question unseen
        QCOMPARE(m_page->flow().step(), Step::Confirm);
        settle.fire();
        QCoreApplication::processEvents();
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QTRY_COMPARE(m_page->flow().step(), Step::Done);
        QCOMPARE(text("payMessage"), u"¥410 charged to Sato Haruka."_s);
        QVERIFY(m_page->basket().isEmpty());
        QCOMPARE(m_desk->balance(m_haruka.id), Money(590));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_page->flow().step(), Step::Done); // a double press does not wipe the tick away
        settle.fire(); // the thread was busy: a press that waits behind the timer was made before the tick was seen
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_page->flow().step(), Step::Done);
        QCoreApplication::processEvents();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_page->flow().step(), Step::Closed);
        QCOMPARE(text("basketTotal"), u"¥0"_s);
    }

    // A refused face that could not be put on record is said: the record would have a hole that nobody knows of.
    void anAttemptThatIsNotOnRecordIsSaid()
    {
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        awaitLook();
        m_desk->services.closeStore();
        see(Verdict::Unknown, m_haruka.id);
        QCOMPARE(m_page->flow().step(), Step::Refused);
        QTRY_VERIFY(!banner().isEmpty());
    }

    void aLatestSaleThatCannotBeReadIsNotNoSale()
    {
        QTRY_COMPARE(text("latestSale"), u"No sale yet"_s);
        m_desk->services.closeStore();
        m_page->enter();
        QTRY_VERIFY(!banner().isEmpty());
        TillPage fresh(m_desk->services);
        fresh.enter();
        QTRY_VERIFY(!fresh.findChild<widgets::Banner*>(u"tillBanner"_s)->words().isEmpty());
        QCOMPARE(fresh.findChild<QLabel*>(u"latestSale"_s)->text(), QString());
        fresh.leave();
    }

    // [row 40]
    void confirmPressedTwiceIsOneSale()
    {
        reachCardByLookUp();
        QPushButton* confirm = button("confirmCharge");
        QVERIFY(m_page->mayLeave());
        QSignalSpy leavable(m_page.get(), &Page::leavable);
        QTest::mouseClick(confirm, Qt::LeftButton);
        QVERIFY(!m_page->mayLeave() && leavable.isEmpty()); // the result is on its way
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTest::keyClick(m_page.get(), Qt::Key_Return);
        QTRY_VERIFY2(m_page->flow().step() == Step::Done,
                     qPrintable(u"step %1, fault %2"_s.arg(int(m_page->flow().step()))
                                    .arg(m_page->flow().fault() ? int(m_page->flow().fault()->code) : 0)));
        QVERIFY(m_page->mayLeave() && !leavable.isEmpty());
        QCOMPARE(m_desk->balance(m_haruka.id), Money(850));
        QCOMPARE(m_desk->audited(audit::Action::Sale), 1);
    }

    // [row 73] A scanner set to send Enter twice charged the customer on the screen.
    void noKeyThatAScannerTypesCharges()
    {
        reachCardByLookUp();
        HeldTimer settle(m_page->findChild<QObject*>(u"stepSettles"_s));
        settle.fire();
        QCoreApplication::processEvents();
        for (QWidget* target : {static_cast<QWidget*>(button("confirmCharge")), static_cast<QWidget*>(m_page.get())}) {
            for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Select, Qt::Key_Tab}) {
                button("confirmCharge")->setFocus();
                QTest::keyClick(target, key);
                QCoreApplication::processEvents();
                QCOMPARE(m_page->flow().step(), Step::Confirm);
            }
        }
        QKeyEvent held(QEvent::KeyPress, Qt::Key_F12, Qt::NoModifier, {}, true);
        QApplication::sendEvent(m_page.get(), &held);
        QCOMPARE(m_page->flow().step(), Step::Confirm);
        QCOMPARE(m_desk->balance(m_haruka.id), Money(1000));
    }

    // [row 25]
    void everyRefusalIsSaidApartWithTheOtherWaysAtHand()
    {
        scan(riceCode);
        QStringList said;
        for (const Verdict verdict : {Verdict::Unknown, Verdict::Ambiguous, Verdict::Spoof}) {
            QTest::keyClick(m_page.get(), Qt::Key_F12);
            awaitLook();
            see(verdict, m_haruka.id);
            QCOMPARE(m_page->flow().step(), Step::Refused);
            QVERIFY(!m_desk->services.vision().isRunning());
            said.append(text("payMessage"));
            QVERIFY(text("payDetail").startsWith(u"Nothing was charged."_s));
            QVERIFY(button("otherPin")->hasFocus());
            QVERIFY(button("otherLookUp")->isVisible());
        }
        said.removeDuplicates();
        QCOMPARE(said.size(), 3);
        QVERIFY(!button("retryFace")->isVisible()); // three looks are enough
        for (const QString& sentence : said)
            QVERIFY2(!sentence.contains(m_haruka.name), "a refusal names nobody");
        QTRY_COMPARE(m_desk->audited(audit::Action::FaceAttempt), 3);
        QCOMPARE(m_desk->balance(m_haruka.id), Money(1000));
        QCOMPARE(m_page->basket().itemCount(), 1);
    }

    void aMissingModelIsSaidAndTheStoreStillSells()
    {
        scan(riceCode);
        QTest::mouseClick(button("payByFace"), Qt::LeftButton);
        m_desk->endLoading();
        QTRY_COMPARE(m_page->flow().step(), Step::Refused); // this desk has no models
        QCOMPARE(text("payMessage"), faultText({FaultCode::ModelMissing, face::modelFiles().front().name.toString()}));
        QVERIFY(button("otherPin")->isVisible());
        QCOMPARE(m_page->flow().looksLeft(), face::looksPerPayment);
        QTest::mouseClick(button("otherLookUp"), Qt::LeftButton);
        QCOMPARE(m_page->flow().step(), Step::LookUp);
    }

    // [row 14]
    void aPinPaysAndAWrongOneIsAskedAgain()
    {
        m_desk->with([id = m_haruka.id, by = m_desk->services.operatorId()](store::Store& store) {
            return checkout::setPin(store, id, u"2580"_s, by);
        });
        scan(riceCode);
        QTest::mouseClick(button("payByPin"), Qt::LeftButton);
        QLineEdit* number = field("pinNumber");
        QVERIFY(number->hasFocus());
        QTest::keyClicks(number, u"2026999"_s);
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_COMPARE(text("payMessage"), u"Nobody here has this number."_s);
        QTest::keyClicks(number, u"2026014"_s); // the wrong one is selected and typed over
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_COMPARE(m_page->flow().step(), Step::Pin);
        auto* pad = m_page->findChild<QWidget*>(u"pinPad"_s);
        QVERIFY(pad->hasFocus());
        QVERIFY(!text("payMessage").contains(m_haruka.name)); // a number alone names nobody
        QTest::keyClicks(pad, u"9999"_s);
        QTest::keyClick(pad, Qt::Key_Return);
        QTRY_VERIFY(m_page->flow().step() == Step::Pin && m_page->flow().fault());
        QTest::keyClicks(pad, u"2580"_s);
        QTest::keyClick(pad, Qt::Key_Return);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QTest::mouseClick(button("confirmCharge"), Qt::LeftButton);
        QTRY_COMPARE(m_page->flow().step(), Step::Done);
        QCOMPARE(m_desk->balance(m_haruka.id), Money(850));
    }

    void aLowBalanceIsSaidAndTakingSomethingOutHelps()
    {
        for (int i = 0; i < 7; ++i)
            scan(riceCode);
        payByLookUp();
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(text("payMessage"), u"Sato Haruka has ¥1,000, that is ¥50 too little for ¥1,050."_s);
        QTest::keyClick(m_page.get(), Qt::Key_F4);
        QLineEdit* quantity = visibleField("quantityField");
        QTest::keyClicks(quantity, u"6"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QTRY_COMPARE(text("payMessage"), u"Charge ¥900 to Sato Haruka?"_s);
    }

    // [row 38]
    void aScanLandsInTheBasketFromAnywhere()
    {
        const HeldTimer pause(m_scanner->findChild<QObject*>(u"scanPause"_s));
        for (const char* name : {"scanField", "payByFace", "payByPin"}) {
            scan(riceCode, m_page->findChild<QWidget*>(QString::fromLatin1(name)));
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_page->basket().itemCount(), 3);
        payByLookUp(false);
        scan(riceCode, field("lookUpField")); // also over an open payment
        QCOMPARE(m_page->basket().itemCount(), 4);
        QCOMPARE(m_page->flow().total(), Money(600));
        QVERIFY(!pause.isRunning()); // no digit is held back
        QCOMPARE(field("lookUpField")->text(), QString());
        QCOMPARE(field("scanField")->text(), QString());
    }

    void twentyScansAtOnceLoseNone()
    {
        for (int i = 0; i < 20; ++i)
            scan(i % 2 == 0 ? riceCode : teaCode);
        QCOMPARE(m_page->basket().itemCount(), 20);
        QCOMPARE(text("basketTotal"), u"¥2,600"_s);
    }

    void aBadBarcodeIsASentenceAndTheBasketStays_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::newRow("unknown") << u"4999999999999"_s;
        QTest::newRow("short") << u"490"_s;
        QTest::newRow("doubled") << u"49012345678944901234567894"_s;
        QTest::newRow("check digit") << u"4901234567895"_s;
    }
    void aBadBarcodeIsASentenceAndTheBasketStays()
    {
        QFETCH(QString, digits);
        scan(riceCode);
        scan(digits);
        QTRY_VERIFY2(banner().contains(u"basket is unchanged"_s), qPrintable(banner()));
        QCOMPARE(m_page->basket().itemCount(), 1);
        scan(teaCode);
        QCOMPARE(banner(), QString()); // what went well afterwards clears it
    }

    void theBasketSurvivesAnotherPageAndThePaymentDoesNot()
    {
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QVERIFY(m_page->flow().isOpen());
        m_page->leave();
        QVERIFY(!m_page->flow().isOpen());
        QVERIFY(!m_desk->services.vision().isRunning());
        m_page->hide();
        Desk::present(*m_page);
        QCOMPARE(m_page->basket().itemCount(), 1);
        QCOMPARE(text("basketTotal"), u"¥150"_s);
    }

    void wholeSaleByKeys()
    {
        QTest::keyClick(m_page.get(), Qt::Key_F2);
        QLineEdit* search = field("scanField");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"tea"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_page->basket().itemCount(), 1);
        QCOMPARE(search->text(), QString());
        QTest::keyClick(m_page.get(), Qt::Key_F4);
        QLineEdit* quantity = visibleField("quantityField");
        QTest::keyClicks(quantity, u"3"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QTRY_COMPARE(text("basketTotal"), u"¥330"_s);
        QCOMPARE(text("basketTax"), u"Tax included: 10% ¥30"_s);
        QTest::keyClick(m_page.get(), Qt::Key_F2);
        QTest::keyClick(m_page.get(), Qt::Key_Delete);
        QTRY_VERIFY(m_page->basket().isEmpty());
    }

    void aQuantityOutOfRangeIsASentence()
    {
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F4);
        QLineEdit* quantity = visibleField("quantityField");
        QTest::keyClicks(quantity, u"x9"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QVERIFY(!banner().isEmpty());
        QCOMPARE(m_page->basket().itemCount(), 1);
        quantity->selectAll();
        QTest::keyClicks(quantity, u"9999"_s);
        QTest::keyClick(quantity, Qt::Key_Return);
        QTRY_VERIFY(!banner().isEmpty());
        QCOMPARE(m_page->basket().itemCount(), 1);
    }

    void escGoesBackStepByStep()
    {
        scan(riceCode);
        QTest::mouseClick(button("payByPin"), Qt::LeftButton);
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_page->flow().isOpen());
        QVERIFY(!m_page->stepBack());
        QCOMPARE(m_page->basket().itemCount(), 1);
    }

    void aChangedPriceReachesTheBasket()
    {
        scan(riceCode);
        m_rice.price = Money(160);
        m_desk->with([rice = m_rice, by = m_desk->services.operatorId()](store::Store& store) {
            return checkout::saveProduct(store, rice, by);
        });
        Q_EMIT m_desk->services.assortmentChanged();
        QTRY_COMPARE(text("basketTotal"), u"¥160"_s);
        QVERIFY(!banner().isEmpty());
    }

private:
    void scan(QStringView digits, QWidget* focus = nullptr)
    {
        if (focus != nullptr)
            focus->setFocus();
        QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_page.get();
        m_keys.scan(*target, digits.toString());
    }
    /// The store is asked before the camera opens.
    void awaitLook() { QTRY_VERIFY(m_desk->services.vision().isRunning()); }
    void see(Verdict verdict, PersonId person)
    {
        face::Identification seen;
        seen.verdict = verdict;
        seen.person = person;
        seen.score = 7.5F;
        seen.margin = 4;
        seen.threshold = 4.5F;
        seen.liveness = 0.9F;
        seen.frames = 5;
        Q_EMIT m_desk->services.vision().identified(seen);
    }
    void payByLookUp(bool pick = true)
    {
        QTest::mouseClick(button("payByLookUp"), Qt::LeftButton);
        QLineEdit* search = field("lookUpField");
        QVERIFY(search->hasFocus());
        if (!pick)
            return;
        QTest::keyClicks(search, u"sato"_s);
        auto* list = m_page->findChild<QListView*>(u"lookUpList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
    }
    void reachCardByLookUp()
    {
        scan(riceCode);
        payByLookUp();
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
    }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QString banner() const { return m_page->findChild<widgets::Banner*>(u"tillBanner"_s)->words(); }
    QPushButton* button(const char* name) const { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QLineEdit* field(const char* name) const { return m_page->findChild<QLineEdit*>(QString::fromLatin1(name)); }
    QLineEdit* visibleField(const char* name) const
    {
        const auto fields = m_page->findChildren<QLineEdit*>(QString::fromLatin1(name));
        const auto shown =
            std::find_if(fields.begin(), fields.end(), [](QLineEdit* edit) { return edit->isVisible(); });
        if (shown == fields.end())
            qFatal("no visible %s", name);
        return *shown;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TillPage> m_page;
    std::unique_ptr<Scanner> m_scanner;
    PlayedKeys m_keys;
    people::Person m_haruka;
    catalogue::Product m_rice;
    catalogue::Product m_tea;
};

KOBAI_TEST(TillPageTest, QApplication)
#include "TillPageTest.moc"
