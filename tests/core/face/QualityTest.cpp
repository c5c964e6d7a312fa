// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Quality.h"

#include "Models.h"
#include "StillFrames.h"
#include "face/Engine.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace kobai::face;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

FaceMeasures goodFace()
{
    FaceMeasures face;
    face.box = QRectF(220, 120, 200, 260);
    face.picture = QSize(640, 480);
    face.eyeDistance = 90;
    face.eyeAspect = 0.3F;
    face.eyesOpen = 1;
    face.chip = {.luminance = 0.5F, .dynamicRange = 7, .sharpness = 0.05F};
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

/// Every colour value through @p map.
QImage mapped(QImage picture, const std::function<double(double)>& map)
{
    for (int row = 0; row < picture.height(); ++row) {
        uchar* line = picture.scanLine(row);
        for (int i = 0; i < 3 * picture.width(); ++i)
            line[i] = uchar(std::clamp(map(line[i]), 0.0, 255.0));
    }
    return picture;
}

/// @p area of the picture, its own size kept by scaling up or down.
QImage cropped(const QImage& picture, const QRectF& area)
{
    return picture.copy(area.toRect()).convertToFormat(QImage::Format_RGB888);
}

/// Paints over a face: the chin and the mouth up to the nose in @p colour, with the light falling off to one side.
void coverMouth(QPainter& painter, const Landmarks& points, const QColor& colour)
{
    QPolygonF shape;
    for (std::size_t i = 2; i <= 14; ++i)
        shape << points[i];
    shape << points[29];
    QLinearGradient light(points[2], points[14]);
    light.setColorAt(0, colour.lighter(108));
    light.setColorAt(1, colour.darker(112));
    painter.setBrush(light);
    painter.drawPolygon(shape);
}

QImage broken(const QImage& picture, const LocatedFace& face, QByteArrayView how)
{
    const Landmarks& points = face.landmarks;
    const QRectF box = face.measures.box;
    const double apart = face.measures.eyeDistance;
    const QPointF between = (leftEye(points) + rightEye(points)) / 2;
    QImage changed = picture;
    if (how == "dark")
        return mapped(changed, [](double value) { return value * 0.2; });
    if (how == "burnt out")
        return mapped(changed, [](double value) { return value * 1.6 + 60; });
    if (how == "fog")
        return mapped(changed, [](double value) { return 105 + value * 0.19; });
    if (how == "blurred")
        return changed.scaled(picture.size() / 7, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB888);
    if (how == "too near")
        return cropped(picture,
                       box.adjusted(-0.6 * box.width(), -0.04 * box.height(), 0.6 * box.width(), 0.04 * box.height()));
    if (how == "at the edge")
        return cropped(picture, QRectF(box.left() + 0.35 * box.width(), 0, picture.width(), picture.height()));
    QPainter painter(&changed);
    painter.setPen(Qt::NoPen);
    if (how == "far away") {
        painter.fillRect(changed.rect(), Qt::gray);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(QPointF(60, 60), QSizeF(picture.size()) * 0.6), picture);
    } else if (how == "leaning") {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(between);
        painter.rotate(-28);
        painter.translate(-between);
        painter.drawImage(0, 0, picture);
    } else if (how == "one half in the shade") {
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.fillRect(QRectF(0, 0, points[30].x(), picture.height()), QColor(80, 80, 80));
    } else if (how == "hand on the mouth") {
        coverMouth(painter, points, picture.pixelColor(((points[1] + points[30]) / 2).toPoint()));
    } else if (how == "mask") {
        coverMouth(painter, points, QColor(150, 180, 205));
    } else if (how == "dark glasses" || how == "glare") {
        const bool isGlare = how == "glare";
        painter.setBrush(isGlare ? QColor(Qt::white) : QColor(45, 45, 48));
        for (const QPointF& eye : {leftEye(points), rightEye(points)})
            painter.drawEllipse(eye, apart * (isGlare ? 0.2 : 0.46), apart * (isGlare ? 0.1 : 0.36));
    }
    return changed;
}

} // namespace

class QualityTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Engine> m_engine;
    QImage m_picture; ///< of a man whose picture has no fault

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
        QCOMPARE(with([](FaceMeasures& f) { f.chip.dynamicRange = 4; }), Guidance::TooBright);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.uniformity = 0.2F; }), Guidance::UnevenLight);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.glare = 0.3F; }), Guidance::Glare);
        QCOMPARE(with([](FaceMeasures& f) { f.pose.roll = -35; }), Guidance::LevelHead);
        QCOMPARE(with([](FaceMeasures& f) { f.mouthGap = 0.5F; }), Guidance::CloseMouth);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.lipLine = 0.01F; }), Guidance::UncoverFace);
        QCOMPARE(with([](FaceMeasures& f) { f.chip.eyeContrast = 0.01F; }), Guidance::UncoverFace);
        QCOMPARE(with([](FaceMeasures& f) {
                     f.chip.luminance = 0.05F;
                     f.eyeDistance = 10;
                 }),
                 Guidance::Closer);
    }

    // What is good enough to pay is not always good enough to be enrolled.
    void enrolmentAsksForMore()
    {
        const auto isTillOnly = [](auto change) {
            FaceMeasures face = goodFace();
            change(face);
            return judge(face, Purpose::Identify) == Guidance::Good && judge(face, Purpose::Enrol) != Guidance::Good;
        };
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.chip.luminance = 0.18F; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.pose.yaw = 28; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.pose.roll = 20; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.chip.sharpness = 0.005F; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.chip.uniformity = 0.45F; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.chip.glare = 0.08F; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.mouthGap = 0.3F; }));
        QVERIFY(isTillOnly([](FaceMeasures& f) { f.chip.lipLine = 0.1F; }));
    }

    void narrowEyesAreNotClosedEyes()
    {
        FaceMeasures face = goodFace();
        face.eyeAspect = 0.15F; // the network sees an open eye
        QCOMPARE(judge(face, Purpose::Enrol), Guidance::Good);
    }

    void chipsAreMeasured()
    {
        const auto mid = brightnessHistogram(chequered(100, 156, 10));
        QVERIFY(std::abs(luminance(mid) - 0.5F) < 0.02F);
        QCOMPARE(underExposure(mid), 0.0F);
        const auto harsh = brightnessHistogram(chequered(0, 255, 10));
        QVERIFY(std::abs(underExposure(harsh) - 0.5F) < 0.05F);
        QVERIFY(std::abs(overExposure(harsh) - 0.5F) < 0.05F);
        QVERIFY(std::abs(dynamicRange(harsh) - 1.0F) < 0.05F); // two levels are one bit
        // Contrast does not count as sharpness, blur does.
        const float sharp = sharpness(chequered(0, 255, 10));
        QVERIFY(std::abs(sharpness(chequered(100, 156, 10)) - sharp) < 0.02F);
        const QImage blurred = chequered(0, 255, 10)
                                   .scaled(15, 15, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   .scaled(150, 150, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                   .convertToFormat(QImage::Format_RGB888);
        QVERIFY(sharpness(blurred) < sharp / 3);
        QCOMPARE(measureChip(QImage(), {}).luminance, 0.0F);
    }

    void anOpenMouthIsMeasuredInItsFace()
    {
        Landmarks points;
        points.fill(QPointF(0, 0)); // the eyes
        points[8] = QPointF(0, 100);
        for (const std::size_t lower : {65U, 66U, 67U})
            points[lower] = QPointF(0, 25);
        QCOMPARE(mouthGap(points), 0.25F);
        for (QPointF& point : points)
            point *= 3;
        QCOMPARE(mouthGap(points), 0.25F);
    }

    // [row 16] A real picture that is broken in one way, through detector, landmarks and measures.
    void brokenPictures_data()
    {
        QTest::addColumn<Guidance>("guidance");
        QTest::newRow("as it is") << Guidance::Good;
        QTest::newRow("dark") << Guidance::TooDark;
        QTest::newRow("burnt out") << Guidance::TooBright;
        QTest::newRow("fog") << Guidance::TooBright;
        QTest::newRow("blurred") << Guidance::HoldStill;
        QTest::newRow("one half in the shade") << Guidance::UnevenLight;
        QTest::newRow("leaning") << Guidance::LevelHead;
        QTest::newRow("hand on the mouth") << Guidance::UncoverFace;
        QTest::newRow("mask") << Guidance::UncoverFace;
        QTest::newRow("dark glasses") << Guidance::UncoverFace;
        QTest::newRow("glare") << Guidance::Glare;
        QTest::newRow("far away") << Guidance::Closer;
        QTest::newRow("too near") << Guidance::FartherAway;
        QTest::newRow("at the edge") << Guidance::Centre;
    }
    void brokenPictures()
    {
        KOBAI_NEED_MODELS();
        QFETCH(Guidance, guidance);
        if (!m_engine) {
            m_engine = std::move(*Engine::load(modelFolder()));
            const auto frames = kobai::test::stillFrames(QDir(modelFolder()).filePath(u"clips/franck.mp4"_s), {0});
            QVERIFY(!frames.empty());
            m_picture = frames.front();
        }
        const auto seen = [&](const QImage& picture) -> std::optional<LocatedFace> {
            const auto faces = m_engine->detect(picture);
            if (!faces || faces->empty())
                return std::nullopt;
            return *m_engine->locate(picture, faces->front().box);
        };
        const auto whole = seen(m_picture);
        QVERIFY(whole.has_value());
        const auto face = seen(broken(m_picture, *whole, QTest::currentDataTag()));
        QVERIFY(face.has_value());
        QCOMPARE(judge(face->measures, Purpose::Enrol), guidance);
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

KOBAI_TEST(QualityTest, QCoreApplication)
#include "QualityTest.moc"
