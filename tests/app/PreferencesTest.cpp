// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Preferences.h"

#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;
using face::CameraChoice;

class PreferencesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"KobaiTest"_s);
        QCoreApplication::setApplicationName(u"PreferencesTest"_s);
    }
    void init() { QSettings().clear(); }

    void freshOnesAreNeutral()
    {
        const app::Preferences preferences;
        QVERIFY(preferences.language().isEmpty());
        QCOMPARE(int(preferences.appearance()), int(widgets::theme::Mode::System));
        QVERIFY(!preferences.camera(false));
        QVERIFY(preferences.recentStores().isEmpty());
    }

    void everythingIsRemembered()
    {
        const CameraChoice clip{CameraChoice::Kind::Clip, u"/films/a b.mp4"_s, true};
        {
            app::Preferences preferences;
            preferences.setLanguage(u"ja"_s);
            preferences.setAppearance(widgets::theme::Mode::Dark);
            preferences.setCamera(clip, true);
        }
        const app::Preferences preferences;
        QCOMPARE(preferences.language(), u"ja"_s);
        QCOMPARE(int(preferences.appearance()), int(widgets::theme::Mode::Dark));
        QCOMPARE(preferences.camera(true), std::optional(clip));
    }

    /// Trying the demo does not change the till's camera.
    void theDemosCameraIsApart()
    {
        app::Preferences preferences;
        preferences.setCamera({CameraChoice::Kind::Device, u"/dev/video2"_s, true}, false);
        QVERIFY(!preferences.camera(true));
        QCOMPARE(preferences.camera(false)->where, u"/dev/video2"_s);
    }

    void theScannerIsRememberedWithoutItsPath()
    {
        app::ScannerDevice scanner{
            app::ScannerDevice::Kind::Serial, u"バー, Reader"_s, 0xffff, 0x0b61, u"S1"_s, u"1.1"_s, u"/dev/ttyACM0"_s};
        app::Preferences().setScanner(scanner);
        scanner.path.clear();
        QCOMPARE(app::Preferences().scanner(), std::optional(scanner));
        app::Preferences().setScanner(std::nullopt);
        QCOMPARE(app::Preferences().scanner(), std::nullopt);
    }

    void recentStoresAreFewAndTheLatestFirst()
    {
        app::Preferences preferences;
        for (int i = 0; i < 7; ++i)
            preferences.rememberStore(u"/stores/%1"_s.arg(i));
        preferences.rememberStore(u"/stores/5/"_s);
        QCOMPARE(preferences.recentStores(),
                 QStringList({u"/stores/5"_s, u"/stores/6"_s, u"/stores/4"_s, u"/stores/3"_s}));
    }

    void nonsenseInTheFileIsNoChoice()
    {
        QSettings settings;
        settings.setValue(u"appearance"_s, u"purple"_s);
        settings.setValue(u"camera/kind"_s, u"telescope"_s);
        settings.setValue(u"camera/where"_s, u"0"_s);
        settings.sync();
        const app::Preferences preferences;
        QCOMPARE(int(preferences.appearance()), int(widgets::theme::Mode::System));
        QVERIFY(!preferences.camera(false));
    }

private:
    test::ScratchHome m_home;
};

KOBAI_TEST(PreferencesTest, QCoreApplication)
#include "PreferencesTest.moc"
