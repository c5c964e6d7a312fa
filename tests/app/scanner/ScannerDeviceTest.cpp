// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScannerDevice.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;
using Kind = ScannerDevice::Kind;

class ScannerDeviceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsFoundUnderAnotherPathAndInAnotherSocket()
    {
        ScannerDevice moved = scanner(u"1.2"_s, u"/dev/input/event9"_s);
        const ScannerDevice keyboard{Kind::Keys, u"Keyboard"_s, 1, 2, {}, u"1.1"_s, u"/dev/input/event3"_s};
        QCOMPARE(findAgain(scanner(u"1.1"_s, u"/dev/input/event3"_s), {keyboard, moved}), std::optional(moved));
        QCOMPARE(findAgain(moved, {keyboard}), std::nullopt);
    }

    void oneOfTwoWithTheSameNameIsToldByItsSocket()
    {
        const ScannerDevice one = scanner(u"1.1"_s, u"/dev/input/event3"_s);
        const ScannerDevice two = scanner(u"1.2"_s, u"/dev/input/event4"_s);
        QCOMPARE(findAgain(one, {two, one}), std::optional(one));
        QCOMPARE(findAgain(two, {two, one}), std::optional(two));
        QCOMPARE(findAgain(scanner(u"1.3"_s, u"/dev/input/event3"_s), {two, one}), std::nullopt);
    }

    // One scanner that is two keyboards, in another socket
    void thePartOfADeviceIsFoundAnywhere()
    {
        const ScannerDevice first = scanner(u"usb-2/input0"_s, u"/dev/input/event3"_s);
        const ScannerDevice second = scanner(u"usb-2/input1"_s, u"/dev/input/event4"_s);
        QCOMPARE(findAgain(scanner(u"usb-1/input1"_s, {}), {first, second}), std::optional(second));
    }

    void oneOfTwoWithSerialNumbersIsFoundAnywhere()
    {
        ScannerDevice one = scanner(u"1.1"_s, u"/dev/input/event3"_s);
        ScannerDevice two = scanner(u"1.2"_s, u"/dev/input/event4"_s);
        one.serial = u"A"_s;
        two.serial = u"B"_s;
        const ScannerDevice chosen = one;
        std::swap(one.socket, two.socket);
        QCOMPARE(findAgain(chosen, {two, one}), std::optional(one));
        QCOMPARE(findAgain(chosen, {two}), std::nullopt);
    }

    void theRuleNamesTheScannersOwnNumbers()
    {
        QCOMPARE(
            udevRule(scanner(u"1.1"_s, {})),
            uR"(KERNEL=="event*", SUBSYSTEM=="input", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b61", TAG+="uaccess")"_s);
        QCOMPARE(
            udevRule(scanner(u"00:1a:7d:da:71:13"_s, {})),
            uR"(KERNEL=="event*", SUBSYSTEM=="input", ATTRS{id/vendor}=="0c2e", ATTRS{id/product}=="0b61", TAG+="uaccess")"_s);
        ScannerDevice serial = scanner(u"1.1"_s, {});
        serial.kind = Kind::Serial;
        QVERIFY(udevRule(serial).startsWith(uR"(KERNEL=="tty*", SUBSYSTEM=="tty", )"_s));
    }

private:
    static ScannerDevice scanner(const QString& socket, const QString& path)
    {
        return {Kind::Keys, u"Scanner"_s, 0x0c2e, 0x0b61, {}, socket, path};
    }
};

KOBAI_TEST(ScannerDeviceTest, QCoreApplication)
#include "ScannerDeviceTest.moc"
