// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"
#include "app/Services.h"
#include "app/scanner/DeviceScanner.h"
#include "app/settings/SettingsPage.h"
#include "support/MockClock.h"
#include "support/ScratchHome.h"
#include "support/SeededRandom.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

/// What a scanner's own device tells goes where a keyboard's scans go.
class DeviceScanRouteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"KobaiTest"_s);
        QCoreApplication::setApplicationName(u"DeviceScanRouteTest"_s);
    }
    void init()
    {
        m_services = std::make_unique<app::Services>(m_clock, m_random, QString());
        m_services->language().use(u"en"_s);
        m_window = std::make_unique<app::MainWindow>(*m_services);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

    void whileLockedItIsRefused()
    {
        Q_EMIT m_services->scanner().scanned(app::Scan{{u"4901234567894"_s}});
        QVERIFY(says(u"Nothing was done with what was scanned"_s));
    }

    void aLostPartAndALostScannerAreSaid()
    {
        Q_EMIT m_services->scanner().spoiled();
        QVERIFY(says(u"A part of a scanned code was lost"_s));
        Q_EMIT m_services->scanner().lost();
        QVERIFY(says(u"The barcode scanner was unplugged"_s));
    }

    void theSettingsShowWhatIsScanned()
    {
        app::SettingsPage page(*m_services);
        page.retranslate();
        QVERIFY(page.takeScan(app::Scan{{u"4901234567894"_s}}));
        QVERIFY(says(u"4901234567894 was read"_s, page));
        page.leave();
        QVERIFY(!says(u"4901234567894"_s, page));
    }

    // Nothing is listened to for longer than the choosing lasts.
    void escAndLeavingThePageEndTheChoosing()
    {
        app::SettingsPage page(*m_services);
        page.retranslate();
        m_services->scanner().choose();
        QVERIFY(page.stepBack());
        QVERIFY(m_services->scanner().choosing() == nullptr);
        QVERIFY(!page.stepBack());
        m_services->scanner().choose();
        page.leave();
        QVERIFY(m_services->scanner().choosing() == nullptr);
    }

private:
    [[nodiscard]] bool says(const QString& words) const { return says(words, *m_window); }
    [[nodiscard]] static bool says(const QString& words, const QWidget& where)
    {
        const auto banners = where.findChildren<widgets::Banner*>();
        return std::ranges::any_of(banners, [&words](const auto* each) { return each->words().contains(words); });
    }

    test::ScratchHome m_home;
    test::MockClock m_clock;
    test::SeededRandom m_random;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::MainWindow> m_window;
};

KOBAI_TEST(DeviceScanRouteTest, QApplication)
#include "DeviceScanRouteTest.moc"
