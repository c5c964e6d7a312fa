// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CameraView.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

QImage halves(QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(Qt::blue);
    QPainter painter(&image);
    painter.fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
    return image;
}

/// The smallest rectangle around what differs.
QRect changed(const QImage& before, const QImage& after)
{
    QRect all;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            if (before.pixel(x, y) != after.pixel(x, y))
                all |= QRect(x, y, 1, 1);
        }
    }
    return all;
}

} // namespace

/// The picture is a mirror, and the guide sits on the face that is seen in it.
class CameraViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictureIsMirrored();
    void faceIsMappedLikeThePicture();
    void faceIsMappedWhenThePictureIsCut();
    void closedCameraShowsNothingOfTheLastPicture();
    void ringGrows();
    void movementIsMarkedOnThePersonsOwnSide_data();
    void movementIsMarkedOnThePersonsOwnSide();
    void movementAtTheEdgeStaysInThePicture();
    void oddValuesAreHarmless();
};

void CameraViewTest::initTestCase()
{
    theme::apply(*qApp);
    theme::setMode(theme::Mode::Light);
}

void CameraViewTest::pictureIsMirrored()
{
    CameraView view;
    view.resize(640, 480);
    view.setImage(halves({640, 480}));
    const QImage shown = view.grab().toImage();
    const QColor left = shown.pixelColor(20, 240);
    const QColor right = shown.pixelColor(620, 240);
    QVERIFY(left.blue() > left.red());
    QVERIFY(right.red() > right.blue());
}

void CameraViewTest::faceIsMappedLikeThePicture()
{
    CameraView view;
    view.resize(640, 480);
    view.setImage(halves({320, 240}));
    // A face at the left edge of the picture is at the right one of the mirror.
    QCOMPARE(view.shownAt({0.0, 0.0, 0.25, 0.5}), QRectF(480, 0, 160, 240));
    QCOMPARE(view.shownAt({0.5, 0.25, 0.5, 0.5}), QRectF(0, 120, 320, 240));
}

void CameraViewTest::faceIsMappedWhenThePictureIsCut()
{
    CameraView view;
    view.resize(480, 480);
    view.setImage(halves({640, 480}));
    // The middle 480 of 640 columns are seen: 80 are cut at either side.
    QCOMPARE(view.shownAt({0.125, 0.0, 0.125, 1.0}), QRectF(400, 0, 80, 480));
    // What is cut off lies outside.
    QCOMPARE(view.shownAt({0.0, 0.0, 0.125, 1.0}).left(), 480.0);
}

void CameraViewTest::closedCameraShowsNothingOfTheLastPicture()
{
    CameraView view;
    view.resize(320, 240);
    view.setIdleWords(u"The camera is off."_s);
    const QImage before = view.grab().toImage();
    QVERIFY(!view.isLive());
    view.setImage(halves({320, 240}));
    view.setFace(QRectF(0.2, 0.2, 0.4, 0.4), true);
    view.setHint(CameraView::Hint::Left);
    view.setWords(u"Look at the camera"_s);
    QVERIFY(view.isLive());
    QVERIFY(view.grab().toImage() != before);
    view.setImage({});
    QVERIFY(!view.isLive());
    QVERIFY(view.shownAt({0, 0, 1, 1}).isEmpty());
    QCOMPARE(view.grab().toImage(), before);
}

void CameraViewTest::ringGrows()
{
    CameraView view;
    view.resize(640, 480);
    view.setImage(halves({640, 480}));
    view.setFace(QRectF(0.35, 0.3, 0.3, 0.4), false);
    const auto green = [&view] {
        const QImage shown = view.grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) {
                const QColor pixel = shown.pixelColor(x, y);
                count += pixel.green() > 200 && pixel.red() < 150 ? 1 : 0;
            }
        }
        return count;
    };
    const int none = green();
    view.setRing(0.5F);
    const int half = green();
    view.setRing(1);
    const int all = green();
    QVERIFY(none < half);
    QVERIFY(half * 3 < all * 2);
}

void CameraViewTest::movementIsMarkedOnThePersonsOwnSide_data()
{
    QTest::addColumn<int>("hint");
    QTest::addColumn<QPointF>("towards"); // on the screen, from the middle of the face
    using Hint = CameraView::Hint;
    QTest::newRow("their left is the mirror's left") << int(Hint::Left) << QPointF(-1, 0);
    QTest::newRow("their right is the mirror's right") << int(Hint::Right) << QPointF(1, 0);
    QTest::newRow("up") << int(Hint::Up) << QPointF(0, -1);
    QTest::newRow("down") << int(Hint::Down) << QPointF(0, 1);
}

void CameraViewTest::movementIsMarkedOnThePersonsOwnSide()
{
    QFETCH(int, hint);
    QFETCH(QPointF, towards);
    CameraView view;
    view.resize(640, 480);
    view.setImage(halves({640, 480}));
    const QRectF face(0.42, 0.4, 0.16, 0.2);
    view.setFace(face, false);
    const QImage without = view.grab().toImage();
    view.setHint(CameraView::Hint(hint));
    const QPointF mark = changed(without, view.grab().toImage()).center() - view.shownAt(face).center();
    // Along the direction asked for, and on its side.
    QVERIFY(mark.x() * towards.x() + mark.y() * towards.y() > 60);
    QVERIFY(std::abs(mark.x() * towards.y() - mark.y() * towards.x()) < 20);
}

void CameraViewTest::movementAtTheEdgeStaysInThePicture()
{
    CameraView view;
    view.resize(640, 480);
    view.setImage(halves({640, 480}));
    view.setWords(u"Turn your head a little to your left"_s);
    for (const CameraView::Hint hint : {CameraView::Hint::Left, CameraView::Hint::Right, CameraView::Hint::Up,
                                        CameraView::Hint::Down, CameraView::Hint::Blink}) {
        view.setHint(CameraView::Hint::None);
        view.setFace(QRectF(0.0, 0.0, 1.0, 1.0), false);
        const QImage without = view.grab().toImage();
        view.setHint(hint);
        const QRect mark = changed(without, view.grab().toImage());
        QVERIFY(mark.width() >= theme::scaled(56) && mark.height() >= theme::scaled(56)); // the whole disc
    }
}

void CameraViewTest::oddValuesAreHarmless()
{
    CameraView view;
    view.resize(1, 1);
    view.setImage(halves({640, 480}));
    view.setRing(std::numeric_limits<float>::quiet_NaN());
    view.setFace(QRectF(-3, -3, 10, 10), true);
    view.setWords(QString(10'000, u'x'));
    (void)view.grab();
    view.resize(400, 300);
    view.setRing(7);
    view.setFace(QRectF(), false);
    QVERIFY(!view.grab().isNull());
}

KOBAI_TEST(CameraViewTest, QApplication)
#include "CameraViewTest.moc"
