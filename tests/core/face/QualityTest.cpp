// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Quality.h"

#include <QPainter>
#include <QTest>

using namespace kobai::face;

namespace {

FaceMeasures goodFace()
{
    FaceMeasures face;
    face.box = QRectF(220, 120, 200, 260);
    face.picture = QSize(640, 480);
    face.eyeDistance = 90;
    face.eyeAspect = 0.3F;
    face.eyesOpen = 1;
    face.chip = {.luminance = 0.5F, .underExposed = 0, .overExposed = 0, .sharpness = 0.05F};
    return face;
}

QImage chequered(int dark, int bright, int square)
{
    QImage chip(150, 150, QImage::Format_RGB888);
    QPainter painter(&chip);
    for (int y = 0; y < 150; y += square) {
        for (int x = 0; x < 150; x += square) {
            const int value = (x / square + y / square) % 2 == 0 ? dark : bright;
            painter.fillRect(x, y, square, square, QColor(value, value, value));
        }
    }
    return chip;
}

} // namespace

class QualityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 25] Each thing that can be wrong has its own word, and the first in Guidance's order is said.
    void everyFlawHasItsGuidance()
    {
        const auto with = [](auto change) {
            FaceMeasures face = goodFace();
            change(face);
            return judge(face, Purpose::Identify);
        };
        QCOMPARE(judge(goodFace(), Purpose::Identify), Guidance::Good);
        QCOMPARE(judge(goodFace(), Purpose::Enrol), Guidance::Good);
        QCOMPARE(with([](FaceMeasures& f) { f.eyeDistance = 30; }), Guidance::Closer);
        QCOMPARE(with([](FaceMeasures& f) { f.box.setHeight(450); }), Guidance::FartherAway);
        QCOMPARE(with([](FaceMeasures& f) { f.box.moveLeft(-60); }), Guidance::Centre);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.luminance = 0.05F; }), Guidance::TooDark);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.overExposed = 0.6F; }), Guidance::TooBright);
        QCOMPARE(with([](FaceMeasures& f) { f.pose.yaw = -45; }), Guidance::TurnToCamera);
        QCOMPARE(with([](FaceMeasures& f) { f.pose.pitch = 35; }), Guidance::TurnToCamera);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.sharpness = 0.0001F; }), Guidance::HoldStill);
        QCOMPARE(with([](FaceMeasures& f) {
                     f.eyesOpen = 0;
                     f.eyeAspect = 0.1F;
                 }),
                 Guidance::OpenEyes);
        QCOMPARE(with([](FaceMeasures& f) {
                     f.chip.luminance = 0.05F;
                     f.eyeDistance = 10;
                 }),
                 Guidance::Closer);
    }

    void narrowEyesAreNotClosedEyes()
    {
        FaceMeasures face = goodFace();
        face.eyeAspect = 0.15F; // the network sees an open eye
        QCOMPARE(judge(face, Purpose::Enrol), Guidance::Good);
    }

    void chipsAreMeasured()
    {
        const ChipMeasures mid = measureChip(chequered(100, 156, 10));
        QVERIFY(std::abs(mid.luminance - 0.5F) < 0.02F);
        QCOMPARE(mid.underExposed, 0.0F);
        const ChipMeasures harsh = measureChip(chequered(0, 255, 10));
        QVERIFY(std::abs(harsh.underExposed - 0.5F) < 0.05F);
        QVERIFY(std::abs(harsh.overExposed - 0.5F) < 0.05F);
        // Contrast does not count as sharpness, blur does.
        QVERIFY(std::abs(mid.sharpness - harsh.sharpness) < 0.02F);
        const QImage blurred = chequered(0, 255, 10)
                                   .scaled(15, 15, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   .scaled(150, 150, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   .convertToFormat(QImage::Format_RGB888);
        QVERIFY(measureChip(blurred).sharpness < harsh.sharpness / 3);
        QCOMPARE(measureChip(QImage()).luminance, 0.0F);
    }

    void brightnessOfTheWholePicture()
    {
        QImage picture(1920, 1080, QImage::Format_RGB888);
        picture.fill(Qt::black);
        QVERIFY(meanBrightness(picture) < blackBrightness);
        picture.fill(QColor(40, 40, 40));
        QVERIFY(meanBrightness(picture) > blackBrightness);
    }

    // [row 35] Bystanders at the back do not stop a payment; two people side by side do. Enrolment wants one person.
    void whoIsAlone()
    {
        const std::vector<double> one{900};
        const std::vector<double> bystander{900, 200};
        const std::vector<double> two{900, 800};
        QVERIFY(isAlone(one, Purpose::Enrol));
        QVERIFY(isAlone(bystander, Purpose::Identify));
        QVERIFY(!isAlone(bystander, Purpose::Enrol));
        QVERIFY(!isAlone(two, Purpose::Identify));
    }
};

QTEST_MAIN(QualityTest)
#include "QualityTest.moc"
