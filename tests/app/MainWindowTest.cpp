// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"
#include "app/Services.h"
#include "enrolment/Enrolment.h"
#include "support/AwaitStore.h"
#include "support/HeldTimer.h"
#include "support/MockClock.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;
constexpr int workplaceCount = 7;
const auto passphrase = u"copper window biscuit lake"_s;

} // namespace

/// The window as a person has it: keys, mouse, and nothing that blocks.
class MainWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Kobai"_s);
        QCoreApplication::setApplicationName(u"kobai"_s);
        widgets::theme::apply(*qApp);
    }

    void init()
    {
        m_services = std::make_unique<app::Services>(m_clock, m_random, QString());
        m_services->language().use(u"en"_s);
        m_window = std::make_unique<app::MainWindow>(*m_services);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_services.reset();
        QDir(m_home.path(u"store"_s)).removeRecursively();
    }

    void aStoreIsCreatedByKeyboard()
    {
        QTest::mouseClick(button(u"createStore"_s), Qt::LeftButton);
        QTest::keyClicks(field(u"schoolName"_s), u"Hoshino Academy"_s);
        QVERIFY(!button(u"createNow"_s)->isEnabled());
        QTest::keyClicks(field(u"operatorName"_s), u"Mori"_s);
        QTest::keyClicks(field(u"newPassphrase"_s), passphrase);
        QTest::keyClicks(field(u"newPassphraseAgain"_s), u"copper"_s);
        QVERIFY(!button(u"createNow"_s)->isEnabled());
        QTest::keyClicks(field(u"newPassphraseAgain"_s), passphrase.mid(6));
        field(u"storeFolder"_s)->setText(m_home.path(u"store"_s));
        QTest::keyClick(field(u"storeFolder"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(int(m_window->pages().size()), workplaceCount, patienceMs);
        QCOMPARE(m_services->schoolName(), u"Hoshino Academy"_s);
        QVERIFY(m_window->windowTitle().contains(u"Hoshino Academy"_s));
        QVERIFY(field(u"newPassphrase"_s) == nullptr || field(u"newPassphrase"_s)->text().isEmpty());
    }

    void keysBringTheWorkplacesToTheFront()
    {
        openFresh();
        for (int index = workplaceCount - 1; index >= 0; --index) {
            QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + index), Qt::ControlModifier);
            QTRY_COMPARE(m_window->currentPage(), m_window->pages().at(std::size_t(index)));
            QVERIFY(m_window->findChild<QAbstractButton*>(u"rail%1"_s.arg(index + 1))->isChecked());
        }
    }

    void helpShowsTheKeysAndEscLeavesThem()
    {
        openFresh();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto* overlay = m_window->findChild<QWidget*>(u"keysOverlay"_s);
        QTRY_VERIFY(overlay->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!overlay->isVisible());
    }

    void searchFindsAPage()
    {
        openFresh();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(field(u"searchEverything"_s) != nullptr);
        QTest::keyClicks(field(u"searchEverything"_s), u"catal"_s);
        auto* results = m_window->findChild<QListWidget*>(u"searchResults"_s);
        QTRY_COMPARE(results->count(), 1);
        QTest::keyClick(field(u"searchEverything"_s), Qt::Key_Return);
        QTRY_COMPARE(m_window->currentPage(), m_window->pages().at(4));
    }

    void lockingLeavesNothingAndOpensAgain()
    {
        openFresh();
        QSignalSpy closed(m_services.get(), &app::Services::storeClosed);
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(closed.wait(patienceMs));
        QVERIFY(!m_services->isOpen());
        QVERIFY(m_window->pages().empty());
        QVERIFY(m_services->schoolName().isEmpty());

        QSignalSpy failed(m_services.get(), &app::Services::openFailed);
        QTest::keyClicks(field(u"passphrase"_s), u"not this one"_s);
        QTest::keyClick(field(u"passphrase"_s), Qt::Key_Return);
        QVERIFY(failed.wait(patienceMs));
        QCOMPARE(int(failed.first().first().value<Fault>().code), int(FaultCode::WrongPassphrase));
        QCOMPARE(field(u"passphrase"_s)->selectedText().size(), 12);
        QVERIFY(!m_services->isOpen());

        QTest::keyClicks(field(u"passphrase"_s), passphrase);
        QTest::keyClick(field(u"passphrase"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(int(m_window->pages().size()), workplaceCount, patienceMs);
    }

    // [row 73] What lies above a page keeps its keys from it.
    void nothingIsBookedUnderAnOverlay()
    {
        openFresh();
        const PersonId person = addStudent();
        constexpr std::size_t accounts = 2;
        m_window->goTo(int(accounts));
        QVERIFY(m_window->pages().at(accounts)->showPerson(person));
        QTRY_VERIFY(button(u"topUp"_s) != nullptr);
        QTest::mouseClick(button(u"topUp"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"quick-5000"_s), Qt::LeftButton);
        const QSignalSpy booked(m_services.get(), &app::Services::accountChanged);
        for (const auto& [key, modifier] : {std::pair(Qt::Key_F1, Qt::NoModifier), {Qt::Key_K, Qt::ControlModifier}}) {
            QTest::keyClick(m_window.get(), key, modifier);
            QVERIFY(!m_window->pages().at(accounts)->isAncestorOf(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F12);
            QVERIFY(button(u"confirmTopUp"_s)->isEnabled()); // nothing is on its way
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        }
        QCOMPARE(booked.count(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F12);
        QTRY_COMPARE(booked.count(), 1);
    }

    void leavingWaitsForMoneyUnderWay_data()
    {
        QTest::addColumn<bool>("closing");
        QTest::newRow("locking") << false;
        QTest::newRow("closing") << true;
    }
    void leavingWaitsForMoneyUnderWay()
    {
        QFETCH(bool, closing);
        openFresh();
        const PersonId person = addStudent();
        constexpr std::size_t accounts = 2;
        m_window->goTo(int(accounts));
        QVERIFY(m_window->pages().at(accounts)->showPerson(person));
        QTRY_VERIFY(button(u"topUp"_s) != nullptr);
        QTest::mouseClick(button(u"topUp"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"quick-5000"_s), Qt::LeftButton);
        QSemaphore slowDisk;
        m_services->withStore(
            [&slowDisk](store::Store&) -> Status {
                slowDisk.acquire();
                return {};
            },
            m_window.get(), [](const Status&) {});
        QSignalSpy arrived(m_services.get(), &app::Services::accountChanged);
        QTest::mouseClick(button(u"confirmTopUp"_s), Qt::LeftButton);
        if (closing)
            QVERIFY(!m_window->close());
        else
            m_window->lock();
        QCoreApplication::processEvents();
        QVERIFY(m_services->isOpen() && m_window->isVisible());
        QCOMPARE(arrived.count(), 0);
        slowDisk.release();
        if (closing)
            QTRY_VERIFY(!m_window->isVisible());
        else
            QTRY_VERIFY(!m_services->isOpen());
        QCOMPARE(arrived.count(), 1); // the page was there to take the receipt
    }

    void aThirdWrongPassphraseHasToWait()
    {
        openFresh();
        m_window->lock();
        test::HeldTimer second(m_window.get(), u"unlockWait"_s);
        for (int wrong = 0; wrong < 3; ++wrong) {
            QVERIFY(button(u"unlock"_s) != nullptr);
            field(u"passphrase"_s)->setText(u"wrong words %1"_s.arg(wrong));
            QSignalSpy failed(m_services.get(), &app::Services::openFailed);
            QTest::keyClick(field(u"passphrase"_s), Qt::Key_Return);
            QVERIFY(failed.wait(patienceMs));
        }
        int seconds = 0;
        for (; second.isRunning(); ++seconds) {
            QVERIFY(!button(u"unlock"_s)->isEnabled());
            second.fire();
        }
        QCOMPARE(seconds, 1);
        QVERIFY(button(u"unlock"_s)->isEnabled());
    }

    void theLanguageIsSwitchedLive()
    {
        openFresh();
        auto* rail = m_window->findChild<QAbstractButton*>(u"rail1"_s);
        QCOMPARE(rail->text(), u"Till"_s);
        QTest::mouseClick(m_window->findChild<QAbstractButton*>(u"language_ja"_s), Qt::LeftButton);
        QTRY_COMPARE(rail->text(), u"レジ"_s);
        QCOMPARE(m_services->preferences().language(), u"ja"_s);
        QTest::mouseClick(m_window->findChild<QAbstractButton*>(u"language_en"_s), Qt::LeftButton);
        QTRY_COMPARE(rail->text(), u"Till"_s);
    }

    /// A real school is not marked as a demo.
    void noDemoMarkOnARealSchool()
    {
        openFresh();
        const auto chips = m_window->findChild<QWidget*>(u"topBar"_s)->findChildren<widgets::Chip*>();
        QCOMPARE(chips.size(), 1);
        QVERIFY(!chips.first()->isVisible());
    }

    /// Every widget that Tab reaches says what it is, on every page, in both languages.
    void everythingFocusableHasAName()
    {
        openFresh();
        for (const auto& code : {u"en"_s, u"ja"_s}) {
            m_services->language().use(code);
            for (int index = 0; index < workplaceCount; ++index) {
                m_window->goTo(index);
                test::awaitStore(*m_services);
                const auto all = m_window->findChildren<QWidget*>();
                for (const QWidget* widget : all)
                    checkName(widget, index);
            }
        }
    }

    void theRailCollapsesInANarrowWindow()
    {
        openFresh();
        auto* rail = m_window->findChild<QWidget*>(u"rail"_s);
        const int wide = rail->width();
        m_window->resize(1024, 768);
        QTRY_VERIFY(rail->width() < wide);
        QVERIFY(m_window->width() <= 1024);
    }

    /// While the store's thread is held up the window goes on: every workplace comes to the front, is searched over, locked and asked
    /// to open again. What the window itself waited for would wait for ever.
    void theWindowNeverWaitsForTheStore()
    {
        openFresh();
        const auto slowDisk = std::make_shared<QSemaphore>();
        const auto letGo = qScopeGuard([slowDisk] { slowDisk->release(); });
        m_services->withStore(
            [slowDisk](store::Store&) -> Status {
                slowDisk->acquire();
                return {};
            },
            m_window.get(), [](const Status&) {});
        for (int index = 0; index < workplaceCount; ++index) {
            m_window->goTo(index);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->currentPage(), m_window->pages().at(std::size_t(index)));
            QVERIFY(m_window->currentPage()->isVisible());
        }
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field(u"searchEverything"_s), u"sato"_s);
        m_window->lock();
        field(u"passphrase"_s)->setText(passphrase);
        QTest::keyClick(field(u"passphrase"_s), Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(!m_services->isOpen());
        slowDisk->release();
        QTRY_COMPARE_WITH_TIMEOUT(int(m_window->pages().size()), workplaceCount, patienceMs);
    }

private:
    void openFresh()
    {
        store::Creation creation;
        creation.folder = m_home.path(u"store"_s);
        creation.schoolName = u"Hoshino Academy"_s;
        creation.currency = Currency::fromCode(u"JPY"_s).value();
        creation.operatorName = u"Mori"_s;
        creation.passphrase = SecureBytes{QByteArrayView(passphrase.toUtf8())};
        creation.cost = security::openCost;
        m_services->createStore(std::move(creation));
        QTRY_COMPARE_WITH_TIMEOUT(int(m_window->pages().size()), workplaceCount, patienceMs);
    }

    PersonId addStudent()
    {
        people::Person draft;
        draft.number = u"2026014"_s;
        draft.name = u"Sato Haruka"_s;
        draft.birthDate = QDate(2012, 5, 4);
        draft.schoolYear = 8;
        PersonId added;
        m_services->withStore([draft, by = m_services->operatorId()](
                                  store::Store& store) { return enrolment::addPerson(store, draft, by); },
                              m_window.get(),
                              [&added](const Result<people::Person>& stored) {
                                  if (stored)
                                      added = stored->id;
                              });
        if (!QTest::qWaitFor([&added] { return !added.isNull(); }, patienceMs))
            qFatal("the student was not added");
        return added;
    }

    template <typename Widget>
    Widget* visible(const QString& name) const
    {
        const auto all = m_window->findChildren<Widget*>(name);
        for (Widget* widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QLineEdit* field(const QString& name) const { return visible<QLineEdit>(name); }
    QAbstractButton* button(const QString& name) const { return visible<QAbstractButton>(name); }

    static void checkName(const QWidget* widget, int page)
    {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr)
            return;
        const auto* pressed = qobject_cast<const QAbstractButton*>(widget);
        const bool hasText = pressed != nullptr && !pressed->text().isEmpty();
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const bool named = hasText || !widget->accessibleName().isEmpty()
                           || (face != nullptr && !face->text(QAccessible::Name).isEmpty());
        QVERIFY2(named, qPrintable(u"page %1: %2 %3 in %4"_s.arg(page + 1).arg(
                            QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className()))));
    }

    test::ScratchHome m_home;
    test::MockClock m_clock;
    security::SystemRandom m_random;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::MainWindow> m_window;
};

KOBAI_TEST(MainWindowTest, QApplication)
#include "MainWindowTest.moc"
