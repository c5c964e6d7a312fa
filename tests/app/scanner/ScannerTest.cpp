// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/Scanner.h"

#include "money/Currency.h"
#include "support/HeldTimer.h"
#include "support/PlayedKeys.h"
#include "support/TestProgram.h"
#include "widgets/Fields.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

#include <cstddef>
#include <new>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

// [row 38] [row 73]: keys through Qt's own way to widgets and shortcuts
class ScannerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_text = new QLineEdit);
        layout->addWidget(m_amount = new widgets::MoneyEdit(*Currency::fromCode(u"JPY"_s)));
        layout->addWidget(m_pin = new widgets::PinPad);
        layout->addWidget(m_spin = new QSpinBox);
        layout->addWidget(m_secret = new QLineEdit);
        layout->addWidget(m_button = new QPushButton(u"Charge"_s));
        m_spin->setRange(0, 1000000);
        m_secret->setEchoMode(QLineEdit::Password);
        m_button->setAutoDefault(true);
        m_money = new QShortcut(Qt::Key_F12, m_window.get());
        m_scanner = std::make_unique<Scanner>(*m_window);
        connect(m_scanner.get(), &Scanner::scanned, this, [this](const Scan& scan) { m_scans.append(scan.text()); });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_scans.clear();
        m_keys = {};
    }
    void cleanup()
    {
        m_scanner.reset();
        m_window.reset();
    }

    void aScanLandsWhateverHasTheFocus()
    {
        QSignalSpy pressed(m_button, &QPushButton::clicked);
        QSignalSpy entered(m_pin, &widgets::PinPad::entered);
        const QList<QWidget*> all{m_text, m_amount, m_pin, m_spin, m_button};
        for (QWidget* focus : all) {
            focus->setFocus();
            m_keys.scan(*focus, u"4901234567894"_s);
        }
        QCOMPARE(m_scans, QStringList(all.size(), u"4901234567894"_s));
        QCOMPARE(m_text->text(), QString());
        QCOMPARE(m_amount->text(), QString());
        QCOMPARE(m_pin->pin(), QString());
        QCOMPARE(m_spin->value(), 0);
        QCOMPARE(pressed.size(), 0);
        QCOMPARE(entered.size(), 0);
    }

    // 20 scans of 13 digits in 10 seconds of the keys' own time
    void twentyScansInTenSecondsLoseNone()
    {
        m_text->setFocus();
        for (int i = 0; i < 20; ++i) {
            m_keys.scan(*m_text, u"4901234567894"_s);
            m_keys.pause(260); // with the 14 keys and the moment before them half a second each
        }
        QCOMPARE(m_scans, QStringList(20, u"4901234567894"_s));
        QCOMPARE(m_text->text(), QString());
    }

    // The thread was busy in the middle of a scan: the pause's timer comes before the keys that wait to be read.
    void keysThatAreReadLateAreJudgedByTheirOwnTimes()
    {
        HeldTimer pause(m_scanner->findChild<QObject*>(u"scanPause"_s));
        m_text->setFocus();
        m_keys.type(*m_text, u"490123"_s);
        pause.fire();
        m_keys.type(*m_text, u"4567894"_s);
        m_keys.press(*m_text, Qt::Key_Return);
        QCOMPARE(m_scans, QStringList(u"4901234567894"_s));
        QCoreApplication::processEvents();
        QCOMPARE(m_text->text(), QString());
    }

    void aFunctionKeyInAScanIsNoShortcut()
    {
        QSignalSpy charged(m_money, &QShortcut::activated);
        m_button->setFocus();
        m_keys.press(*m_button, Qt::Key_F12);
        m_keys.type(*m_button, u"20428"_s);
        m_keys.press(*m_button, Qt::Key_F12);
        m_keys.press(*m_button, Qt::Key_Return, u"\r"_s);
        QTRY_COMPARE(m_scans, QStringList(u"20428"_s));
        QCOMPARE(charged.size(), 0);
    }

    void aHandsKeysArriveInTheirOrderAndDoWhatTheyDid()
    {
        QSignalSpy charged(m_money, &QShortcut::activated);
        QSignalSpy entered(m_text, &QLineEdit::returnPressed);
        m_keys.setStep(PlayedKeys::handMs);
        m_text->setFocus();
        m_keys.type(*m_text, u"b2a10c"_s);
        m_keys.press(*m_text, Qt::Key_Backspace);
        m_keys.press(*m_text, Qt::Key_F12);
        m_keys.press(*m_text, Qt::Key_Return, u"\r"_s);
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(m_text->text(), u"b2a10"_s);
        QCOMPARE(charged.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void anAmountAndAPinByHandArrive()
    {
        QSignalSpy entered(m_pin, &widgets::PinPad::entered);
        m_keys.setStep(PlayedKeys::handMs);
        m_amount->setFocus();
        m_keys.type(*m_amount, u"1500"_s);
        QTRY_COMPARE(m_amount->text(), u"1500"_s);
        m_pin->setFocus();
        m_keys.type(*m_pin, u"4821"_s);
        m_keys.press(*m_pin, Qt::Key_Return, u"\r"_s);
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(entered.first().first().toString(), u"4821"_s);
        QCOMPARE(m_scans, QStringList());
    }

    // Set to wait between two keys: what it filled is taken back.
    void aSlowScannerFillsNothing()
    {
        m_amount->setAmount(Money(500));
        m_keys.setStep(100);
        for (QWidget* focus : QList<QWidget*>{m_amount, m_pin, m_text, m_button}) {
            focus->setFocus();
            m_keys.type(*focus, u"4901234567894"_s);
            m_keys.press(*focus, Qt::Key_Return, u"\r"_s);
            QTRY_COMPARE(m_scans.size(), 1);
            m_scans.clear();
            m_keys.pause(2000);
        }
        QCOMPARE(*m_amount->amount(), Money(500));
        QCOMPARE(m_pin->pin(), QString());
        QCOMPARE(m_text->text(), QString());
    }

    void untilThePauseEndsKeysAreHeld()
    {
        HeldTimer pause(m_scanner->findChild<QObject*>(u"scanPause"_s));
        m_text->setFocus();
        m_keys.type(*m_text, u"42"_s);
        QCoreApplication::processEvents();
        QCOMPARE(m_text->text(), QString());
    }

    void aClickComesAfterWhatWasTyped()
    {
        m_text->setFocus();
        m_keys.setStep(PlayedKeys::handMs);
        m_keys.type(*m_text, u"12"_s);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(m_text->text(), u"12"_s);
    }

    // A scanner says both in one report; on the stack one event lies where the other did.
    void aShiftOfTheSameMomentIsAnotherKey()
    {
        m_text->setFocus();
        qint64 now = 500'000;
        for (const QChar sign : u"LIB-00412"_s) {
            alignas(QKeyEvent) std::byte place[sizeof(QKeyEvent)];
            const int code = sign.unicode();
            for (const int key : {int(Qt::Key_Shift), code}) {
                for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
                    auto* event =
                        new (place) QKeyEvent(type, key, Qt::ShiftModifier, key == code ? QString(sign) : QString());
                    event->setTimestamp(quint64(now));
                    QCoreApplication::sendEvent(m_text, event);
                    event->~QKeyEvent();
                }
            }
            now += 10;
        }
        QTRY_COMPARE(m_scans, QStringList(u"LIB-00412"_s));
        QCOMPARE(m_text->text(), QString());
    }

    void aShortcutWorksInAPassphraseField()
    {
        QSignalSpy charged(m_money, &QShortcut::activated);
        m_secret->setFocus();
        m_keys.press(*m_secret, Qt::Key_F12);
        QCOMPARE(charged.size(), 1);
    }

    void aScanIntoAnOpenListChoosesNothing()
    {
        auto* combo = new QComboBox;
        combo->addItems({u"2 of them"_s, u"4901"_s, u"all"_s});
        m_window->layout()->addWidget(combo);
        combo->showPopup();
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QWidget* list = QApplication::activePopupWidget()->focusWidget();
        QVERIFY(list != nullptr);
        m_keys.scan(*list, u"4901234567894"_s);
        QCOMPARE(m_scans, QStringList(u"4901234567894"_s));
        QCOMPARE(combo->currentIndex(), 0);
        combo->hidePopup();
    }

    void aPassphraseIsNotHeld()
    {
        m_secret->setFocus();
        m_keys.type(*m_secret, u"correct horse"_s);
        QCOMPARE(m_secret->text(), u"correct horse"_s);
    }

    /// Its signs arrive as they come, and go again; what stood there before stays.
    void aCodeScannedIntoAPassphraseIsTakenOut_data()
    {
        QTest::addColumn<bool>("ended");
        QTest::newRow("with Enter") << true;
        QTest::newRow("without") << false;
    }
    void aCodeScannedIntoAPassphraseIsTakenOut()
    {
        QFETCH(const bool, ended);
        QSignalSpy told(m_scanner.get(), &Scanner::scannedAtPassphrase);
        const QSignalSpy entered(m_secret, &QLineEdit::returnPressed);
        HeldTimer pause(m_scanner->findChild<QObject*>(u"passphrasePause"_s));
        HeldTimer end(m_scanner->findChild<QObject*>(u"passphraseEnd"_s));
        m_secret->setFocus();
        m_secret->setText(u"corr"_s);
        if (ended) {
            m_keys.scan(*m_secret, u"4901234567894"_s);
            end.fire();
        } else {
            m_keys.type(*m_secret, u"4901234567894"_s);
            pause.fire();
        }
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_secret->text(), u"corr"_s);
        QCOMPARE(entered.size(), 0);
        QCOMPARE(m_scans, QStringList());
        QVERIFY(!pause.isRunning() && !end.isRunning());
    }

    void aScanIntoADialogPressesNothing()
    {
        QDialog dialog(m_button); // a child of a part of the window, as file dialogs are
        auto* name = new QLineEdit(&dialog);
        auto* save = new QPushButton(u"Save"_s, &dialog);
        save->setDefault(true);
        QSignalSpy saved(save, &QPushButton::clicked);
        dialog.show();
        name->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), name);
        m_keys.scan(*name, u"4901234567894"_s);
        QTRY_COMPARE(m_scans, QStringList(u"4901234567894"_s));
        QCOMPARE(name->text(), QString());
        QCOMPARE(saved.size(), 0);
    }

    void anotherWindowsKeysAreLeftAlone()
    {
        QLineEdit elsewhere;
        elsewhere.show();
        m_keys.type(elsewhere, u"4901234567894"_s);
        QCOMPARE(elsewhere.text(), u"4901234567894"_s);
    }

    void keysThatTheProgramMakesAreNotHeld()
    {
        QTest::keyClicks(m_text, u"4901234567894"_s);
        QCOMPARE(m_text->text(), u"4901234567894"_s);
    }

private:
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Scanner> m_scanner;
    QLineEdit* m_text = nullptr;
    widgets::MoneyEdit* m_amount = nullptr;
    widgets::PinPad* m_pin = nullptr;
    QSpinBox* m_spin = nullptr;
    QLineEdit* m_secret = nullptr;
    QPushButton* m_button = nullptr;
    QShortcut* m_money = nullptr;
    QStringList m_scans;
    PlayedKeys m_keys;
};

KOBAI_TEST(ScannerTest, QApplication)
#include "ScannerTest.moc"
