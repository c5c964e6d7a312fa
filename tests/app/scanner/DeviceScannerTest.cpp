// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/DeviceScanner.h"

#include "app/Preferences.h"
#include "support/HeldTimer.h"
#include "support/PlayedDevices.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;
using State = DeviceScanner::State;
using Refusal = DeviceList::Refusal;

/// Over real pipes; what is timed is timed by the test.
class DeviceScannerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"KobaiTest"_s);
        QCoreApplication::setApplicationName(u"DeviceScannerTest"_s);
    }
    void init()
    {
        QSettings().clear();
        m_preferences = std::make_unique<Preferences>();
        make();
    }
    void cleanup()
    {
        m_scanner.reset();
        m_preferences.reset();
    }

    void withoutAChoiceNothingIsOpened()
    {
        m_devices->plugIn(one);
        m_scanner->start();
        QCOMPARE(m_scanner->state(), State::Keyboard);
        QCOMPARE(m_devices->openings(), 0);
    }

    void theChosenOneIsReadAndNoOther()
    {
        m_devices->plugIn(one);
        m_devices->plugIn(two);
        startWith(two);
        QCOMPARE(m_scanner->state(), State::Connected);
        QVERIFY(m_devices->isGrabbed(two));
        QCOMPARE(m_devices->openings(), 1);
        m_devices->play(two, code(u"20428"_s));
        QTRY_COMPARE(m_codes, QStringList(u"20428"_s));
    }

    void atTheEndItIsLetGo()
    {
        m_devices->plugIn(one);
        startWith(one);
        m_scanner->useKeyboard();
        QCOMPARE(m_scanner->state(), State::Keyboard);
        QVERIFY(!m_devices->isOpen(one));
        QVERIFY(!m_preferences->scanner());
    }

    void unpluggedAndPluggedIn()
    {
        m_devices->plugIn(one);
        startWith(one);
        HeldTimer again(m_scanner.get(), u"lookForScanner"_s);
        QSignalSpy lost(m_scanner.get(), &DeviceScanner::lost);
        QSignalSpy spoiled(m_scanner.get(), &DeviceScanner::spoiled);
        m_devices->play(one, PlayedEvents().type(u"490123"_s));
        m_devices->unplug(one);
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(spoiled.size(), 1);
        QCOMPARE(m_scanner->state(), State::Missing);
        again.fire();
        QCOMPARE(m_scanner->state(), State::Missing);
        ScannerDevice moved = one;
        moved.path = u"/dev/another"_s;
        moved.socket = u"7.7"_s;
        m_devices->plugIn(moved);
        again.fire();
        QCOMPARE(m_scanner->state(), State::Connected);
        QVERIFY(!again.isRunning());
        m_devices->play(moved, code(u"67894"_s));
        QTRY_COMPARE(m_codes, QStringList(u"67894"_s));
        QCOMPARE(lost.size(), 1);
    }

    void itMayNotBeOpened()
    {
        m_devices->plugIn(one);
        m_devices->refuse(one, Refusal::NoPermission);
        startWith(one);
        QCOMPARE(m_scanner->state(), State::NoPermission);
        HeldTimer again(m_scanner.get(), u"lookForScanner"_s);
        m_devices->refuse(one, std::nullopt);
        again.fire();
        QCOMPARE(m_scanner->state(), State::Connected);
    }

    void anotherProgramHasIt()
    {
        m_devices->plugIn(one);
        m_devices->setTaken(one, true);
        startWith(one);
        QCOMPARE(m_scanner->state(), State::Busy);
        QSignalSpy changed(m_scanner.get(), &DeviceScanner::changed);
        HeldTimer again(m_scanner.get(), u"lookForScanner"_s);
        again.fire();
        QCOMPARE(m_scanner->state(), State::Busy);
        QCOMPARE(changed.size(), 0);
        m_devices->setTaken(one, false);
        again.fire();
        QCOMPARE(m_scanner->state(), State::Connected);
    }

    void oneIsChosenByScanning()
    {
        QSignalSpy chosen(m_scanner.get(), &DeviceScanner::chosen);
        m_devices->plugIn(one);
        m_devices->plugIn(two);
        m_scanner->choose();
        QVERIFY(m_scanner->choosing()->isListening());
        m_devices->play(two, PlayedEvents(130).type(u"4901234567894"_s).tap(KEY_ENTER)); // a hand
        m_devices->play(one, code(u"20428"_s));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(m_scanner->device(), std::optional(one));
        QCOMPARE(m_scanner->choosing(), nullptr);
        QCOMPARE(m_scanner->state(), State::Connected);
        QVERIFY(m_devices->isGrabbed(one));
        QVERIFY(!m_devices->isOpen(two));
        QCOMPARE(m_codes, QStringList()); // it only chose
        m_devices->play(one, PlayedEvents().pause(60'000).type(u"67894"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_codes, QStringList(u"67894"_s));
        make();
        m_devices->plugIn(one);
        m_scanner->start();
        QCOMPARE(m_scanner->state(), State::Connected); // remembered
    }

    void oneThatIsPluggedInWhileChoosingIsHeard()
    {
        QSignalSpy chosen(m_scanner.get(), &DeviceScanner::chosen);
        m_scanner->choose();
        QVERIFY(!m_scanner->choosing()->isListening());
        m_devices->plugIn(one);
        HeldTimer again(m_scanner->findChild<ScannerChoice*>(), u"lookAgain"_s);
        again.fire();
        QVERIFY(m_scanner->choosing()->isListening());
        m_devices->play(one, code(u"20428"_s));
        QTRY_COMPARE(chosen.size(), 1);
    }

    void cancelledNothingIsHeardAndTheOldOneIsBack()
    {
        m_devices->plugIn(one);
        m_devices->plugIn(two);
        startWith(one);
        m_scanner->choose();
        QVERIFY(!m_devices->isGrabbed(one));
        QVERIFY(m_devices->isOpen(two));
        m_scanner->cancelChoosing();
        QVERIFY(!m_devices->isOpen(two));
        QVERIFY(m_devices->isGrabbed(one));
        QCOMPARE(m_scanner->state(), State::Connected);
    }

    void choosingEndsByItself()
    {
        m_devices->plugIn(one);
        m_scanner->choose();
        HeldTimer end(m_scanner.get(), u"choosingEnd"_s);
        end.fire();
        QCOMPARE(m_scanner->choosing(), nullptr);
        QVERIFY(!m_devices->isOpen(one));
        QCOMPARE(m_scanner->state(), State::Keyboard);
    }

    void whatMayNotBeHeardIsNamed()
    {
        m_devices->plugIn(one);
        m_devices->refuse(one, Refusal::NoPermission);
        m_devices->plugIn(two);
        m_devices->refuse(two, Refusal::Busy);
        m_scanner->choose();
        QCOMPARE(m_scanner->choosing()->forbidden(), QList<ScannerDevice>{one});
    }

private:
    static PlayedEvents code(const QString& text)
    {
        PlayedEvents events;
        events.type(text).tap(KEY_ENTER);
        return events;
    }
    void make()
    {
        auto devices = std::make_unique<PlayedDevices>();
        m_devices = devices.get();
        m_codes.clear();
        m_scanner = std::make_unique<DeviceScanner>(*m_preferences, std::move(devices));
        connect(m_scanner.get(), &DeviceScanner::scanned, this,
                [this](const Scan& scan) { m_codes.append(scan.text()); });
    }
    void startWith(const ScannerDevice& device)
    {
        m_preferences->setScanner(device);
        m_scanner->start();
    }

    ScratchHome m_home;
    const ScannerDevice one = PlayedDevices::scanner(u"Scanner"_s, u"1.1"_s);
    const ScannerDevice two = PlayedDevices::scanner(u"Scanner"_s, u"1.2"_s); // with the same name
    std::unique_ptr<Preferences> m_preferences;
    PlayedDevices* m_devices = nullptr;
    std::unique_ptr<DeviceScanner> m_scanner;
    QStringList m_codes;
};

KOBAI_TEST(DeviceScannerTest, QCoreApplication)
#include "DeviceScannerTest.moc"
