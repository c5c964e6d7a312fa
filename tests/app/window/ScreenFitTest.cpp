// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ScreenFit.h"

#include "support/TestProgram.h"

#include <QApplication>
#include <QGuiApplication>

using namespace kobai::app;

/// In device-independent pixels, whatever the scale: what a screen of that many of them leaves free.
class ScreenFitTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLeastSizeIsNeverMoreThanTheScreenHas_data()
    {
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QSize>("least");
        QTest::newRow("1024x600") << QRect(0, 0, 1024, 600) << QSize(1024, 568);
        QTest::newRow("1366x768, panel below") << QRect(0, 0, 1366, 728) << QSize(1024, 600);
        QTest::newRow("1920x1080 at 150 %, panel above") << QRect(0, 40, 1280, 680) << QSize(1024, 600);
        QTest::newRow("1920x1080 at 200 %, panel below") << QRect(0, 0, 960, 500) << QSize(960, 468);
        QTest::newRow("a second screen to the left") << QRect(-1920, 0, 1920, 1080) << QSize(1024, 600);
    }
    void theLeastSizeIsNeverMoreThanTheScreenHas()
    {
        QFETCH(QRect, available);
        QTEST(ScreenFit::leastOn(available), "least");
    }

    void aWindowFromAnotherScreenIsBroughtBack_data()
    {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QRect>("expected");
        const QRect laptop(0, 0, 1366, 728);
        QTest::newRow("fits") << QRect(100, 60, 1024, 600) << laptop << QRect(100, 60, 1024, 600);
        QTest::newRow("larger") << QRect(0, 0, 1920, 1080) << laptop << QRect(0, 32, 1366, 696);
        QTest::newRow("beyond the right edge") << QRect(2000, 200, 1024, 600) << laptop << QRect(342, 128, 1024, 600);
        QTest::newRow("left of the screen") << QRect(-1800, -50, 1200, 600) << laptop << QRect(0, 32, 1200, 600);
        QTest::newRow("the usual one at 200 %")
            << QRect(0, 0, 1280, 800) << QRect(0, 0, 960, 500) << QRect(0, 32, 960, 468);
    }
    void aWindowFromAnotherScreenIsBroughtBack()
    {
        QFETCH(QRect, window);
        QFETCH(QRect, available);
        QTEST(ScreenFit::movedInto(window, available), "expected");
    }

    void theFirstStartFitsTheScreen()
    {
        QWidget window;
        (new ScreenFit(window))->place({});
        window.show();
        const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(window.width() <= available.width());
        QVERIFY(window.height() <= available.height() - ScreenFit::titleBarPx);
        QVERIFY(window.minimumWidth() <= window.width() && window.minimumHeight() <= window.height());
    }

    void whatWasSavedOnALargerScreenFitsToo()
    {
        QWidget large;
        large.setGeometry(700, 600, 3000, 2000);
        const QByteArray saved = large.saveGeometry();
        QWidget window;
        (new ScreenFit(window))->place(saved);
        window.show();
        const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(available.contains(window.geometry()));
    }
};

KOBAI_TEST(ScreenFitTest, QApplication)
#include "ScreenFitTest.moc"
