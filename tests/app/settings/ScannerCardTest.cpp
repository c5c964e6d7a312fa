// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/ScannerCard.h"

#include "app/Preferences.h"
#include "app/scanner/DeviceScanner.h"
#include "support/HeldTimer.h"
#include "support/PlayedDevices.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;
using Refusal = DeviceList::Refusal;

class ScannerCardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"KobaiTest"_s);
        QCoreApplication::setApplicationName(u"ScannerCardTest"_s);
    }
    void init()
    {
        QSettings().clear();
        m_preferences = std::make_unique<Preferences>();
        auto devices = std::make_unique<PlayedDevices>();
        m_devices = devices.get();
        m_scanner = std::make_unique<DeviceScanner>(*m_preferences, std::move(devices));
        m_card = std::make_unique<ScannerCard>(*m_scanner);
        m_card->retranslate();
        m_card->show();
    }
    void cleanup()
    {
        m_card.reset();
        m_scanner.reset();
    }

    void choosingByScanning()
    {
        m_devices->plugIn(scanner);
        QVERIFY(state().contains(u"As a keyboard"_s));
        QVERIFY(!button(u"scannerAsKeyboard"_s)->isVisible());
        button(u"chooseScanner"_s)->click();
        QVERIFY(m_card->isChoosing());
        QVERIFY(state().contains(u"Listening"_s));
        m_card->showScan({{u"20428"_s}}); // as a keyboard's
        QVERIFY(banner()->words().contains(u"20428"_s) && banner()->words().contains(u"keyboard"_s));
        m_devices->play(scanner, code(u"20428"_s));
        QTRY_VERIFY(!m_card->isChoosing());
        QTRY_VERIFY(banner()->words().contains(u"Reader"_s));
        QVERIFY(banner()->words().contains(u"20428"_s));
        m_card->showScan({{u"20428"_s}}); // as a keyboard's, later
        QVERIFY(banner()->words().contains(u"Reader"_s));
        QVERIFY(state().contains(u"From its own device: Reader"_s));
        m_card->showScan({{u"67894"_s}});
        QVERIFY(banner()->words().contains(u"67894"_s));
        button(u"scannerAsKeyboard"_s)->click();
        QVERIFY(state().contains(u"As a keyboard"_s));
        QVERIFY(!m_devices->isOpen(scanner));
    }

    void listeningIsStoppedByTheSameButton()
    {
        m_devices->plugIn(scanner);
        button(u"chooseScanner"_s)->click();
        button(u"chooseScanner"_s)->click();
        QVERIFY(!m_card->isChoosing());
        QVERIFY(!m_devices->isOpen(scanner));
    }

    void itIsSaidLiveWhenItIsUnplugged()
    {
        use();
        HeldTimer again(m_scanner.get(), u"lookForScanner"_s);
        m_devices->unplug(scanner);
        QTRY_VERIFY(state().contains(u"Not plugged in: Reader"_s));
        m_devices->plugIn(scanner);
        again.fire();
        QVERIFY(state().contains(u"From its own device: Reader"_s));
    }

    void howToPermitItIsSaidAndCopied()
    {
        m_devices->refuse(scanner, Refusal::NoPermission);
        use();
        QVERIFY(state().contains(u"No permission"_s));
        auto* const rules = m_card->findChild<QPlainTextEdit*>(u"scannerRules"_s);
        QVERIFY(rules->isVisible());
        QVERIFY(rules->toPlainText().contains(udevRule(scanner)));
        button(u"copyScannerRules"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(udevRule(scanner)));
        m_devices->refuse(scanner, std::nullopt);
        HeldTimer(m_scanner.get(), u"lookForScanner"_s).fire();
        QVERIFY(!rules->isVisible());
    }

    void whileChoosingTheRulesOfAllThatMayNotBeHeardAreShown()
    {
        m_devices->plugIn(scanner);
        m_devices->refuse(scanner, Refusal::NoPermission);
        button(u"chooseScanner"_s)->click();
        QVERIFY(m_card->findChild<QPlainTextEdit*>(u"scannerRules"_s)->toPlainText().startsWith(u"# Reader\nKERNEL"_s));
        m_card->cancelChoosing();
        QVERIFY(!m_card->findChild<QPlainTextEdit*>(u"scannerRules"_s)->isVisible());
    }

    void anotherProgramHasIt()
    {
        m_devices->setTaken(scanner, true);
        use();
        QVERIFY(state().contains(u"another program"_s));
    }

private:
    static PlayedEvents code(const QString& text)
    {
        PlayedEvents events;
        events.type(text).tap(KEY_ENTER);
        return events;
    }
    void use()
    {
        m_devices->plugIn(scanner);
        m_preferences->setScanner(scanner);
        m_scanner->start();
    }
    [[nodiscard]] QString state() const { return m_card->findChild<QLabel*>(u"scannerState"_s)->text(); }
    [[nodiscard]] widgets::Banner* banner() const { return m_card->findChild<widgets::Banner*>(); }
    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        return m_card->findChild<QAbstractButton*>(name);
    }

    ScratchHome m_home;
    const ScannerDevice scanner = PlayedDevices::scanner(u"Reader"_s);
    std::unique_ptr<Preferences> m_preferences;
    PlayedDevices* m_devices = nullptr;
    std::unique_ptr<DeviceScanner> m_scanner;
    std::unique_ptr<ScannerCard> m_card;
};

KOBAI_TEST(ScannerCardTest, QApplication)
#include "ScannerCardTest.moc"
