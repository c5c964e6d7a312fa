// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/SystemDevices.h"

#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

/// Over the kernel's files as they are laid out, in a folder of the test.
class SystemDevicesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHasDigitsAndEnterAndIsPluggedInIsListed()
    {
        write(u"event3"_s, u"0003"_s, u"1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"_s,
              u"Barcode  Reader\nX"_s);
        write(u"event4"_s, u"0003"_s, u"1f0000 0 0 0 0"_s, u"Mouse"_s);
        write(u"event5"_s, u"0011"_s, u"402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe"_s, u"Built in"_s);
        write(u"event6"_s, u"0005"_s, u"fffffffffffffffe"_s, u"Radio"_s);
        const QList<ScannerDevice> all = keyboards();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0), (ScannerDevice{ScannerDevice::Kind::Keys, u"Barcode Reader X"_s, 0x0c2e, 0x0b61, u"S1"_s,
                                           u"usb-1/input0"_s, m_folder.filePath(u"event3"_s)}));
        QCOMPARE(all.at(1).name, u"Radio"_s);
    }

    void whatIsNotThereIsGone()
    {
        SystemDevices devices(m_folder.filePath(u"class"_s), m_folder.path());
        ScannerDevice gone;
        gone.path = m_folder.filePath(u"event99"_s);
        QCOMPARE(int(devices.open(gone, CodeReader::Use::Own).error()), int(DeviceList::Refusal::Gone));
        gone.kind = ScannerDevice::Kind::Serial;
        QCOMPARE(int(devices.open(gone, CodeReader::Use::Own).error()), int(DeviceList::Refusal::Gone));
    }

private:
    void write(const QString& event, const QString& bus, const QString& keys, const QString& name)
    {
        const QString about = m_folder.filePath(u"class/"_s + event + u"/device/"_s);
        QVERIFY(QDir().mkpath(about + u"id"_s));
        QVERIFY(QDir().mkpath(about + u"capabilities"_s));
        const QList<std::pair<QString, QString>> files{
            {u"id/bustype"_s, bus},        {u"id/vendor"_s, u"0c2e"_s}, {u"id/product"_s, u"0b61"_s},
            {u"capabilities/key"_s, keys}, {u"name"_s, name},           {u"uniq"_s, u"S1"_s},
            {u"phys"_s, u"usb-1/input0"_s}};
        for (const auto& [path, text] : files) {
            QFile file(about + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8() + '\n');
        }
    }
    QList<ScannerDevice> keyboards() const
    {
        QList<ScannerDevice> all = SystemDevices(m_folder.filePath(u"class"_s), m_folder.path()).devices();
        all.removeIf([](const ScannerDevice& each) { return each.kind != ScannerDevice::Kind::Keys; });
        return all;
    }

    QTemporaryDir m_folder;
};

KOBAI_TEST(SystemDevicesTest, QGuiApplication)
#include "SystemDevicesTest.moc"
