// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/CameraCard.h"

#include "support/Desk.h"
#include "support/TestProgram.h"

#include <QAbstractButton>
#include <QApplication>

using namespace kobai;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

class CameraCardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 9] The settings say so of every camera, also of the one that is only being tried.
    void withFacesOffThereIsNoPreview()
    {
        Desk desk;
        app::CameraCard card(desk.services);
        card.retranslate();
        card.show();
        auto* const preview = card.findChild<QAbstractButton*>(u"cameraPreview"_s);
        QVERIFY(preview != nullptr);
        switchFaces(desk, u"0"_s);
        preview->click();
        QVERIFY(!desk.services.vision().isRunning());
        switchFaces(desk, u"1"_s);
        preview->click();
        QVERIFY(desk.services.vision().isRunning());
        preview->click();
        QVERIFY(!desk.services.vision().isRunning());
    }

private:
    static void switchFaces(Desk& desk, const QString& value)
    {
        desk.set(store::setting::facesOn, value);
        desk.refreshGallery();
    }
};

KOBAI_TEST(CameraCardTest, QApplication)
#include "CameraCardTest.moc"
