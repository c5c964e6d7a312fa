// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestProgram.h"
#include "widgets/Fields.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

/// The same PIN by keys, mouse or touch, and never a digit on the screen.
class PinPadTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysEnterThePin();
    void mouseEntersThePin();
    void fewerThanFourDigitsDoNotEnter();
    void moreThanEightAreDropped();
    void erasing();
    void fullWidthDigitsCount();
    void noDigitIsShown();
};

void PinPadTest::initTestCase()
{
    theme::apply(*qApp);
}

void PinPadTest::keysEnterThePin()
{
    PinPad pad;
    QSignalSpy entered(&pad, &PinPad::entered);
    QTest::keyClicks(&pad, u"4071"_s);
    QCOMPARE(pad.pin(), u"4071"_s);
    QTest::keyClick(&pad, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.front().front().toString(), u"4071"_s);
}

void PinPadTest::mouseEntersThePin()
{
    PinPad pad;
    pad.show();
    QSignalSpy entered(&pad, &PinPad::entered);
    for (const auto* name : {"pin4", "pin0", "pin7", "pin1", "pin9", "pinErase", "pinEnter"}) {
        auto* key = pad.findChild<QAbstractButton*>(QString::fromLatin1(name));
        QVERIFY2(key != nullptr, name);
        QVERIFY(key->height() >= theme::scaled(theme::tillTargetPx));
        QTest::mouseClick(key, Qt::LeftButton);
    }
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.front().front().toString(), u"4071"_s);
}

void PinPadTest::fewerThanFourDigitsDoNotEnter()
{
    PinPad pad;
    QSignalSpy entered(&pad, &PinPad::entered);
    QTest::keyClicks(&pad, u"407"_s);
    QTest::keyClick(&pad, Qt::Key_Return);
    QVERIFY(entered.isEmpty());
    QVERIFY(!pad.findChild<QAbstractButton*>(u"pinEnter"_s)->isEnabled());
}

void PinPadTest::moreThanEightAreDropped()
{
    PinPad pad;
    QTest::keyClicks(&pad, u"123456789"_s);
    QCOMPARE(pad.pin(), u"12345678"_s);
}

void PinPadTest::erasing()
{
    PinPad pad;
    QSignalSpy changed(&pad, &PinPad::changed);
    QTest::keyClicks(&pad, u"12a3"_s); // letters are nothing
    QTest::keyClick(&pad, Qt::Key_Backspace);
    QCOMPARE(pad.pin(), u"12"_s);
    QCOMPARE(changed.back().front().toInt(), 2);
    pad.clear();
    QVERIFY(pad.pin().isEmpty());
    QCOMPARE(changed.back().front().toInt(), 0);
    QTest::keyClick(&pad, Qt::Key_Backspace);
    QVERIFY(pad.pin().isEmpty());
}

void PinPadTest::fullWidthDigitsCount()
{
    PinPad pad;
    QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, u"４"_s);
    QCoreApplication::sendEvent(&pad, &key);
    QCOMPARE(pad.pin(), u"4"_s);
}

void PinPadTest::noDigitIsShown()
{
    PinPad one;
    PinPad other;
    for (PinPad* pad : {&one, &other})
        pad->resize(320, 400);
    QTest::keyClicks(&one, u"1111"_s);
    QTest::keyClicks(&other, u"9074"_s);
    QCOMPARE(one.grab().toImage(), other.grab().toImage());
    QVERIFY(!other.accessibleDescription().contains(u"9074"_s));
}

KOBAI_TEST(PinPadTest, QApplication)
#include "PinPadTest.moc"
